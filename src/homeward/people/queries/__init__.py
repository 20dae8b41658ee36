"""What may be asked about who a person is? One file a question."""
