"""All accounts, and inviting somebody."""
