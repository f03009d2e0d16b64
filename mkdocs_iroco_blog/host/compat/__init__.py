"""How the blog gets along with other plugins and with Material."""
