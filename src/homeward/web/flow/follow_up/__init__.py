"""Where are people, 91 days later?"""
