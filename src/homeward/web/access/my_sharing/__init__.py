"""What I say about sharing."""
