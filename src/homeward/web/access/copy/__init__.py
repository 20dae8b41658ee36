"""One copy, handed out."""
