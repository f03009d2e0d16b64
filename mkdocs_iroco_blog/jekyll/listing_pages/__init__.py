"""Pages of a Jekyll site that only list posts or terms."""
