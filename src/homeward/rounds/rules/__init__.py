"""Pure rules of rounds: the engine, continuity, and what changed."""
