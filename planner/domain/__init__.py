"""The rules themselves: pure functions over frozen types; no clock, file, database or screen."""
