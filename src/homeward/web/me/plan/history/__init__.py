"""Who changed what in my plan?"""
