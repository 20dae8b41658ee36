"""The round in the pocket: a page of today's round that works without a signal."""
