"""Do the hub pages work, with and without scripts?"""
