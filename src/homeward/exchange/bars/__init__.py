"""How are referrals written and sent as Booking and Referral Standard messages?"""
