"""People who must be told apart."""
