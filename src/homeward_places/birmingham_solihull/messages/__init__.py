"""What are people told, when?"""
