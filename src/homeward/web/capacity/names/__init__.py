"""Saying which beds or places a team has, one by one."""
