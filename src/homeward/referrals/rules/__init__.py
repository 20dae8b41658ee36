"""How is a referral judged? Pure functions on plain data: no database, no clock."""
