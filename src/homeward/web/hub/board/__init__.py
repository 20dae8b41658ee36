"""Who is waiting, whose clock runs out first, what is next?"""
