"""My work: one list across people and teams."""
