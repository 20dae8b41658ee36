"""What is done when a partner tells other details of a person than are known here?"""
