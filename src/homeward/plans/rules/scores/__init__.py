"""How are the published scores worked out? One file each; a part that is missing is never taken for nought."""
