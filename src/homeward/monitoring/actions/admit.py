"""How does somebody join a virtual ward? Where a place is free, the declared checks are met, and the need goes on as it was."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from homeward.access.api import relationships
from homeward.capacity import api as capacity
from homeward.directory import api as directory
from homeward.episodes import api as episodes
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, NotFound, Refused
from homeward.foundation.ids import new_id
from homeward.grammar.api import MonitoringPolicy
from homeward.monitoring.actions.held import happened, house
from homeward.monitoring.models import Stay
from homeward.monitoring.models.stay import OPEN
from homeward.monitoring.rules.joining import joining_faults
from homeward.monitoring.vocabulary import CAME_FROM
from homeward.people import api as people
from homeward.referrals import api as referrals


@action("monitoring.admit", about=lambda asked: asked["person_id"])
def admit(
    *, person_id: UUID, referral_id: UUID, service_code: str, team_code: str, checks: Mapping[str, bool], by: Actor,
    at: datetime, came_from: str = "home", senior_name: str = "", spo2_scale: str = "1", scale_why: str = "",
) -> Happening[UUID]:  # fmt: skip
    """Begin a stay for a need that is open; returns its id. Another team's need is joined without a new referral.

    The first whole set is due at once. Raises Invalid for a check that is not met, Refused when no place is free.
    """
    policy = directory.place().monitoring_of(service_code)
    if policy is None:
        raise NotFound("Nobody is watched at home by this service.", next_step="Choose a virtual ward.")
    referral = referrals.ServiceRequest.objects.select_for_update().filter(id=referral_id, person_id=person_id).first()
    if referral is None or not referral.is_open:
        raise Refused("This need is not open.", next_step="Reopen the need if it has come back.")
    _check(policy, person_id, service_code, checks, came_from, spo2_scale, scale_why, senior_name, at)
    episode_id = _episode(person_id, referral_id, service_code, team_code, by=by, at=at)
    stay = Stay(
        id=new_id(), person_id=person_id, referral_id=referral_id, episode_id=episode_id, service_code=service_code,
        team_code=team_code, fingerprint=directory.fingerprint_of("MonitoringPolicy", policy.code),
        came_from=came_from, senior_name=senior_name.strip(), spo2_scale=spo2_scale, started_at=at, next_due_at=at,
        review_due_at=at + policy.review_every, looked_at=at, looked_by=by.name,
        scale_by=by.name if spo2_scale == "2" else "", scale_why=scale_why.strip(),
    )  # fmt: skip
    stay.booking_id = _place(stay, policy, at=at)
    stay.save(force_insert=True)
    relationships.grant(person_id, team_code, kind="monitoring", source_id=stay.id, at=at)
    facts = {"came_from": came_from, "scale": spo2_scale, "episode": str(episode_id)}
    return happened(stay, stay.id, facts)


def _check(
    policy: MonitoringPolicy, person_id: UUID, service_code: str, checks: Mapping[str, bool], came_from: str,
    scale: str, scale_why: str, senior_name: str, at: datetime,
) -> None:  # fmt: skip
    if Stay.objects.filter(person_id=person_id, service_code=service_code, state__in=OPEN).exists():
        raise Refused("They are on this virtual ward already.", next_step="Open their stay from the ward's list.")
    born = people.Person.objects.filter(id=person_id).values_list("birth_date", flat=True).first()
    errors = joining_faults(policy, checks, born=born, at=at)
    if came_from not in CAME_FROM:
        errors["came_from"] = "Choose where they come from."
    if scale not in ("1", "2"):
        errors["spo2_scale"] = "Choose the SpO2 scale."
    elif scale == "2" and not scale_why.strip():
        errors["scale_why"] = "Say who set the target of 88 to 92% and why."
    if not senior_name.strip():
        errors["senior_name"] = "Enter the name of the senior clinician who agreed."
    if errors:
        raise Invalid(errors)


def _episode(person_id: UUID, referral_id: UUID, service_code: str, team_code: str, *, by: Actor, at: datetime) -> UUID:
    """The open episode of this service for the need, or a new one beside the team that has the need now."""
    if team_code not in {each.team for each in directory.service(service_code).providers}:
        raise Invalid({"team_code": "Choose a team that gives this service."})
    running = episodes.episodes_of([referral_id]).get(referral_id, [])
    for each in running:
        if each.service_code == service_code and each.closed_at is None:
            episodes.require_theirs("admit here", team=each.team_code, subject_id=referral_id, by=by)
            return each.id
    owners = [each.team_code for each in running if each.closed_at is None] or [team_code]
    for owner in (team_code, *owners):
        if episodes.is_theirs(team=owner, subject_id=referral_id, by=by):
            break
    else:
        episodes.require_theirs("admit here", team=team_code, subject_id=referral_id, by=by)
    return episodes.open_episode(
        person_id=person_id, referral_id=referral_id, service_code=service_code, team_code=team_code, by=house(), at=at
    )


def _place(stay: Stay, policy: MonitoringPolicy, *, at: datetime) -> UUID:
    """A place of the ledger, taken for the need. Refused, in the ledger's own words, when it knows of none."""
    lines = [
        each
        for each in capacity.offers([stay.service_code], at=at).get(stay.service_code, [])
        if each.team_code == stay.team_code
    ]
    for line in sorted(lines, key=lambda each: -(each.free or 0)):
        if line.free:
            return capacity.book(
                line_id=line.line_id, start=at, end=at + policy.longest_stay, subject_id=stay.referral_id,
                by=house(), at=at,
            )  # fmt: skip
    told = "; ".join(line.words for line in lines) or "nobody has said yet how many places there are"
    raise Refused(
        f"{directory.service(stay.service_code).title} has no place to give: {told}.",
        next_step="The need stays open with its owner. Ask the ward to report its places, or choose another service.",
    )
