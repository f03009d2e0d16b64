"""Pages that list posts."""
