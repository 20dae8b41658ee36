"""How heavy are the alarms?"""
