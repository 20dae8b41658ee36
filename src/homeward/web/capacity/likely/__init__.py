"""The beds that are free or likely to free, and who could have each."""
