"""One of the exports that partners' systems asked for."""
