"""What of a message is its reader's alone, and never shown to those who look at what went out?"""

import re

ASKED_AT = "/capacity/asked/"
_TOKEN = re.compile(re.escape(ASKED_AT) + r"[^/\s]+")


def without_token(words: str) -> str:
    """The words with the secret of a link left out: it acts under its reader's name."""
    return _TOKEN.sub(f"{ASKED_AT}(their own link)", words)
