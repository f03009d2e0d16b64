"""A Jekyll site in a build."""
