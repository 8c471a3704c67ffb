"""What people did: the record, its present state and the evidence files."""
