"""The only writers of accounts, links and clients: one file a verb."""
