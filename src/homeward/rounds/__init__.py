"""Who goes to whom, in which order, with as few new faces as can be?"""
