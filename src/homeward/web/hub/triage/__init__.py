"""How soon is help needed?"""
