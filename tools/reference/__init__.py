"""The manual's reference, generated from the code. `make reference` writes it into the pages of `docs/`."""
