"""Which boards do colleagues put together themselves?"""
