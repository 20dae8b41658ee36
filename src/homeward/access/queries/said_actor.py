"""How is an actor said to somebody who does not know them: name, role, organisation, for whom?"""

from collections.abc import Mapping
from typing import Any

from homeward.access.queries.declared_role import declared_role
from homeward.access.vocabulary import ACTING, JOBS
from homeward.directory.api import place


def said_actor(row: Mapping[str, Any]) -> str:
    """'Asha Patel, community nurse at Northfield hub', from an actor's columns."""
    name, kind, role = str(row["actor_name"]), str(row["actor_kind"]), str(row["role"])
    where = _where(str(row["organisation"]))
    if kind == "system":
        return f"Homeward itself ({JOBS[role].words})" if role in JOBS else "Homeward itself"
    if kind == "link":
        return f"{name[:1].upper()}{name[1:]}, by a link,"
    if kind == "partner":
        return f"The computer system {name}{where}"
    if kind == "citizen":
        purpose = str(row.get("purpose", ""))
        return f"{name}, {purpose}," if purpose.startswith(ACTING) else name
    declared = declared_role(role)
    title = declared.title if declared else role
    return f"{name}, {title[:1].lower() if title[1:2].islower() else title[:1]}{title[1:]}{where}"


def _where(organisation: str) -> str:
    """The organisation, or the area (a practice is one), by its name."""
    here = place()
    found = here.organisations.get(organisation) or here.areas.get(organisation)
    return f" at {found.name}" if found else ""
