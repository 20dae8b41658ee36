"""Are needs stated, sent once and followed?"""
