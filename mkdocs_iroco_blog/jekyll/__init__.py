"""What a Jekyll site means: configuration, permalinks, Liquid, kramdown. Text and values in, text and values out."""
