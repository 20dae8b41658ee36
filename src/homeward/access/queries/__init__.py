"""Questions about access, one file each."""
