"""What can be done about one stay, one page each."""
