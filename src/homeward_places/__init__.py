"""Which places are declared here? One package each; Homeward's code names none of them."""
