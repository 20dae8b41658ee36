"""What may be done on the line and at the door? One file a verb."""
