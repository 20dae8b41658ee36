"""Opening a record out of turn."""
