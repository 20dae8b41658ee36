"""What is meant, found and decided for one person?"""
