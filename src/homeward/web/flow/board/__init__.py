"""The flow board: every inpatient, and whose the next step is."""
