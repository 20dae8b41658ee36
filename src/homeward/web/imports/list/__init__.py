"""Every delivery."""
