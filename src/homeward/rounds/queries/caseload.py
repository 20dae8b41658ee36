"""Who is on a team's caseload, who holds each, why do they stand where they stand, and what does each worker carry?"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.access.api import gate, members_of
from homeward.directory import api as directory
from homeward.episodes import api as episodes
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound
from homeward.foundation.moments import clock_face, london
from homeward.grammar.api import CaseloadRule
from homeward.rounds.queries.asked import policy
from homeward.rounds.queries.caseload_load import NOBODY, Load, load_of, loads
from homeward.rounds.queries.caseload_rows import caseload_rows
from homeward.rounds.rules.caseload import ORDER, Colour, Known, Reason, Told, colour, reasons

PAGE = 30
STAFF = 200
LATE = "A clock is late"


@dataclass(frozen=True, kw_only=True)
class Tended:
    """One care of a person by the team, and its keyworker by name, '' when none is named. `gone`: no longer of the team."""

    referral_id: UUID
    service: str
    since: datetime
    user_id: UUID | None
    keyworker: str
    gone: bool


@dataclass(frozen=True, kw_only=True)
class Held:
    """One person on the caseload, held by the keyworkers of their `care`; `holders` says in words who else, and how that is inferred.

    `holder` is the one who is counted for it: the first keyworker who still works in the team, else the inferred one.
    """

    person_id: UUID
    name: str
    birth_year: int | None
    services: Sequence[str]
    since: datetime
    seen_at: datetime | None
    holder: UUID | None
    holders: Sequence[tuple[str, str]]
    care: Sequence[Tended]
    colour: Colour
    reasons: Sequence[Reason]
    movable: bool

    @property
    def keyworkers(self) -> Sequence[Tended]:
        """Everybody named as keyworker, once each."""
        return list({each.user_id: each for each in self.care if each.keyworker}.values())

    @property
    def kept_by_name(self) -> bool:
        """Does a keyworker hold them?"""
        return any(each.keyworker and not each.gone for each in self.care)


@dataclass(frozen=True, kw_only=True)
class Caseload:
    """One page of the caseload. `counts` and `loads` are over all of it; `total` is more than was read when a team holds too many."""

    rows: Sequence[Held]
    counts: Mapping[Colour, int]
    loads: Sequence[Load]
    team: Load
    found: int
    read: int
    total: int
    page: int
    pages: int
    rule: CaseloadRule | None


def caseload(
    *, team: str, by: Actor, at: datetime, standing: str = "", holder: str = "", page: int = 1,
) -> Caseload:  # fmt: skip
    """The gravest first. `standing` is one colour, `holder` an account or 'nobody'. Raises NotFound for another's team."""
    require_own(team, by)
    how = policy()
    rule = how.caseload if how else None
    with gate.worklist(by=by, at=at, what="a team's caseload"):
        rows = caseload_rows(team, at)
        staff = staff_of(team, at)
        sorted_rows = _Sorted(rows)
        held = [_held(row, sorted_rows, staff, rule, at, {}) for row in rows["held"]]
        wanted = [
            each for each in held
            if (not standing or each.colour == standing) and (not holder or str(each.holder or NOBODY) == holder)
        ]  # fmt: skip
        wanted.sort(key=lambda each: (ORDER.index(each.colour), -len(each.reasons), each.seen_at or each.since, each.person_id))
        pages = max(1, -(-len(wanted) // PAGE))
        page = min(max(1, page), pages)
        shown = {each.person_id for each in wanted[(page - 1) * PAGE : page * PAGE]}
        said = _clocks((row["subject_id"] for row in rows["late"] if row["person_id"] in shown), at)
        told = {row["person_id"]: _held(row, sorted_rows, staff, rule, at, said) for row in rows["held"] if row["person_id"] in shown}
    everyone = loads(team, rows, staff, [each.holder for each in held if each.colour != "died"], how, at)
    return Caseload(
        rows=[told[each.person_id] for each in wanted if each.person_id in shown],
        counts={each: sum(one.colour == each for one in held) for each in ORDER}, loads=everyone, team=load_of(everyone),
        found=len(wanted), read=len(held), total=rows["held"][0]["total"] if rows["held"] else 0, page=page, pages=pages, rule=rule,
    )  # fmt: skip


def require_own(team: str, by: Actor) -> None:
    """Raises NotFound when the actor does not work in the team."""
    if team not in by.teams:
        raise NotFound("You do not work in that team.", next_step="Choose one of your own teams.")


def staff_of(team: str, at: datetime) -> dict[UUID, tuple[str, str]]:
    """Who works in the team now: name and role, once each."""
    found = members_of(team, roles=list(directory.place().roles), at=at, limit=STAFF)
    return {each.user_id: (each.name, each.role) for each in found}


class _Sorted:
    """The rows of every kind by person."""

    def __init__(self, rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
        self.of = {kind: defaultdict[UUID, list[Mapping[str, Any]]](list) for kind in rows if kind != "held"}
        for kind, found in self.of.items():
            for row in rows[kind]:
                found[row["person_id"]].append(row)


def _clocks(needs: Iterable[UUID], at: datetime) -> dict[UUID, list[str]]:
    found = episodes.clocks_of(set(needs), at, live_only=True)
    return {need: [f"{LATE}: {each.title}. {each.words}" for each in views if each.breached] for need, views in found.items()}


def _held(
    row: Mapping[str, Any], facts: _Sorted, staff: Mapping[UUID, tuple[str, str]], rule: CaseloadRule | None, at: datetime,
    said: Mapping[UUID, list[str]],
) -> Held:  # fmt: skip
    person = row["person_id"]
    theirs = {kind: found.get(person, []) for kind, found in facts.of.items()}
    coming = [each for each in theirs["visits"] if each["state"] == "started" or (each["planned_at"] and each["planned_at"] >= at)]
    first = coming[0] if coming else None
    services = directory.place().services
    care = _care(row, staff)
    known = _known(row, theirs, first, staff, at, said, [each.keyworker for each in care if each.gone])
    why = reasons(known, rule, at)
    keyworker = next((each.user_id for each in care if each.user_id and not each.gone), None)
    owner = next((each["owner_user"] for each in theirs["owners"]), None)
    return Held(
        person_id=person, name=" ".join(part for part in (row["given"], row["family"]) if part) or "Name not known",
        birth_year=row["birth_date"].year if row["birth_date"] else None, since=row["since"], seen_at=known.seen_at,
        services=[services[code].title if code in services else code for code in row["services"]],
        holder=keyworker or (first["practitioner_user"] if first else None) or owner, holders=_holders(first, owner, staff), care=care,
        colour=colour(known, why), reasons=why, movable=bool(theirs["tasks"] or theirs["visits"]),
    )  # fmt: skip


def _care(row: Mapping[str, Any], staff: Mapping[UUID, tuple[str, str]]) -> list[Tended]:
    services = directory.place().services
    return [
        Tended(
            referral_id=need, service=services[code].title if code in services else code, since=since, user_id=user,
            keyworker=staff[user][0] if user in staff else name, gone=user is not None and user not in staff,
        )
        for need, code, since, user, name in zip(
            row["care_needs"], row["care_services"], row["care_since"], row["keyworkers"], row["keyworker_names"], strict=True
        )
    ]  # fmt: skip


def _holders(first: Mapping[str, Any] | None, owner: UUID | None, staff: Mapping[UUID, tuple[str, str]]) -> list[tuple[str, str]]:
    found = []
    if first and (first["practitioner_user"] or first["practitioner_name"]):
        hour = london(first["planned_at"]) if first["planned_at"] else None
        when = f", {hour.day} {hour:%B}, {clock_face(hour)}" if hour else ""
        found.append(("Next visitor", f"{first['practitioner_name'] or name_of(first['practitioner_user'], staff)}{when}"))
    if owner:
        found.append(("Accepted by", name_of(owner, staff)))
    return found


def name_of(user: UUID, staff: Mapping[UUID, tuple[str, str]]) -> str:
    """A colleague's name, or that they are none of the team."""
    return staff[user][0] if user in staff else "Somebody who is not in this team now"


def _known(
    row: Mapping[str, Any], theirs: Mapping[str, Sequence[Mapping[str, Any]]], first: Mapping[str, Any] | None,
    staff: Mapping[UUID, tuple[str, str]], at: datetime, said: Mapping[UUID, list[str]], keyworkers_gone: Sequence[str],
) -> Known:  # fmt: skip
    past = [each["planned_at"] for each in theirs["visits"] if each["state"] == "planned" and each["planned_at"] and each["planned_at"] < at]
    late = [words for each in theirs["late"] for words in said.get(each["subject_id"]) or [LATE]]
    user = first["practitioner_user"] if first else None
    return Known(
        died=row["died"], since=row["since"], seen_at=next((each["seen_at"] for each in theirs["seen"]), None),
        next_at=(first["planned_at"] or at) if first else None,
        next_with=(first["practitioner_name"] or (name_of(user, staff) if user else "")) if first else "",
        next_gone=user is not None and user not in staff, missed_at=past[0] if past else None, clocks=list(dict.fromkeys(late)),
        alerts=[Told(level=each["level"], words=each["words"]) for each in theirs["alerts"]],
        overdue=[(each["title"], each["due_at"]) for each in theirs["tasks"] if each["due_at"] and each["due_at"] < at],
        unread=sum(each["unread"] for each in theirs["unread"]),
        keyworkers_gone=list(dict.fromkeys(keyworkers_gone)),
    )  # fmt: skip


