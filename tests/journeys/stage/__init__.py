"""What do the journeys stand on: one served Homeward, browsers, visitors, and what is asked of every page?"""
