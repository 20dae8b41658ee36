"""One action card while it is on: who did what."""
