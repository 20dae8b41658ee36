"""Does the embedded database do what a service needs of it?"""
