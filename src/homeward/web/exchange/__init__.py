"""The pages of what left the house."""
