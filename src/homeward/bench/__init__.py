"""How fast is Homeward, on this machine, now?"""
