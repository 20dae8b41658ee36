"""Who acts for me."""
