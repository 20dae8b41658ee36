"""Which openings are of a record near to the one who opened it: their own, a namesake's, a neighbour's, a colleague's?"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from homeward.access.models import Membership, User
from homeward.access.rules.surnames import account_key, name_key, same_surname

Row = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Known:
    """What the packages above know of a person: names, and the postcode of the home, '' when it is not known."""

    given: str
    family: str
    postcode: str = ""


PEOPLE = Callable[[list[UUID]], Mapping[UUID, Known]]


def near_people(pairs: Sequence[Row], people: PEOPLE) -> dict[str, list[Row]]:
    """The rows by kind of nearness. Nobody's home is known for being staff: it is that of a citizen's account, or of a
    person they opened, with their own full name."""
    own_accounts = _citizens_named(row["actor_name"] for row in pairs)
    known = people(
        sorted({row["person_id"] for row in pairs} | {each for ids in own_accounts.values() for each in ids})
    )
    colleagues = _colleagues({row["organisation"] for row in pairs})
    homes: dict[UUID, set[str]] = defaultdict(set)
    found: dict[str, list[Row]] = defaultdict(list)
    for row in pairs:
        person = known.get(row["person_id"])
        own = row["person_id"] in own_accounts.get(row["actor_name"], ())
        if person and (own or account_key(row["actor_name"]) == name_key(person.given, person.family)):
            found["own_record"].append(row)
            homes[row["actor_id"]].add(person.postcode)
        homes[row["actor_id"]] |= {
            known[each].postcode for each in own_accounts.get(row["actor_name"], ()) if each in known
        }
    seen_own = {(row["actor_id"], row["person_id"]) for row in found["own_record"]}
    for row in pairs:
        person = known.get(row["person_id"])
        if person is None or (row["actor_id"], row["person_id"]) in seen_own:
            continue
        if same_surname(row["actor_name"], person.family):
            found["own_name"].append(row)
        if person.postcode and person.postcode in homes[row["actor_id"]]:
            found["same_street"].append(row)
        if name_key(person.given, person.family) in colleagues[row["organisation"]]:
            found["colleague"].append(row)
    return found


def _citizens_named(names: Any) -> dict[str, set[UUID]]:
    """The records of citizens' accounts that bear exactly these names."""
    found: dict[str, set[UUID]] = defaultdict(set)
    rows = User.objects.filter(kind=User.CITIZEN, person_id__isnull=False, name__in=set(names))
    for name, person_id in rows.values_list("name", "person_id"):
        if person_id is not None:
            found[name].add(person_id)
    return found


def _colleagues(organisations: set[str]) -> dict[str, set[tuple[str, str]]]:
    """The names of those who work in each organisation."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    rows = Membership.objects.filter(organisation_code__in=organisations, ended_at__isnull=True, user__kind=User.STAFF)
    for organisation, name in rows.values_list("organisation_code", "user__name"):
        found[organisation].add(account_key(name))
    return found
