"""What phones told that waits for a person."""
