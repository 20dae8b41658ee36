"""Areas of the place."""
