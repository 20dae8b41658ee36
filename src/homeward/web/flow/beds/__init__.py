"""Recovery beds: who is there, how long, and what each site gives."""
