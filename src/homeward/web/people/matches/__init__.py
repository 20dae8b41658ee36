"""The pairs of records that may be one person."""
