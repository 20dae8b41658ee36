"""What can be asked of partners' records? One file a question."""
