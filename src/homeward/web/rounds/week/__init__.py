"""The week of a team."""
