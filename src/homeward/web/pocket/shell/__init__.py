"""The page itself, its worker and its manifest: nothing about anybody is in them."""
