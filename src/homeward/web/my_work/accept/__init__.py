"""A team says yes to a need."""
