"""How is urgency decided here?"""
