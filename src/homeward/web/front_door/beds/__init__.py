"""The beds beside the doors."""
