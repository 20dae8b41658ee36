"""Does the command answer as its public surface promises?"""
