"""A figure's file for colleagues."""
