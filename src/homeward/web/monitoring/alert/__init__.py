"""Who takes an alert, and what was done?"""
