"""Whom a waiting row of a ward's file tells of."""
