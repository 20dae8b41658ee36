"""One delivery with its rows."""
