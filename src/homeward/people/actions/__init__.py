"""What may be done about who a person is? One file a verb."""
