"""Who may join a virtual ward, what must be so, and is there a place?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.access.api import gate
from homeward.capacity import api as capacity
from homeward.directory import api as directory
from homeward.episodes import api as episodes
from homeward.foundation.actions import Actor
from homeward.grammar.api import JoiningCheck
from homeward.people import api as people
from homeward.referrals import api as referrals

_MAY_JOIN = """
select r.id, r.person_id, r.need_code, r.need_words, n.given, n.family, e.team_code, e.service_code, e.opened_at
from episodes_episodeofcare e
join referrals_servicerequest r on r.id = e.referral_id and r.ended_at is null
left join people_personname n on n.person_id = e.person_id and n.use = 'usual' and n.valid_to is null
where e.closed_at is null and (e.team_code = any (%(teams)s) or %(every)s)
  and not exists (select from monitoring_stay s where s.person_id = e.person_id and s.state not in ('visited', 'ended'))
order by e.service_code = any (%(services)s) desc,
         case when e.service_code = any (%(services)s) then e.opened_at end, e.opened_at desc, e.id
limit %(limit)s
"""
MOST = 100


@dataclass(frozen=True, kw_only=True)
class Joiner:
    """Somebody who may join. `accepted`: a ward, `team_name`, has said yes already, `since` then."""

    referral_id: UUID
    person_id: UUID
    name: str
    need: str
    team_name: str
    accepted: bool
    since: datetime


@dataclass(frozen=True, kw_only=True)
class WardPlaces:
    """One ward and what the ledger knows of its places. `code` is 'service|team'."""

    code: str
    title: str
    words: str
    free: int | None


@dataclass(frozen=True, kw_only=True)
class Joining:
    """What the page of joining needs."""

    banner: people.Banner
    need: str
    checks: Sequence[JoiningCheck]
    wards: Sequence[WardPlaces]
    came_from: str


def may_join(*, by: Actor, at: datetime, limit: int = MOST) -> list[Joiner]:
    """Those whom the asker's teams look after and who are on no ward, those accepted for one first, who waits longest foremost. Opens the gate."""
    services = watched()
    wide = not any(
        team in by.teams for team in {each.team for code in services for each in directory.service(code).providers}
    )
    values: dict[str, Any] = {"teams": list(by.teams), "every": wide, "services": services, "limit": limit}
    with gate.worklist(by=by, at=at, what="who may join"), connection.cursor() as cursor:
        cursor.execute(_MAY_JOIN, values)
        names = [column.name for column in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    seen: dict[UUID, Joiner] = {}
    for row in rows:
        seen.setdefault(row["id"], _joiner(row, services))
    return list(seen.values())


def places(*, at: datetime) -> list[WardPlaces]:
    """Every ward with what the ledger says it has free."""
    offers = capacity.offers(watched(), at=at)
    found = []
    for code in watched():
        service = directory.service(code)
        for team in dict.fromkeys(provider.team for provider in service.providers):
            lines = [each for each in offers.get(code, []) if each.team_code == team]
            free = sum(each.free or 0 for each in lines) if lines else None
            words = "; ".join(each.words for each in lines) or "nobody has said how many places are free"
            found.append(WardPlaces(code=f"{code}|{team}", title=service.title, words=words, free=free))
    return found


def joining(referral_id: UUID, *, by: Actor, at: datetime) -> Joining:
    """What is asked before this need joins a ward. Opens the person's record. Raises NotFound, NotPermitted."""
    need = referrals.referral(referral_id, by=by, at=at)
    with gate.person(need.person_id, by=by, at=at, why="joining a virtual ward"):
        running = episodes.open_episodes_of_person(need.person_id)
    services = watched()
    accepted = [
        each.service_code for each in running if each.service_code in services and each.referral_id == referral_id
    ]
    wards = [each for each in places(at=at) if not accepted or each.code.partition("|")[0] in accepted]
    policy = directory.place().monitoring_of((accepted or services)[0])
    return Joining(
        banner=people.banner(need.person_id, by, at), need=_need(need.need_code, need.need_words),
        checks=policy.joining if policy else (), wards=wards, came_from="home" if accepted or not running else "team",
    )  # fmt: skip


def watched() -> list[str]:
    """The services that watch somebody at home."""
    return [code for policy in directory.place().monitoring_policies.values() for code in policy.services]


def _need(code: str, words: str) -> str:
    found = directory.place().needs.get(code)
    return f"{found.title}: {words}" if found and words else found.title if found else words


def _joiner(row: Mapping[str, Any], services: Sequence[str]) -> Joiner:
    team = directory.place().teams.get(row["team_code"])
    return Joiner(
        referral_id=row["id"], person_id=row["person_id"], need=_need(row["need_code"], row["need_words"]),
        name=" ".join(part for part in (row["given"], row["family"]) if part),
        team_name=team.name if team else row["team_code"], accepted=row["service_code"] in services, since=row["opened_at"],
    )  # fmt: skip
