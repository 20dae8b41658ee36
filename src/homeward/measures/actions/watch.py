"""Did a number change more than chance explains since it was last looked at? Each change is put down once, however long it lasts."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from homeward.access.api import system
from homeward.directory import api as directory
from homeward.foundation.moments import london_day
from homeward.measures.actions.raise_flag import raise_flag
from homeward.measures.catalogue import current
from homeward.measures.models import Flag
from homeward.measures.queries.asking import Asked
from homeward.measures.queries.figure import counted
from homeward.measures.rules.periods import monday_of
from homeward.measures.rules.spc import Judged, Spc
from homeward.measures.vocabulary import JOB

WEEKS = 52


@dataclass(frozen=True, kw_only=True)
class Change:
    """One run of special points that reaches to the last point."""

    first_on: date
    last_on: date
    variation: str
    rules: tuple[str, ...]
    sentence: str


def watch_numbers(*, at: datetime) -> int:
    """Look at every number that is computed; returns how many new changes were put down."""
    lake = current()
    if lake is None:
        return 0
    last = london_day(lake.as_of)
    asked = Asked(first=monday_of(last) - timedelta(weeks=WEEKS - 1), last=last)
    new = 0
    for code in directory.place().measures:
        if code in lake.measures and (spc := counted(code, asked=asked).spc) is not None:
            new += note_change(code, spc, at=at)
    return new


def note_change(measure_code: str, spc: Spc, *, at: datetime) -> bool:
    """Put down the change the chart ends with; False when there is none, or it is the one that is known already."""
    change = change_of(spc)
    if change is None:
        return False
    known = Flag.objects.filter(measure_code=measure_code, variation=change.variation, last_on__gte=change.first_on)
    flag = known.order_by("-last_on").first()
    if flag is not None:
        Flag.objects.filter(id=flag.id, last_on__lt=change.last_on).update(last_on=change.last_on)
        return False
    raise_flag(
        measure_code=measure_code, variation=change.variation, rules=" ".join(change.rules), sentence=change.sentence,
        first_on=change.first_on, last_on=change.last_on, by=system(JOB), at=at,
    )  # fmt: skip
    return True


def change_of(spc: Spc) -> Change | None:
    """The run of special points, all the same way, that ends with the last value; None where chance explains it, or few points."""
    last = spc.last
    if last is None or not last.special or not spc.enough:
        return None
    run = [last]
    for each in reversed(_whole(spc)[:-1]):
        if not each.special or each.high != last.high or each.segment != last.segment:
            break
        run.append(each)
    return Change(
        first_on=run[-1].at, last_on=last.at, variation=spc.variation, rules=last.rules, sentence=spc.sentence
    )


def _whole(spc: Spc) -> list[Judged]:
    return [each for each in spc.points if each.value is not None and not each.ghost]
