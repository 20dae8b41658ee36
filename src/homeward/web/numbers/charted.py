"""What stands around a control chart: its icons, its sentence, its table, and why its limits were set anew?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from homeward.measures import api as measures
from homeward.measures.api import Judged, RebaseView, Spc

WIDE, NARROW = 760, 350


@dataclass(frozen=True, kw_only=True)
class Row:
    """One point of the table under the chart; `note` says what is special about it, or why it has no value."""

    at: date
    value: str
    average: str
    limits: str
    target: str
    note: str
    counted: tuple[str, str] | None


@dataclass(frozen=True, kw_only=True)
class Charted:
    """A chart drawn for a desk and for a phone, with what is said beside it. `notes` are rebases by their flags on the chart."""

    made: Spc
    title: str
    wide: Markup
    narrow: Markup
    icons: Sequence[tuple[Markup, str]]
    rows: Sequence[Row]
    notes: Sequence[tuple[int, RebaseView]]
    drawn_by: str


def charted(
    made: Spc, *, title: str, code: str, rebases: Sequence[RebaseView] = (),
    counts: Mapping[date, tuple[int, int]] | None = None,
) -> Charted:  # fmt: skip
    """`code` begins the ids; `counts` are what was met and counted in each period, for the table."""
    return Charted(
        made=made, title=title,
        wide=Markup(measures.spc_svg(made, title=title, width=WIDE, name=f"{code}-wide")),  # our own drawing, escaped there
        narrow=Markup(measures.spc_svg(made, title=title, width=NARROW, name=f"{code}-narrow")),
        icons=[(Markup(measures.icon_svg(each, name=f"{code}-{each}")), measures.ICON_WORDS[each]) for each in made.icons],
        rows=[_row(made, each, (counts or {}).get(each.at)) for each in reversed(made.points)],
        notes=_notes(made.points, [each for each in rebases if each.stands]),
        drawn_by=measures.KINDS[made.kind],
    )  # fmt: skip


def _notes(points: Sequence[Judged], rebases: Sequence[RebaseView]) -> list[tuple[int, RebaseView]]:
    """The rebases that split what is shown, by the numbers that their flags bear."""
    splits = [(a.at, b.at) for a, b in zip(points, points[1:], strict=False) if a.segment != b.segment]
    return [
        (number, each)
        for number, (before, after) in enumerate(splits, start=1)
        for each in rebases
        if before < each.from_on <= after
    ]


def _row(made: Spc, point: Judged, counts: tuple[int, int] | None) -> Row:
    say, unit = measures.say_number, made.unit
    held = point.lower is not None and point.segment not in made.short
    return Row(
        at=point.at, value=say(point.value, unit) if point.value is not None else "No figure",
        average=say(point.mean, unit) if point.mean is not None else "",
        limits=f"{say(point.lower, unit)} to {say(point.upper, unit)}" if held else "too few",
        target=say(point.target, unit) if point.target is not None else "", note=_note(made, point),
        counted=(f"{counts[0]:,}", f"{counts[1]:,}") if counts else None,
    )  # fmt: skip


def _note(made: Spc, point: Judged) -> str:
    if point.value is None:
        return "A gap: nobody to count, or nothing recorded"
    if point.ghost:
        return "Not complete: shown, not judged"
    if not made.shows(point):
        return ""
    meaning = {True: "Better than chance gives", False: "Worse than chance gives", None: "More than chance gives"}
    return f"{meaning[point.good]}: {', and '.join(measures.RULES[rule] for rule in point.rules)}"
