"""What are the organisations called that send records?"""

from homeward.directory.api import place


def senders() -> dict[str, str]:
    """Name by code; a source that is no declared organisation has none."""
    return {each.code: each.name for each in place().organisations.values()}
