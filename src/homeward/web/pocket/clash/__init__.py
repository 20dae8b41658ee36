"""Two versions of one visit."""
