"""What the project itself needs to be built, and users of the plugin do not."""
