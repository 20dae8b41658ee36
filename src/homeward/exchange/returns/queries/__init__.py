"""What do the rows, faults and reports of returns say?"""
