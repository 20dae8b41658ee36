"""What was heard when somebody rang again?"""
