"""Who is watched at home, and who is told in time when they worsen?"""
