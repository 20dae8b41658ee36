"""The sealed record of what happened."""
