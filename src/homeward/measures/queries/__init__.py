"""What do pages ask of the numbers?"""
