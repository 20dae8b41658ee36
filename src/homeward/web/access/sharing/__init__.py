"""What a person said about sharing, kept by staff."""
