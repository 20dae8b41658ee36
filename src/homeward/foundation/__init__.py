"""What does every package stand on? Events, actions, ids, NHS numbers, moments and PostgreSQL; no domain knowledge."""
