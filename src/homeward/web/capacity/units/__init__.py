"""The beds and places that are kept one by one."""
