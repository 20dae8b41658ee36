"""The caseload of a team."""
