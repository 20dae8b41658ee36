"""Who takes a new need, by area and by hour?"""
