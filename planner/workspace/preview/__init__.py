"""What a file looks like, as a picture made anew or as plain text; never the bytes that somebody sent."""

from planner.workspace.preview.looking import Preview, preview, previewable

__all__ = ["Preview", "preview", "previewable"]
