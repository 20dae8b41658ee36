"""Do the pages of the virtual wards work, on a phone and without a script?"""
