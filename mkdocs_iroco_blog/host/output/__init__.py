"""Everything that happens once the posts are converted: layout, head tags, feeds and redirects."""
