"""Who uses Homeward here, and what may each do?"""
