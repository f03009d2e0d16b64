"""The sizes and types of picture files."""
