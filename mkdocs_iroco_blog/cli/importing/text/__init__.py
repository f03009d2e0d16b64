"""The Markdown of the new site: as a build makes it, then simplified without a change in its page."""
