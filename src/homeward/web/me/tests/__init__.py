"""Can somebody ask for help and see who looked?"""
