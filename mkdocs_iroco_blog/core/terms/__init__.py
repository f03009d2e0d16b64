"""Groups of posts: authors, categories, tags, series, and the archive."""
