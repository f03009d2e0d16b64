"""The look of the blog: HTML fragments with their context, translations of the interface, and stylesheets."""
