"""Which parts of the site does this person see on the menu? Their role's sections, in its order, where permitted."""

from dataclasses import dataclass

from django.http import HttpRequest

from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.grammar.api import Role
from homeward.web.asker import may


@dataclass(frozen=True, kw_only=True)
class Section:
    """One entry: the permission of its first page, its words and its address."""

    permission: str
    words: str
    address: str


SECTIONS = {
    "my_work": Section(permission="my_work.view", words="My work", address="/work/"),
    "residents": Section(permission="residents.view", words="My residents", address="/residents/"),
    "rounds": Section(permission="round.view", words="Rounds", address="/rounds/"),
    "hub": Section(permission="hub.view", words="Hub", address="/hub/"),
    "call": Section(permission="referral.call", words="New call", address="/hub/call/"),
    "refer": Section(permission="referral.make", words="Make a referral", address="/refer/"),
    "track": Section(permission="referral.track", words="My referrals", address="/track/"),
    "people": Section(permission="person.search", words="People", address="/people/"),
    "matches": Section(permission="person.decide", words="Records to match", address="/people/matches/"),
    "outbox": Section(permission="message.view", words="Messages sent", address="/exchange/"),
    "subscriptions": Section(permission="subscription.view", words="Told systems", address="/exchange/subscriptions/"),
    "assessments": Section(permission="assessment.view", words="Assessments", address="/assessments/"),
    "flow": Section(permission="flow.view", words="Flow", address="/flow/"),
    "front_door": Section(permission="front_door.view", words="Front door", address="/front-door/"),
    "front_door_results": Section(permission="front_door.results", words="Kept from hospital?", address="/front-door/results/"),
    "advice_line": Section(permission="line.view", words="Advice line", address="/front-door/line/"),
    "capacity": Section(permission="capacity.view", words="Capacity", address="/capacity/"),
    "virtual_wards": Section(permission="monitoring.view", words="Virtual wards", address="/virtual-wards/"),
    "numbers": Section(permission="numbers.view", words="Numbers", address="/numbers/"),
    "boards": Section(permission="numbers.view", words="Boards", address="/numbers/boards/"),
    "returns": Section(permission="returns.view", words="National returns", address="/numbers/returns/"),
    "safety": Section(permission="handbook.view", words="Hazards", address="/handbook/safety/"),
    "handbook": Section(permission="handbook.view", words="Handbook", address="/handbook/"),
    "imports": Section(permission="import.view", words="Partners' records", address="/imports/"),
    "audit": Section(permission="audit.view", words="Audit", address="/audit/"),
    "accounts": Section(permission="users.manage", words="Accounts", address="/accounts/"),
    "me": Section(permission="me.view", words="My care", address="/me/"),
}


REFERRERS = ("refer", "track")


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A section as the header shows it; `here` when the page belongs to it."""

    words: str
    address: str
    here: bool


def menu(request: HttpRequest, actor: Actor | None) -> list[Entry]:
    """The entries of `actor`'s menu; a link's holder and a stranger have none."""
    role = directory.place().roles.get(actor.role) if actor else None
    if actor is None or role is None:
        return []
    sections = [SECTIONS[code] for code in _codes(role)]
    shown = [section for section in sections if may(actor, section.permission)]
    here = max(
        (section.address for section in shown if _within(request.path, section.address)),
        key=len,
        default=None,
    )
    return [Entry(words=each.words, address=each.address, here=each.address == here) for each in shown]


def _codes(role: Role) -> list[str]:
    """The role's own sections, and after the first those that whoever refers needs, unless a hub or citizen's page serves."""
    codes = [code for code in role.sections if code in SECTIONS]
    if not codes or {"hub", "me"} & set(codes):
        return codes
    return [codes[0], *(code for code in REFERRERS if code not in codes), *codes[1:]]


def _within(path: str, address: str) -> bool:
    """A page of the section; the address of the site itself shows my work where that is what comes first."""
    return path.startswith(address) or (path == "/" and address == SECTIONS["my_work"].address)
