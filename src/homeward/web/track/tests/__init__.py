"""Can those who wait follow their referral, answer, and withdraw it?"""
