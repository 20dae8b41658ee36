"""The pages of national returns and situation reports."""
