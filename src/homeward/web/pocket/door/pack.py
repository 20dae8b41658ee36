"""What goes into the pocket? The visits of one member of staff in this stretch of their work, with what is needed at each door and in a crisis."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.template.loader import render_to_string

from homeward.access.api import gate
from homeward.foundation.errors import NotFound, NotPermitted
from homeward.foundation.moments import at_london, london_day
from homeward.grammar.api import Item, Questionnaire
from homeward.people import api as people
from homeward.plans import api as plans
from homeward.rounds import api as rounds
from homeward.visits import api as visits
from homeward.web.page import PageRequest
from homeward.web.people.aged import aged
from homeward.web.people.health.read import Health, health
from homeward.web.people.person.circle import circle, family
from homeward.web.people.person.now import now
from homeward.web.visit.wished import wished

WHY = "carried on a phone"
LOUD_AFTER = 30  # minutes without a sync after which the phone says so loudly
KEPT_UNTIL = 4  # o'clock on the next day: a round that nobody renewed leaves the phone before that day's work, but never within a night's


def pack(request: PageRequest, *, device_id: UUID) -> dict[str, Any]:
    """The whole round. A visit whose person is shut to the asker is left out, and that it was is said."""
    stops, forms, shut = list[dict[str, Any]](), dict[str, Questionnaire](), 0
    for stop in rounds.pocket_stops(by=request.actor, at=request.at):
        try:
            stops.append(_stop(stop, forms, device_id, request))
        except (NotPermitted, NotFound):
            shut += stop.state != "stopped"  # to which nobody need go
    return {
        "at": request.at.isoformat(), "good_until": _good_until(request).isoformat(),
        "loud_after": LOUD_AFTER, "who": request.actor.name, "stops": stops, "shut": shut,
        "forms": {code: _form(form) for code, form in forms.items()},
        "ways": [[code, words] for code, (words, _) in visits.WAYS.items()],
        "not_seen": [[code, each.title, each.asks_for_words] for code, each in visits.NOT_SEEN.items()],
    }  # fmt: skip


def _good_until(request: PageRequest) -> datetime:
    at = request.at
    night = rounds.my_stretch(by=request.actor, at=at).ends + visits.WRITES_UP
    return max(at_london(london_day(at) + timedelta(days=1), KEPT_UNTIL), night)


def _stop(
    stop: rounds.PocketStop, forms: dict[str, Questionnaire], device_id: UUID, request: PageRequest
) -> dict[str, Any]:
    by, at = request.actor, request.at
    rounds.carry(encounter_id=stop.id, device_id=device_id, by=by, at=at)
    door = visits.at_the_door(stop.id, by=by, at=at, why=WHY)
    with gate.person(stop.person_id, by=by, at=at, why=WHY):
        told = health(stop.person_id, by=by, at=at)
        unread = rounds.rounds_of(stop.person_id, at=at).unread
        wishes = wished(stop.person_id)
        crisis = _crisis(stop.person_id, told, request)
        scores = [] if door.visit.open else plans.visit_scores(stop.id, by=by)
    forms |= {form.code: form for form in door.forms}
    banner, visit = door.banner, door.visit
    return {
        "id": str(stop.id), "state": visit.state, "state_words": visit.state_words, "open": visit.open, "purpose": visit.purpose or "Visit",
        "planned_at": _iso(visit.planned_at), "contact_at": _iso(visit.contact_at), "received_at": _iso(door.received_at),
        "by": visit.practitioner, "notice": visit.notice, "theirs": door.theirs, "way": visit.way,
        "name": banner.name, "born": banner.born_said, "sex": banner.sex if banner.sex_code != "unknown" else "",
        "nhs": banner.nhs_number_said if banner.nhs_number else banner.nhs_number_said.lower(), "language": banner.language_said if banner.interpreter_needed else "",
        "access_needs": banner.access_needs, "restricted": banner.restricted, "alerts": list(told.alerts),
        "notices": [each.words for each in banner.notices], "where": door.where, "homes": list(door.homes),
        "phones": [list(each) for each in door.phones], "need": door.need, "keyworker": door.keyworker, "need_words": door.need_words, "wants": door.wants_words,
        "risks": list(door.risks), "risk_words": door.risk_words,
        "clocks": [{"title": each.title, "due_at": _iso(each.due_at)} for each in door.clocks if each.live],
        "forms": [form.code for form in sorted(door.forms, key=lambda form: form.code not in door.due)], "due": sorted(door.due),
        "known": {name: _fact(fact) for name, fact in door.known.items()},
        "outcomes": [[each.code, each.title] for each in door.outcomes],
        "wishes": [list(each) for each in wishes], "scores": [[each.title, each.words] for each in scores],
        "unread": [_note(each, by.user_id) for each in unread], "crisis": crisis,
    }  # fmt: skip


def _crisis(person_id: UUID, told: Health, request: PageRequest) -> str:
    """The crisis page's own cards, as they are drawn there. Inside the person's open gate."""
    by, at = request.actor, request.at
    shown, going_on = people.person_page(person_id, by, at), now(person_id, at=at)
    return render_to_string(
        "pocket/door/_crisis.html",
        {
            "health": told, "at": at, "aged": aged, "plan": plans.plan_of(person_id, at=at), "family": family(shown),
            "circle": circle(shown, going_on),
        },
        using="jinja2",
    )  # fmt: skip


def _note(note: rounds.Handover, me: UUID | None) -> dict[str, Any]:
    return {
        "id": str(note.id), "words": note.words, "by": note.written_by, "at": note.written_at.isoformat(), "mine": note.written_user == me,
    }  # fmt: skip


def _fact(fact: visits.Fact) -> dict[str, Any]:
    return {"value": fact.value, "by": fact.answered_by, "at": fact.answered_at.isoformat(), "stale": fact.stale}


def _form(form: Questionnaire) -> dict[str, Any]:
    return {"code": form.code, "title": form.title, "items": [_item(item, form.questions) for item in form.items]}


def _item(item: Item, asked: Sequence[Item]) -> dict[str, Any]:
    return {
        "link": item.link_id, "text": item.text, "type": item.type, "required": item.required, "help": item.help_words,
        "unit": item.unit or "", "min": item.min, "max": item.max, "within": item.within, "any_of": item.any_of, "concept": item.concept or "",
        "asked": item in asked, "repeats": item.repeats, "options": [[each.code, each.title] for each in item.options],
        "when": [_when(each) for each in item.enable_when],
    }  # fmt: skip


def _when(when: Any) -> Mapping[str, Any]:
    return {"link": when.link_id, "is": when.is_, "value": when.value}


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
