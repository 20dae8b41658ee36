"""What do people need here, as a referrer would say it?"""
