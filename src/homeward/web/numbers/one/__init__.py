"""One number: figure, weeks, parts, definition."""
