"""Does the whole house keep its laws, and do its journeys work?"""
