"""The next ten days, and how good the forecast was."""
