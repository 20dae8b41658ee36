"""How is an action card switched on, and what it opens with it?"""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from homeward.capacity.actions.outside import lock
from homeward.capacity.models import CardRun, Line, Unit
from homeward.capacity.queries.surge import readings
from homeward.directory import api as directory
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Clash, Invalid, NotFound
from homeward.foundation.ids import new_id
from homeward.grammar.api import ActionCard, SurgeUnits, as_json


@action("surge.switch_on")
def switch_on(*, card_code: str, by: Actor, at: datetime, why: str = "") -> Happening[UUID]:
    """Begin a run of the card and open its units; returns the run's id.

    Below the card's level `why` must say why it is switched on all the same. Raises Clash when it is on already.
    """
    card = directory.place().action_cards.get(card_code)
    if card is None:
        raise NotFound("There is no such action card.", next_step="Choose one from the surge page.")
    _not_on_yet(card_code)
    level = max((each.level for each in readings(at=at) if each.trigger.code in card.triggers), default=1)
    if level < card.level and not why.strip():
        raise Invalid(
            {"why": f"This card is for level {card.level} and the readings say {level}. Say why it is needed now."}
        )
    run = CardRun(
        id=new_id(), card_code=card.code, card=as_json(card), level=level, why=why.strip(), on_at=at, on_by=by.name,
        on_organisation=by.organisation,
    )  # fmt: skip
    try:
        with transaction.atomic():
            run.save(force_insert=True)
    except IntegrityError:
        _not_on_yet(card_code)
        raise
    for opened in card.opens:
        _open(opened, run, at)
    return Happening(
        result=run.id, subject_kind="surge", subject_id=run.id, person_id=None, teams=teams_of(card),
        facts={"card": card.code, "level": level, "why": run.why},
    )  # fmt: skip


def _not_on_yet(card_code: str) -> None:
    first = CardRun.objects.filter(card_code=card_code, off_at=None).first()
    if first is not None:
        raise Clash(
            f"{first.on_by} has already switched this on.", who=first.on_by, when=first.on_at,
            next_step="Open it and see what is left to do.",
        )  # fmt: skip


def teams_of(card: ActionCard) -> tuple[str, ...]:
    """The teams that have something to do on the card or are given more to offer."""
    return tuple(dict.fromkeys([*(step.team for step in card.steps), *(each.team for each in card.opens)]))


def _open(opened: SurgeUnits, run: CardRun, at: datetime) -> None:
    line, _ = Line.objects.get_or_create(
        service_code=opened.service, team_code=opened.team, site=opened.site, skill="",
        defaults={"id": new_id(), "unit": directory.service(opened.service).capacity_kind},
    )  # fmt: skip
    lock(line.id)
    used = set(Unit.objects.filter(line=line).values_list("label", flat=True))
    labels = [f"Surge {number}" for number in range(1, len(used) + opened.count + 1) if f"Surge {number}" not in used]
    Unit.objects.bulk_create(
        [Unit(id=new_id(), line=line, label=label, since=at, surge_run_id=run.id) for label in labels[: opened.count]]
    )
