"""Who is in this person's circle of care, by name, and how is each rung?"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from homeward.directory import api as directory
from homeward.episodes import api as episodes
from homeward.episodes.api import EpisodeView
from homeward.foundation.actions import Actor
from homeward.people.api import PersonPage
from homeward.web.people.person.now import Now
from homeward.web.words import listed

NUMBER = re.compile(r"\+?[\d][\d ()-]{6,}\d")


@dataclass(frozen=True, kw_only=True)
class Member:
    """One of the circle. `telephone` is empty when none is known: that is said, never hidden.

    `keyworker`: who of the team holds the care by name. `through`: a team that gives no number of its own is reached through this one, which stands first with its number.
    """

    role: str
    name: str
    telephone: str = ""
    detail: str = ""
    keyworker: str = ""
    through: str = ""
    seen_at: datetime | None = None

    @property
    def dialled(self) -> str:
        """The number as a telephone dials it."""
        return re.sub(r"[^\d+]", "", self.telephone)


@dataclass(frozen=True, kw_only=True)
class Keyworker:
    """Who holds one care by name, '' when nobody is named. `left`: no longer of the team. `may_change`: the asker may name another."""

    service: str
    team: str
    name: str
    since: datetime | None
    begun: datetime
    left: bool
    referral_id: UUID
    may_change: bool


def keyworkers(now: Now, *, by: Actor, may_name: bool) -> list[Keyworker]:
    """One for each care that goes on. Asked inside the person's open gate; `may_name`: the asker's role names keyworkers."""
    teams = directory.place().teams
    return [
        Keyworker(
            service=each.service_title, team=teams[each.team_code].name if each.team_code in teams else each.team_code,
            name=each.keyworker_name, since=each.keyworker_since, begun=each.opened_at, left=each.id in now.left, referral_id=each.referral_id,
            may_change=may_name and episodes.is_theirs(team=each.team_code, subject_id=each.referral_id, by=by),
        )
        for each in now.episodes
    ]  # fmt: skip


def family(shown: PersonPage) -> list[Member]:
    """The person's own telephone, next of kin and carers, as they were told to us."""
    own = [
        Member(role="Their own telephone", name=shown.banner.name, telephone=words)
        for kind, words in shown.contacts
        if kind == "Telephone"
    ]
    return own + [_close(kind, words) for kind, words in shown.contacts if kind in ("Carer", "Next of kin")]


def circle(shown: PersonPage, now: Now) -> Sequence[Member]:
    """How teams without a number are reached; the teams that look after them now, with who saw them last; then the owners
    of open needs; then the promised names."""
    found = [_team(each, now) for each in now.episodes]
    known = {each.team_code for each in now.episodes}
    for wait in now.waits:
        if wait.need.owner_team not in known:
            known.add(wait.need.owner_team)
            owner = wait.need
            found.append(
                Member(role=f"Has the request: {owner.title}", name=owner.owner_name, telephone=owner.owner_telephone)
            )
    return [*_reached(_merged(found), _hub(now)), *_practice(shown), *_promised(shown)]


def _hub(now: Now) -> tuple[str, str]:
    """Name and number of the hub of the newest open need that gives one, else of the place's urgent line."""
    place = directory.place()
    hubs = (place.teams.get(wait.need.hub_team) for wait in now.waits)
    known = ((hub.name, hub.telephone) for hub in hubs if hub is not None and hub.telephone)
    return next(known, ("The urgent line", place.card.urgent_telephone or ""))


def _reached(teams: Sequence[Member], hub: tuple[str, str]) -> list[Member]:
    """Who can be rung stands before whom nobody can ring; the hub reaches those, and is said to."""
    name, telephone = hub
    dumb = [each for each in teams if not each.telephone]
    if not dumb or not telephone:
        return list(teams)
    own = next((each for each in teams if each.name == name and each.telephone), None)
    whom = listed([each.name for each in dumb])
    first = replace(own, detail=f"Reaches {whom}") if own else Member(role=f"Reaches {whom}", name=name, telephone=telephone)
    others = [each for each in teams if each.telephone and each is not own]
    return [first, *others, *(replace(each, through=name) for each in dumb)]


def _team(episode: EpisodeView, now: Now) -> Member:
    team = directory.place().teams.get(episode.team_code)
    seen = next((each for each in now.lately if each.team_code == episode.team_code and each.practitioner), None)
    return Member(
        role=episode.service_title,
        name=team.name if team else episode.team_code,
        telephone=(team.telephone or "") if team else "",
        keyworker="" if episode.id in now.left else episode.keyworker_name,
        detail=f"{seen.practitioner} saw them last" if seen else episode.stage_title,
        seen_at=seen.contact_at if seen else None,
    )


def _merged(members: Iterable[Member]) -> list[Member]:
    """A team that gives two services is one of the circle once."""
    by_name: dict[str, Member] = {}
    for each in members:
        known = by_name.get(each.name)
        if known and each.role not in known.role:
            known = replace(known, role=f"{known.role}, {each.role}")
        if known and each.keyworker not in known.keyworker.split(", "):
            known = replace(known, keyworker=", ".join(filter(None, (known.keyworker, each.keyworker))))
        by_name[each.name] = known or each
    return list(by_name.values())


def _practice(shown: PersonPage) -> list[Member]:
    if not shown.practice_code:
        return []
    place = directory.place()
    organisation = next(
        (each for each in place.organisations.values() if shown.practice_code in (each.code, each.ods_code)), None
    )
    name = next((row.words for row in shown.practices if row.until is None), shown.practice_code)
    return [Member(role="GP practice", name=name, telephone=(organisation.telephone or "") if organisation else "")]


def _promised(shown: PersonPage) -> list[Member]:
    return [
        Member(role=each.title, name=each.person_name or "Not named yet", telephone=each.telephone or "")
        for each in shown.promised
    ]


def _close(kind: str, words: str) -> Member:
    found = NUMBER.search(words)
    telephone = found[0] if found else ""
    name = words.replace(telephone, "").strip(" ,") if telephone else words
    return Member(role=kind, name=name, telephone=telephone)
