"""The round: who is to be seen today?"""
