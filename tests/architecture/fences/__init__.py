"""Which laws does each fence hold? Each module has `faults(tree)`: a sentence for every place where its law is broken."""
