"""Posts, read from their sources."""
