"""What may be done with partners' records? One file a verb."""
