"""One stay, whole."""
