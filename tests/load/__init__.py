"""Does the measuring itself work? Small here; the true sizes are run by hand on a quiet machine."""
