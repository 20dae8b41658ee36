"""One bed or place: how it stands, who has it, when it is likely to free."""
