"""Who is best placed to help?"""
