"""Output beside the text of pages: feeds, metadata, redirects, and dates for the sitemap."""
