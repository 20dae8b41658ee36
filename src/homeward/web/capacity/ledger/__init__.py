"""The ledger: supply beside unmet need."""
