"""Which places does Homeward ship with? One package each, written in the language of homeward.grammar."""
