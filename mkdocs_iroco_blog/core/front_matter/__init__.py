"""Front matter: parsed, with the line of every key."""
