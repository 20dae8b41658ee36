"""A small partner answers by the link it was sent."""
