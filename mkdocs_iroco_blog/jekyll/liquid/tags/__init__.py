"""The tags of Liquid and Jekyll."""
