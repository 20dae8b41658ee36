"""Who lives in my home, and what goes on for them?"""
