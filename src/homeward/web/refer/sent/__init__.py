"""What happens once a need is sent?"""
