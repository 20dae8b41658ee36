"""What is the story of this referral, and what can be done now?"""
