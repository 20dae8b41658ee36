"""Many records that partners' systems took at once."""
