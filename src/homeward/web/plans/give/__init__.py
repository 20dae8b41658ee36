"""With which provider is this assessment shared?"""
