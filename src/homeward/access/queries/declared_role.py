"""Which role does the place declare under this code?"""

from homeward.directory.api import place
from homeward.grammar.api import Role


def declared_role(code: str) -> Role | None:
    """The role, or None when the place declares none of that code."""
    return place().roles.get(code)


def machine_roles() -> tuple[str, ...]:
    """The codes of the roles declared for partners' systems."""
    return tuple(code for code, role in place().roles.items() if role.machine)
