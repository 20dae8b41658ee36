"""The virtual wards: who is watched at home, and who must be looked at first?"""
