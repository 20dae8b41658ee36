"""Which records of two organisations are about one human being? Deterministic rules and a trained, explained model."""
