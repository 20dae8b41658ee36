"""Who advises before somebody is taken to hospital, and who meets them at its door?"""
