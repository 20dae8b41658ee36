"""What was opened out of turn."""
