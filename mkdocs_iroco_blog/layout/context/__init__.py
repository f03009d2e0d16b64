"""The values that fragments get, with links relative to the page. A public contract, since users write fragments."""
