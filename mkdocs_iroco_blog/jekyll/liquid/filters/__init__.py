"""The filters of Liquid and Jekyll."""
