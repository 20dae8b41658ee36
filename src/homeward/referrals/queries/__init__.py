"""What may be asked of the hub? One file a question, each scoped to the asker."""
