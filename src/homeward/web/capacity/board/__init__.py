"""The board: supply of every kind beside unmet need, by locality and pathway."""
