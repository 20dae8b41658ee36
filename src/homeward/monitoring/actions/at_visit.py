"""What follows when a visitor has measured? The set goes on the ward's chart of whoever is on one; else the same bands say who is told."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from homeward.access.api import relationships
from homeward.directory import api as directory
from homeward.episodes import api as episodes
from homeward.foundation.events import EventRow
from homeward.foundation.ids import new_id
from homeward.grammar.api import MonitoringPolicy, Questionnaire
from homeward.monitoring.actions.consider import consider, measured_at, where_measured, words_of
from homeward.monitoring.actions.held import house, policy_of
from homeward.monitoring.actions.raise_alert import raise_alert
from homeward.monitoring.models import ObservationSet, Stay
from homeward.monitoring.models.stay import VISITED
from homeward.monitoring.rules.joining import too_young
from homeward.monitoring.rules.scoring import SCALE, Signs, Value, band_called_for, parts_asked, scored, total_alone
from homeward.monitoring.vocabulary import AT_A_VISIT, KEY_OF_A_VISIT
from homeward.people import api as people
from homeward.plans import api as plans
from homeward.visits import api as visits

UNSAID = "SpO2 scale {scale}: nobody said at the visit whether a target of 88 to 92% is set."
OTHERWISE = "SpO2 scale {said} was said at the visit; the ward's own, scale {scale}, counts."


def measured_at_visit(event: EventRow) -> None:
    """Hear of a recorded visit. Part of the transaction that records it: nobody is told of a visit that was not kept, nor kept from it."""
    forms = [form for code in event.facts.get("forms", ()) if (form := directory.place().questionnaires.get(code))]
    if event.person_id is None or not any(item.score or item.concept for form in forms for item in form.items):
        return
    visit = visits.visit(event.subject_id)
    if visit is None or visit.contact_at is None:
        return
    stay = _on_a_ward(visit, visit.contact_at)
    policy = policy_of(stay) if stay else _policy(visit, event.at)
    if policy is None:
        return
    answers = visits.answers_given(visit.id)
    for form in forms:
        given = answers.get(form.code, {})
        sets = [parts for name, parts in plans.measured(form, given) if name == policy.score]
        told = None if sets else _total_told(policy, form, given)
        if sets or told is not None:
            stay = stay or _begun(visit, policy, at=event.at)
        if stay is None:
            continue
        for parts in sets:
            _kept(stay, policy, parts, visit, form, event)
        if told is not None:
            _total_alone(stay, policy, told, visit, event)


def _on_a_ward(visit: visits.VisitView, moment: datetime) -> Stay | None:
    """The ward that watches them, when the visit fell into the time on it."""
    rows = Stay.objects.select_for_update().filter(person_id=visit.person_id, state="on").order_by("-started_at")
    return next((row for row in rows if moment >= row.started_at - policy_of(row).together), None)


def _policy(visit: visits.VisitView, at: datetime) -> MonitoringPolicy | None:
    service = _service(visit)
    policy = directory.place().told_of_visits_to(service) if service else None
    born = people.Person.objects.filter(id=visit.person_id).values_list("birth_date", flat=True).first()
    return None if policy is None or too_young(policy, born, at=at) else policy


def _service(visit: visits.VisitView) -> str:
    care = episodes.episode(visit.episode_id) if visit.episode_id else None
    if care is None:
        found = episodes.episodes_of([visit.referral_id]).get(visit.referral_id, [])
        care = next((each for each in reversed(found) if each.team_code == visit.team_code), None)
    return care.service_code if care else ""


def _begun(visit: visits.VisitView, policy: MonitoringPolicy, *, at: datetime) -> Stay:
    """What this care has measured before stands together, so that a rise is seen; whoever records holds the need's lock."""
    service = _service(visit)
    stay = Stay.objects.select_for_update().filter(referral_id=visit.referral_id, service_code=service, state=VISITED).first()
    if stay is None:
        former = Stay.objects.filter(person_id=visit.person_id).order_by("-started_at").values_list("spo2_scale", flat=True).first()
        stay = Stay.objects.create(
            id=new_id(), person_id=visit.person_id, referral_id=visit.referral_id, episode_id=visit.episode_id, service_code=service,
            team_code=visit.team_code, fingerprint=directory.fingerprint_of("MonitoringPolicy", policy.code), state=VISITED,
            came_from=AT_A_VISIT, started_at=visit.contact_at or at, spo2_scale=former or "1",
        )  # fmt: skip
        relationships.grant(stay.person_id, stay.team_code, kind="monitoring", source_id=stay.id, at=at)
    return stay


def _kept(
    stay: Stay, policy: MonitoringPolicy, parts: Mapping[str, Value | None], visit: visits.VisitView, form: Questionnaire, event: EventRow
) -> None:
    """One set, once. On a ward the scale is the person's own; elsewhere what was said at the visit, else what stood before, else scale 1."""
    key = f"{KEY_OF_A_VISIT}{visit.id} {form.code}"
    if ObservationSet.objects.filter(key=key).exists():
        return
    said = str(parts.get(SCALE) or "")
    if stay.state == VISITED and said:
        stay.spo2_scale = said
    signs: dict[str, Value | None] = {part.column: parts.get(part.column) for part in parts_asked(policy.score)}
    if all(value is None for value in signs.values()):
        return
    found = scored(signs, score=policy.score, scale=stay.spo2_scale)
    row = ObservationSet.objects.create(
        id=new_id(), stay=stay, person_id=stay.person_id, taken_at=measured_at(stay, visit.contact_at or event.at), recorded_at=event.at, source="staff",
        actor_name=visit.practitioner or event.actor_name, spo2_scale=stay.spo2_scale, total=found.total, response=found.response,
        at_least=found.at_least, words=_of_scale(stay, said, signs), key=key, **signs,
    )  # fmt: skip
    if stay.state != VISITED:
        stay.looked_at, stay.looked_by, stay.unseen = event.at, event.actor_name, 0
    consider(stay, policy, row, found, at=event.at, besides=event.actor_id)
    stay.save()


def _of_scale(stay: Stay, said: str, signs: Signs) -> str:
    """What whoever reads the set must know of its scale."""
    if signs.get("spo2") is None or said == stay.spo2_scale or (not said and stay.state != VISITED):
        return "At a visit."
    words = OTHERWISE if said else UNSAID
    return f"At a visit. {words.format(said=said, scale=stay.spo2_scale)}"


def _total_told(policy: MonitoringPolicy, form: Questionnaire, answers: Mapping[str, visits.Value]) -> int | None:
    """The score told as one number, where the form asks for no more."""
    concept = policy.at_visits.total if policy.at_visits else ""
    told: Sequence[visits.Value] = [
        answers[item.link_id] for item in form.items
        if concept and item.concept == concept and item.score is None and item.link_id in answers
    ]  # fmt: skip
    return next((int(value) for value in told if isinstance(value, (int, float)) and not isinstance(value, bool)), None)


def _total_alone(stay: Stay, policy: MonitoringPolicy, told: int, visit: visits.VisitView, event: EventRow) -> None:
    """A number without its signs is no set and stands in no trend; what it calls for is told all the same."""
    found = total_alone(told, score=policy.score)
    band = band_called_for(policy, found) if found else None
    if found is None or band is None or band.level is None:
        return
    who = visit.practitioner or event.actor_name
    where = where_measured(stay, who) or f" Told at a visit by {who}."
    raise_alert(
        stay=stay, policy=policy, kind="score", level=band.level, response=band.response, total=told, by=house(), at=event.at,
        words=words_of(policy, band, found) + where, besides=event.actor_id,
    )  # fmt: skip
