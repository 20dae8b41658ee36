"""Pages about apps that act for somebody."""
