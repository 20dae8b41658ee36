"""Which services could answer this need, in which order, and what speaks for and against each? A handful of questions
to the database, however many services there are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.access.api import gate
from homeward.capacity.api import Offer, offers
from homeward.directory import api as directory
from homeward.episodes.api import clocks_of, open_episodes_of_person
from homeward.foundation.actions import Actor
from homeward.foundation.moments import london
from homeward.grammar.api import NeverOpens, Place, Provider, Service, next_opening
from homeward.referrals.models import ServiceRequest
from homeward.referrals.queries.board_row import need_title
from homeward.referrals.queries.known_facts import facts_of, known
from homeward.referrals.queries.referral import the_referral
from homeward.referrals.queries.whose import person_of
from homeward.referrals.rules.placing import Candidate, digest, rank
from homeward.referrals.rules.reasons import Asked, Option, Room


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What is shown to whoever places: every service, in order. `digest` says which list was seen when one is chosen."""

    candidates: tuple[Candidate, ...]
    digest: str
    shown_at: datetime

    @property
    def fitting(self) -> tuple[Candidate, ...]:
        return tuple(each for each in self.candidates if each.fits)

    @property
    def others(self) -> tuple[Candidate, ...]:
        return tuple(each for each in self.candidates if not each.fits)


def candidates(referral_id: UUID, *, by: Actor, at: datetime) -> Shown:
    """The candidates for a referral as they stand now."""
    with gate.opened_for(person_of(referral_id), by=by, at=at, why="placing"):
        return candidates_of(the_referral(referral_id), at=at)


def candidates_of(
    referral: ServiceRequest, *, at: datetime, need_code: str | None = None, urgency: str | None = None
) -> Shown:
    """The same inside an open gate; a part of a need may have another need or urgency than the whole."""
    place, person = directory.place(), known(referral.person_id)
    need, soon = need_code or referral.need_code, urgency or referral.urgency
    facts = {**facts_of(referral, person, at), "need": need, "urgency": soon}
    asked = Asked(
        need_code=need,
        need_title=need_title(need),
        urgency_code=soon,
        urgency_title=place.urgencies[soon].title if soon in place.urgencies else soon,
        due_at=_first_due(referral.id, at),
        facts=facts,
        at=at,
    )
    ranked = rank(asked, _options(place, referral, person.areas(at).all, at))
    return Shown(candidates=ranked, digest=digest(ranked), shown_at=at)


def _first_due(referral_id: UUID, at: datetime) -> datetime | None:
    """When the first wait that a visit answers runs out; the hub's own waits are not the service's."""
    hubs = {code for service in directory.place().services.values() if service.hub for code in service.clocks}
    views = clocks_of([referral_id], at, live_only=True).get(referral_id, [])
    return next((view.due_at for view in views if view.due_at and view.code not in hubs), None)


def _options(place: Place, referral: ServiceRequest, areas: frozenset[str], at: datetime) -> Iterable[Option]:
    rooms = _rooms(offers(place.services, at=at), skills=_skills(place, referral.need_code))
    knowing = _who_knows(referral)
    opening: dict[str, datetime | None] = {}
    for service in place.services.values():
        for provider, in_area in _providers(service, areas):
            team = place.teams[provider.team]
            for calendar in (service.calendar, team.calendar):
                if calendar not in opening:
                    opening[calendar] = _opens(place, calendar, at)
            times = [opening[service.calendar], opening[team.calendar]]
            yield Option(
                service=service,
                team_code=team.code,
                team_name=team.name,
                in_area=in_area,
                opens_at=max((each for each in times if each), default=None) if all(times) else None,
                room=rooms.get((service.code, team.code)),
                known=knowing.get((service.code, team.code), ""),
            )


def _providers(service: Service, areas: frozenset[str]) -> list[tuple[Provider, bool | None]]:
    """Those who give the service where the person is; else one that gives it elsewhere, so that it is shown and says so."""
    if not areas:
        return [(service.providers[0], None)]
    here = [(each, True) for each in service.providers if not areas.isdisjoint(each.areas)]
    return list(here) or [(service.providers[0], False)]


def _opens(place: Place, calendar: str, at: datetime) -> datetime | None:
    try:
        return next_opening(place.calendars[calendar], at=at)
    except NeverOpens:
        return None


def _skills(place: Place, need: str) -> frozenset[str]:
    """What a visit for this need asks; nothing where no visit is planned for it."""
    return frozenset(place.rounds.kind_of(need).skills) if place.rounds else frozenset()


def _rooms(ledger: Mapping[str, Sequence[Offer]], *, skills: frozenset[str]) -> dict[tuple[str, str], Room]:
    """One answer for each team and service: of several lines the freshest that has room. Room of another skill than the need asks is none."""
    found: dict[tuple[str, str], Room] = {}
    for service, lines in ledger.items():
        able = [line for line in lines if not line.skill or not skills or line.skill in skills]
        for line in sorted(able, key=lambda line: (line.stale, -(line.free or 0))):
            found.setdefault(
                (service, line.team_code),
                Room(
                    free=line.free,
                    of=line.of,
                    unit=line.unit,
                    next_at=line.next_at,
                    as_of=line.as_of,
                    stale=line.stale,
                    skill=line.skill,
                ),
            )
    return found


def _who_knows(referral: ServiceRequest) -> dict[tuple[str, str], str]:
    """The teams that look after the person now, by an open episode, and since when."""
    found: dict[tuple[str, str], str] = {}
    for episode in open_episodes_of_person(referral.person_id):
        since = london(episode.opened_at)
        found[episode.service_code, episode.team_code] = (
            f"Already looks after this person, since {since.day} {since:%B}."
        )
    return found
