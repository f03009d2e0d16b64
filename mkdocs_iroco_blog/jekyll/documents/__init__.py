"""The files of a Jekyll site, read as Jekyll reads them."""
