"""Homeward: the open platform on which a partnership runs integrated, home-first care."""
