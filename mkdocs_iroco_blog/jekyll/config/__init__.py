"""A Jekyll site's `_config.yml`."""
