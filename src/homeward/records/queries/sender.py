"""What is the organisation called that sent this?"""

from homeward.directory.api import place


def called(source: str) -> str:
    """Its name, else the code it goes by."""
    organisation = place().organisations.get(source)
    return organisation.name if organisation else source
