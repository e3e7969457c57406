"""Keys: signing and checking ticket codes, and hashing the secrets in them."""
