"""The care under one need, on one page."""
