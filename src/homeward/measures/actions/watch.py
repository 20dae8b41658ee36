"""Did a number change more than chance explains since it was last looked at? Each change is put down once, however long it lasts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from homeward.access.api import system
from homeward.directory import api as directory
from homeward.foundation.moments import london_day
from homeward.foundation.one_at_a_time import alone
from homeward.measures.actions.raise_flag import raise_flag
from homeward.measures.catalogue import current
from homeward.measures.models import Flag
from homeward.measures.queries.asking import Asked
from homeward.measures.queries.charts_of_parts import charts_of_all_parts
from homeward.measures.queries.figure import counted_together
from homeward.measures.queries.labels import label
from homeward.measures.rules.periods import monday_of
from homeward.measures.rules.spc import Judged, Spc
from homeward.measures.vocabulary import JOB, WATCHED

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
    looked = list(_charts([code for code in directory.place().measures if code in lake.measures], asked))
    among = sum(spc.enough for *_, spc in looked)
    return sum(note_change(code, spc, at=at, cut=cut, part=part, among=among) for code, cut, part, spc in looked)


def _charts(codes: Sequence[str], asked: Asked) -> Iterator[tuple[str, str, str, Spc]]:
    """The chart of the whole of each number, then those of its parts: (measure, cut, part, chart)."""
    wholes, parts = counted_together(codes, asked=asked), charts_of_all_parts(codes, asked=asked, cuts=WATCHED)
    for code in codes:
        whole = wholes[code].spc
        if whole is not None:
            yield code, "", "", whole
        for cut in WATCHED:
            for part, made in parts.get((code, cut), {}).items():
                yield code, cut, part, made


def note_change(
    measure_code: str, spc: Spc, *, at: datetime, cut: str = "", part: str = "", among: int = 1
) -> bool:  # fmt: skip
    """Put down the change the chart ends with; False when there is none, or it is the one that is known already."""
    change = change_of(spc)
    if change is None:
        return False
    with alone("change", f"{measure_code} {cut} {part}"):  # two counts may be looked at together
        return _put_down(measure_code, change, at=at, cut=cut, part=part, among=among)


def _put_down(measure_code: str, change: Change, *, at: datetime, cut: str, part: str, among: int) -> bool:
    known = Flag.objects.filter(measure_code=measure_code, cut=cut, part=part, last_on__gte=change.first_on)
    flag = known.filter(variation=change.variation).order_by("-last_on").first()
    if flag is not None:
        Flag.objects.filter(id=flag.id, last_on__lt=change.last_on).update(last_on=change.last_on)
        return False
    raise_flag(
        measure_code=measure_code, variation=change.variation, rules=" ".join(change.rules),
        sentence=f"{label(cut, part)}: {change.sentence}" if cut else change.sentence, cut=cut, part=part, among=among,
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
