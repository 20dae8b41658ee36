"""Does what the project builds install and run on its own?"""
