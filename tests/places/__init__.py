"""Which made-up places prove that nothing outside a declaration knows its place?"""
