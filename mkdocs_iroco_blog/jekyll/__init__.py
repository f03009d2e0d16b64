"""Read a Jekyll site: its configuration, permalinks, Liquid and kramdown. Text and values in, text and values out."""
