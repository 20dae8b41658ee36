"""Do the pages about deliveries work?"""
