"""Metadata for the `<head>` of every page."""
