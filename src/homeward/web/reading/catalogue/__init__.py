"""Where do translations come from, and how are they made ready?"""
