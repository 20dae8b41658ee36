"""What may be changed in the directory? One file a verb."""
