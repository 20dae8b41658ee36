"""What is there for me to do?"""
