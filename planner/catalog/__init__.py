"""What people wrote: YAML and CSV files with line numbers, read into domain types or a list of problems."""
