"""Can a partner without an account be given a link, and can it be taken back?"""
