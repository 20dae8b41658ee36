"""Who is coming, and who came?"""
