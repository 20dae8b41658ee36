"""Which role does the place declare under this code?"""

from homeward.directory.api import place
from homeward.grammar.api import Role


def declared_role(code: str) -> Role | None:
    """The role, or None when the place declares none of that code."""
    return place().roles.get(code)
