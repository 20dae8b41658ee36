"""How does an open board hear of a change? One small process listens to the database and pushes ids, or the rows that changed, to browsers."""
