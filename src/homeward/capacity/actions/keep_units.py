"""How does a team say which beds or places it has, one by one? From then on its number is counted from them, never typed."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from homeward.capacity.actions.outside import lock, taken_by_others
from homeward.capacity.actions.report import check_line
from homeward.capacity.actions.take import happened
from homeward.capacity.models import Booking, Line, Report, Unit
from homeward.capacity.queries.line_count import line_count
from homeward.capacity.vocabulary import ACTIVE
from homeward.directory import api as directory
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.foundation.ids import new_id

MOST, LONGEST = 500, 40


@action("capacity.keep_units")
def keep_units(
    *, service_code: str, team_code: str, labels: Sequence[str], by: Actor, at: datetime, site: str = "", skill: str = "",
    add: bool = False, taken: Sequence[str] = (),
) -> Happening[UUID]:  # fmt: skip
    """The line has exactly these units, known by their labels (with `add`: these besides); returns the line's id.

    In those `taken` is somebody whom the ledger does not know. One that somebody is in, or that is kept for somebody, stays
    until it is empty. Raises Invalid, NotPermitted.
    """
    check_line(service_code, team_code, by)
    wanted, others = _checked(labels, taken, add=add)
    line, _ = Line.objects.get_or_create(
        service_code=service_code, team_code=team_code, site=site.strip(), skill=skill.strip(),
        defaults={"id": new_id(), "unit": directory.service(service_code).capacity_kind},
    )  # fmt: skip
    lock(line.id)
    Line.objects.filter(id=line.id).update(by_unit=True)
    Booking.objects.filter(line=line, state="outside").delete()
    Booking.objects.filter(line=line, state="held", expires_at__lte=at).update(state="expired", ended_at=at)
    somebodys = Booking.objects.filter(line=line, state__in=(*ACTIVE, "promised")).values("unit")
    if not add:
        Unit.objects.filter(line=line, withdrawn_at=None).exclude(label__in=wanted).exclude(id__in=somebodys).update(
            withdrawn_at=at
        )
    Unit.objects.filter(line=line, label__in=wanted).update(withdrawn_at=None)
    known = set(Unit.objects.filter(line=line).values_list("label", flat=True))
    Unit.objects.bulk_create(
        [Unit(id=new_id(), line=line, label=each, since=at) for each in wanted if each not in known]
    )
    taken_by_others(line, others, at=at)
    free, total = line_count(line.id, at=at)
    Report.objects.create(
        line=line, period_start=at, total=total, free=free, as_of=at, actor_name=by.name,
        organisation_code=by.organisation,
    )  # fmt: skip
    return happened(line, line.id, units=len(wanted), taken=len(others))


def _checked(labels: Sequence[str], taken: Sequence[str], *, add: bool) -> tuple[list[str], list[str]]:
    wanted = list(dict.fromkeys(" ".join(label.split()) for label in labels if label.strip()))
    others = list(dict.fromkeys(" ".join(label.split()) for label in taken if label.strip()))
    if not 0 < len(wanted) <= MOST:
        raise Invalid({"labels": f"Name between 1 and {MOST} beds or places."})
    long = next((each for each in wanted if len(each) > LONGEST), None)
    if long is not None:
        raise Invalid({"labels": f"‘{long[:LONGEST]}…’ is too long: at most {LONGEST} characters."})
    alike = {each.casefold(): each for each in wanted}
    double = next((each for each in wanted if alike[each.casefold()] != each), None)
    if double is not None:
        raise Invalid({"labels": f"‘{double}’ and ‘{alike[double.casefold()]}’ read as one. Name each once."})
    unknown = [each for each in others if each not in wanted]
    if unknown and not add:
        raise Invalid({"taken": f"‘{unknown[0]}’ is not among the beds named above."})
    return wanted, others
