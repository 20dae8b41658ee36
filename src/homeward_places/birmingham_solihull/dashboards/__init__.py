"""Which boards are there, which question does each answer, and on which partners' feeds do they rest?"""
