"""A partner without an account is given a link to answer one need by."""
