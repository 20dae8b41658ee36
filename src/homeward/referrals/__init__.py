"""How does a stated need find the best-placed help, and who owns it at every moment until then?"""
