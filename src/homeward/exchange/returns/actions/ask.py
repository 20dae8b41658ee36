"""How is a return asked for, and put in the queue of the house's background work?"""

from datetime import datetime

from django.db import transaction
from procrastinate.contrib.django import app

from homeward.exchange.models import NationalReturn
from homeward.exchange.returns.queries.declared import declared
from homeward.exchange.returns.queries.gathering.within import within
from homeward.exchange.returns.rules.months import month_called
from homeward.exchange.returns.vocabulary import KINDS, MAKE
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.foundation.ids import new_id
from homeward.foundation.moments import london_day


def ask(
    *, return_code: str, provider: str, period: str, kind: str, by: Actor, at: datetime, queue: bool = True
) -> NationalReturn:
    """The return that waits to be made; queued in the same transaction unless the caller makes it. Raises Invalid."""
    with transaction.atomic():
        found = _ask(return_code=return_code, provider=provider, period=period, kind=kind, by=by, at=at)
        if queue:
            app.configure_task(MAKE, allow_unknown=True).defer(return_id=str(found.id))
    return found


@action("returns.make")
def _ask(
    *, return_code: str, provider: str, period: str, kind: str, by: Actor, at: datetime
) -> Happening[NationalReturn]:
    named, month = declared(return_code), month_called(period)
    if kind not in KINDS:
        raise Invalid({"kind": "Choose whether it is provisional or final."})
    if month.first > london_day(at):
        raise Invalid({"period": "That month has not begun."})
    within(named, provider, month, at)
    row = NationalReturn.objects.create(
        id=new_id(), return_code=return_code, data_set=named.data_set, provider=provider, month=month.first, kind=kind,
        asked_by=by.name, asked_at=at,
    )  # fmt: skip
    facts = {"return": return_code, "provider": provider, "month": month.code, "kind": kind}
    return Happening(result=row, subject_kind="return", subject_id=row.id, person_id=None, facts=facts)
