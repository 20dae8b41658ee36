"""What the phone asks and tells, in JSON."""
