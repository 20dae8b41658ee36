"""How is Homeward put together, configured and kept running on a machine?"""
