"""Which moves can be made on a referral, and how is each asked for?"""
