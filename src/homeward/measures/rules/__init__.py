"""What follows from plain numbers?"""
