"""What our own team opened."""
