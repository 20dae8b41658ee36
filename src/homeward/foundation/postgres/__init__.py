"""How does Homeward run a PostgreSQL of its own where no server is given?"""
