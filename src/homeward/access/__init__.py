"""Who may see and do what, and who did? Accounts, roles, relationships, the gate and the access log."""
