"""Which rows does a return have? One file for each thing that is asked about."""
