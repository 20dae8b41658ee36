"""Home care: who waits, what is offered?"""
