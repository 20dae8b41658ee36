"""Do partners' records come in whole, stay apart and come back as they were?"""
