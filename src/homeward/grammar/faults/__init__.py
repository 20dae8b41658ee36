"""Is a place written down completely? One file per kind of declaration; every fault is a sentence a clinician can read."""
