"""Are the people behind a file synthetic, and how does it say so wherever it is carried?"""

from django.conf import settings

SYNTHETIC = "Synthetic people only: this is a demonstration."


def made_up() -> str:
    """The sentence, in a demonstration; empty in real use."""
    return SYNTHETIC if settings.HOMEWARD_DEMO else ""
