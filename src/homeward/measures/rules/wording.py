"""How is a figure said? In its unit, and no finer than what was counted can bear."""

from datetime import date

from homeward.grammar.api import Measure
from homeward.measures.rules.intervals import Interval
from homeward.measures.rules.spc import say_number

FEW = 20  # fewer than so many and chance alone may explain a difference
NO_FIGURE = "No figure"
NONE_RECORDED = "None recorded"


def said(measure: Measure, value: float | None) -> str:
    """'71%', '3.4 days', '12.1 per 1,000'."""
    if value is None:
        return NO_FIGURE
    match measure.unit:
        case "percent":
            return f"{value:.0f}%"
        case "count":
            return f"{value:,.0f}"
        case "rate":
            return f"{say_number(value)} per {measure.per:,.0f}" if measure.per != 1 else say_number(value)
        case unit:
            number = say_number(value)
            return f"{number} {unit.removesuffix('s') if number == '1' else unit}"


def said_interval(measure: Measure, interval: Interval | None) -> str:
    """'53% to 98%'; nothing when there is none."""
    if interval is None:
        return ""
    low, high = (said(measure, end) for end in interval)
    shared = low.partition(" ")[2]
    return f"{low.partition(' ')[0] if shared and high.endswith(shared) else low} to {high}"


def defined_by(measure: Measure) -> list[tuple[str, str]]:
    """Whose definition it is and in which version, as pages and files say it; what the source does not say is not made up."""
    if measure.local_proposal:
        return [("Definition set by", measure.definition_source or "A local proposal")]
    return [
        ("National definition", measure.definition_source),
        ("Its version", measure.definition_version or "Not known here; its owner confirms it"),
    ]


def aim_on(measure: Measure, day: date) -> str:
    """The target in force on a day, in words; nothing where none is, or is not yet."""
    value = measure.target_on(day)
    if value is None:
        return ""
    words = next((each.words for each in reversed(measure.targets) if each.starts_on <= day), measure.target_words)
    return words or said(measure, value)


def aims(measure: Measure) -> str:
    """All its targets in words, each with the day from which it holds where it has one, and who set them."""
    dated = [f"from {each.starts_on.day} {each.starts_on:%B %Y} {each.words or said(measure, each.value)}" for each in measure.targets]
    words = "; ".join(dated) or measure.target_words or ("" if measure.target is None else said(measure, measure.target))
    words = words[:1].upper() + words[1:]
    return f"{words}. Set by {measure.target_by}" if words and measure.target_by else words


def out_of(measure: Measure, numerator: int, denominator: int, base: float | None = None) -> str:
    """What it is of: '40 of 56', 'of 56 with one recorded', '12 in 3,400'."""
    match measure.kind:
        case "share":
            return f"{numerator:,} of {denominator:,}"
        case "mean" | "median":
            return f"from {numerator:,} of {denominator:,}"
        case "count":
            return f"{numerator:,} counted"
        case _:
            return f"{numerator:,} in {base or 0:,.0f}"


def said_row(measure: Measure, value: float | None) -> str:
    """What one row adds: its own value in the unit of a mean, what it counts for in a count, its part of the base else."""
    if measure.kind == "count":
        return said(measure, 1 if value is None else value)
    if value is None:
        return NONE_RECORDED
    return said(measure, value) if measure.kind in ("mean", "median") else say_number(value)
