"""What must a visitor know before knocking, and what may be asked at this visit? One opening of the record for the whole page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.access.api import gate, may_see
from homeward.directory import api as directory
from homeward.episodes import api as episodes
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound
from homeward.grammar.api import Outcome, Questionnaire
from homeward.people import api as people
from homeward.referrals import api as referrals
from homeward.visits.queries.facts_known import facts_known
from homeward.visits.queries.person_of import person_of_encounter
from homeward.visits.queries.visit_clocks import CONTACT, visit_clocks
from homeward.visits.queries.visits_of import Fact, VisitView, answers_at, visit, visits_of


@dataclass(frozen=True, kw_only=True)
class AtTheDoor:
    """One visit with its person, its need and what is known. `risks` and `need` are words.

    `where` says where to go when the service does not come to the home; `theirs`: the actor may record it.
    `due` are the codes of the forms that the step taken by this contact asks for; the others may be filled in too.
    `keyworker`: who holds the care by name, and whether they have left the team.
    """

    visit: VisitView
    banner: people.Banner
    where: str
    homes: Sequence[str]
    phones: Sequence[tuple[str, str]]
    need: str
    need_words: str
    wants_words: str
    risks: Sequence[str]
    risk_words: str
    received_at: datetime
    requester: str
    keyworker: str
    clocks: Sequence[episodes.ClockView]
    forms: Sequence[Questionnaire]
    due: frozenset[str]
    outcomes: Sequence[Outcome]
    known: Mapping[str, Fact]
    answers: Sequence[tuple[str, str]]
    others: Sequence[VisitView]
    care_open: bool
    theirs: bool


def at_the_door(encounter_id: UUID, *, by: Actor, at: datetime, why: str = "visit") -> AtTheDoor:
    """Everything the visitor's pages show; `why` is what the access log says. Raises NotFound, NotPermitted."""
    person_id = person_of_encounter({"encounter_id": encounter_id})
    with gate.person(person_id, by=by, at=at, why=why):
        found = visit(encounter_id)
        if found is None:
            raise NotFound("There is no such visit.", next_step="Go back to your round and choose it from the list.")
        page = people.person_page(person_id, by, at)
        referral = referrals.ServiceRequest.objects.get(id=found.referral_id)
        episode = episodes.episode(found.episode_id) if found.episode_id else None
        forms = _forms(episode, by)
        return AtTheDoor(
            visit=found, banner=page.banner, where=_where(episode), homes=[home.words for home in page.homes if home.until is None],
            phones=page.contacts, need=_need(referral.need_code), need_words=referral.need_words,
            wants_words=referral.wants_words, risks=_risks(referral.risk_codes), risk_words=referral.risk_words,
            received_at=referral.received_at, requester=_requester(referral), due=_due(episode), keyworker=_keyworker(episode, at),
            clocks=visit_clocks(episodes.clocks_of([referral.id], at).get(referral.id, [])), forms=forms,
            outcomes=episode.outcomes if episode else (),
            known=facts_known(person_id, [item.concept for form in forms for item in form.items if item.concept], by=by, at=at),
            answers=answers_at(encounter_id), others=[each for each in visits_of([referral.id]) if each.id != encounter_id],
            care_open=episode is not None and episode.closed_at is None,
            theirs=episodes.is_theirs(team=found.team_code, subject_id=referral.id, by=by),
        )  # fmt: skip


def _where(episode: episodes.EpisodeView | None) -> str:
    """Not said of the home: the addresses say it."""
    if episode is None or episode.setting == "home":
        return ""
    return f"{'In a bed of' if episode.setting == 'bed' else 'In hospital, with'} {episode.service_title}"


def _keyworker(episode: episodes.EpisodeView | None, at: datetime) -> str:
    if episode is None or not episode.keyworker_name:
        return ""
    left = episodes.who_left([episode], at=at)
    return f"{episode.keyworker_name}, who no longer works in this team" if left else episode.keyworker_name


def _forms(episode: episodes.EpisodeView | None, by: Actor) -> list[Questionnaire]:
    """What the service fills in, and what may be filled in besides; a sensitive form only for those who may see it."""
    place = directory.place()
    service = place.services.get(episode.service_code) if episode else None
    codes = (*service.questionnaires, *service.also_recorded) if service else ()
    forms = (place.questionnaires[code] for code in dict.fromkeys(codes))
    return [form for form in forms if may_see(by, form.sensitivity or "")]


def _due(episode: episodes.EpisodeView | None) -> frozenset[str]:
    """What the service's own declaration asks for at the step that a contact takes from where the care stands."""
    taken = (move for move in (episode.moves if episode else ()) if any(on.event == CONTACT for on in move.on))
    return frozenset(code for move in taken for code in move.asks)


def _need(code: str) -> str:
    need = directory.place().needs.get(code)
    return need.title if need else code


def _risks(codes: Sequence[str]) -> list[str]:
    words = {flag.code: flag.words for need in directory.place().needs.values() for flag in need.red_flags}
    return [words.get(code, code.replace("-", " ")) for code in codes]


def _requester(referral: referrals.ServiceRequest) -> str:
    return ", ".join(part for part in (referral.requester_name, referral.requester_organisation) if part)
