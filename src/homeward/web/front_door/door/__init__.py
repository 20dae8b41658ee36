"""Who is at this door now?"""
