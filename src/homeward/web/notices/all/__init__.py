"""Every notice that nobody of the team has seen."""
