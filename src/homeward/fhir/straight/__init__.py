"""The short way for a partner's most frequent questions: one statement to the database, no middleware. What it cannot answer goes the long way."""
