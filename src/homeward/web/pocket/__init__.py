"""The round in the pocket: a page of one's own round that works without a signal."""
