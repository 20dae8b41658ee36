"""Who gives care here, where, and who looks after each listing? Organisations, teams, services on offer and areas."""
