"""Who is this person: names, numbers, home, practice, and is it really they?"""
