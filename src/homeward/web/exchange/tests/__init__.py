"""Do the pages of the outbox show what there is, to whom it belongs?"""
