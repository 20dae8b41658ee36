"""How does a return come about? Each file one verb."""
