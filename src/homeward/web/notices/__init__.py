"""What must a team know that nobody in it did, and who has read it?"""
