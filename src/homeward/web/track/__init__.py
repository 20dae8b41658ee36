"""Where is a referral, for whoever sent it or is waiting?"""
