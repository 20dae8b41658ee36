"""Does every permission that a role names belong to an action or a page of the house?"""

import re
from datetime import date
from pathlib import Path

import pytest

import homeward
from homeward.grammar.api import check, load
from tests.places import PLACES

SOURCE = Path(homeward.__file__).parent
NAMED = re.compile(r'@(?:action|page)\(\s*"([a-z_]+\.[a-z_]+)"')
# Pages that the house has promised (its contract), built or not yet.
PROMISED = frozenset(
    "my_work.view hub.view referral.make referral.call referral.track person.search person.view audit.view "
    "who_looked.view numbers.view handbook.view capacity.view visit.view me.view users.manage".split()
)


def permissions() -> frozenset[str]:
    """The names in the source of every action and page; reading them needs no database."""
    files = (file for file in SOURCE.rglob("*.py") if "tests" not in file.parts)
    return PROMISED | {name for file in files for name in NAMED.findall(file.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("dotted", PLACES)
def test_roles_name_only_what_there_is(dotted: str) -> None:
    faults = check(load(dotted), date(2026, 11, 21), permissions=permissions())
    assert [fault.words for fault in faults] == []


@pytest.mark.parametrize("dotted", PLACES)
def test_every_move_of_a_service_asks_for_what_there_is(dotted: str) -> None:
    asked = {move.permission for service in load(dotted).services.values() for move in service.moves}
    assert asked <= permissions()


@pytest.mark.parametrize("dotted", PLACES)
def test_every_promised_page_has_somebody_to_open_it(dotted: str) -> None:
    roles = load(dotted).roles.values()
    assert {page for page in PROMISED if not any(role.may(page) for role in roles)} == set()


# A telephone system announces these; none is joined yet.
TELEPHONE = frozenset({"call.ring", "call.answer", "call.abandon"})


@pytest.mark.parametrize("dotted", PLACES)
def test_every_clock_and_move_waits_for_what_can_happen(dotted: str) -> None:
    faults = check(load(dotted), date(2026, 11, 21), events=permissions() | TELEPHONE)
    assert [fault.words for fault in faults] == []
