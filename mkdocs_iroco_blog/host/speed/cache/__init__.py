"""Results kept from one build for the next."""
