"""What stands in a figure's file for colleagues? Everything the page says, with definition, version, coverage and moment."""

from collections.abc import Iterator
from datetime import datetime

from homeward.access import api as access
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotPermitted
from homeward.foundation.moments import london
from homeward.grammar.api import Measure
from homeward.measures.queries.asking import Asked
from homeward.measures.queries.by_age import ByAge, PartByAge, rate_by_age
from homeward.measures.queries.figure import Figure, figure
from homeward.measures.queries.files.document import Document, Sheet, Value
from homeward.measures.queries.files.made_up import made_up
from homeward.measures.queries.labels import label
from homeward.measures.rules.drawing import spc_svg
from homeward.measures.rules.intervals import Interval
from homeward.measures.rules.periods import EVERY
from homeward.measures.rules.wording import aims, defined_by, out_of, said, said_interval
from homeward.measures.vocabulary import CUTS, NARROWINGS

PERMISSION = "number.export"
COUNTS = ("Figure", "From", "To", "Met", "Counted", "Too early")


def exported(code: str, *, asked: Asked, by: Actor, at: datetime, of: datetime | None = None) -> Document:
    """The figure as a document; of the page it was taken from, whose moment is `of`. Raises NotFound, NotPermitted, NotCountedYet."""
    if not access.may(by, PERMISSION):
        raise NotPermitted("Your role does not take numbers away.", next_step="The open files are for everyone.")
    found = figure(code, asked=asked, by=by, at=at, of=of)
    measure = found.measure
    by_age = rate_by_age(code, asked=asked, by=by, at=at, of=found.as_of) if measure.standard and found.denominator else None
    return Document(
        code=code,
        title=f"{measure.title} ({measure.number})" if measure.number else measure.title,
        lead=measure.question or measure.definition,
        figure=f"{said(measure, found.value)} ({out_of(measure, found.numerator, found.denominator, found.base)})",
        facts=[*_facts(found), *(_standardised(by_age) if by_age else []), *_another(found, of)],
        sheets=(*_sheets(found), *(_sheet_by_age(each) for each in (by_age,) if each)),
        picture=spc_svg(found.spc, title=measure.title, palette="file") if found.spc and found.denominator else "",
        told=found.spc.sentence if found.spc else "",
        foot=f"As of {_moment(found.as_of)}. For colleagues: small counts are in it. {made_up()}".strip(),
    )


def _sheets(found: Figure) -> Iterator[Sheet]:
    every = EVERY[found.asked.every].capitalize()
    rows: list[tuple[Value, ...]] = [
        (each.at.isoformat(), _fine(each.value), *_ends(each.interval), each.numerator, each.denominator, each.too_early,
         "" if each.complete else "not complete")
        for each in found.series
    ]  # fmt: skip
    yield Sheet(name="Over time", head=(f"{every} from", *COUNTS, "Note"), rows=rows)
    for cut, parts in found.cuts.items():
        yield Sheet(
            name=CUTS[cut],
            head=(CUTS[cut], *COUNTS),
            rows=[
                (part.label, _fine(part.value), *_ends(part.interval), part.numerator, part.denominator, part.too_early)
                for part in parts
            ],
        )
    yield Sheet(
        name="Counted as",
        head=("Counted as", "Why", "How many"),
        rows=[(NARROWINGS.get(status, status), why, n) for status, why, n in found.reasons],
    )


def _sheet_by_age(found: ByAge) -> Sheet:
    """The rate as it is beside the one standardised, of all and of each locality."""
    return Sheet(
        name="Standardised for age",
        head=("Locality", "Counted", "Out of", "As it is (crude)", "From", "To", "Standardised", "From", "To", "Note"),
        rows=[
            (part.label, part.events, _fine(part.base), _fine(part.crude.value), *_ends(part.crude.interval),
             _fine(part.standardised.value), *_ends(part.standardised.interval), part.standardised.why_not)
            for part in (found.whole, *found.parts)
        ],
    )  # fmt: skip


def _standardised(found: ByAge) -> list[tuple[str, str]]:
    """What kind of rate the figure is, and the standardised one in words."""
    return [
        ("Kind of rate", "As it is (crude). Compare places by the standardised rate alone."),
        ("Standard population", found.measure.standard),
        ("Standardised for age", _said_by_age(found.measure, found.whole)),
    ]


def _said_by_age(measure: Measure, part: PartByAge) -> str:
    told = part.standardised
    between = f" ({said_interval(measure, told.interval)})" if told.interval else ""
    return f"{said(measure, told.value)}{between}" if told.value is not None else told.why_not


def _facts(found: Figure) -> list[tuple[str, str]]:
    measure, asked = found.measure, found.asked
    part = f"; {CUTS[asked.cut].lower()}: {label(asked.cut, asked.value)}" if asked.cut in CUTS else ""
    coverage = (
        "Nobody was counted" if found.coverage is None else f"{found.coverage:.0f}% of those counted rest on a record"
    )
    told = [
        ("Definition", measure.definition),
        ("Counted", measure.numerator),
        ("Out of", measure.denominator),
        ("Who could be in it", measure.population),
        ("Left out", "; ".join(measure.exclusions)),
        ("Version", measure.version),
        ("Days", f"{asked.first.isoformat()} to {asked.last.isoformat()}{part}"),
        ("As of", _moment(found.as_of)),
        ("Coverage", coverage),
        ("Target", aims(measure)),
        ("Source", measure.source),
        *defined_by(measure),
        ("From, To", "Where the truth likely lies (95% interval)"),
        *(("Cannot tell", words) for words in measure.cannot_tell),
        ("Mind", "Small counts are in this file. It is for colleagues; do not publish it."),
        ("People", made_up()),
    ]
    return [(name, words) for name, words in told if words]


def _another(found: Figure, of: datetime | None) -> list[tuple[str, str]]:
    """What is said where the page's own state is no longer kept."""
    if of is None or of == found.as_of:
        return []
    words = f"The page it was taken from was as of {_moment(of)}: its rows are no longer kept, so figures may differ."
    return [("Mind too", words)]


def _moment(at: datetime) -> str:
    return f"{london(at):%Y-%m-%d %H:%M}"


def _ends(interval: Interval | None) -> tuple[Value, Value]:
    return (_fine(interval[0]), _fine(interval[1])) if interval else (None, None)


def _fine(value: float | None) -> Value:
    return None if value is None else round(value, 3)
