"""The blog as values: values in, values and findings out. No host, no files, no clock, no templates."""
