"""What does a Booking and Referral Standard (BaRS) message say, and how is it answered?"""
