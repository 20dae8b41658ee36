"""Which waits are measured, against which rule?"""
