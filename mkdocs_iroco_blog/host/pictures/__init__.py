"""Lighter variants of pictures, made by Pillow."""
