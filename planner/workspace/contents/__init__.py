"""What a file is, told by its bytes and never by its name."""

from planner.workspace.contents.judging import Wrong, judged
from planner.workspace.contents.kinds import CSV, KINDS, PDF, PICTURES, TEXT, Kind, clean_name, named

__all__ = ["CSV", "KINDS", "PDF", "PICTURES", "TEXT", "Kind", "Wrong", "clean_name", "judged", "named"]
