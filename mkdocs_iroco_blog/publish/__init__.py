"""What leaves the site beside its pages: feeds, what a page says of itself to machines, redirects."""
