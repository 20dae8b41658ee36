"""Something more has to be done."""
