"""What do people see? Pages drawn on the server, one folder a page, each behind its permission."""
