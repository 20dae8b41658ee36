"""Who holds the alerts now?"""
