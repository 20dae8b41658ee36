"""What may be asked of the directory? One file a question."""
