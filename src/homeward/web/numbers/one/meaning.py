"""What does a number mean, in words: who is counted, who set the target, what is missing?"""

from homeward.directory import api as directory
from homeward.grammar.api import Measure
from homeward.measures import api as measures

KINDS = {
    "share": "A share: those counted, out of all in scope",
    "mean": "An average",
    "median": "A middle value: half lie below it, half above",
    "count": "A count",
    "rate": "A rate",
    "ratio": "A ratio of two counts; it may pass 100%",
}
WAYS = {"up": "Higher is better", "down": "Lower is better", "neutral": "Neither way is better by itself"}


def meaning(measure: Measure, figure: measures.Figure | None) -> list[tuple[str, str]]:
    """Rows of the summary; those with nothing to say are left out by the page."""
    place = directory.place()
    owner = place.organisations.get(measure.owner)
    clock = place.clocks.get(measure.clock or "")
    return [
        ("Definition", measure.definition),
        ("Counted", measure.numerator),
        ("Out of", measure.denominator),
        ("Who could be in it", measure.population),
        ("Left out", "; ".join(measure.exclusions)),
        ("Clock", measure.clock_rule or (f"{clock.title}: {clock.plain_words}" if clock else "")),
        ("Kind of figure", f"{KINDS[measure.kind]}. {WAYS[measure.direction]}."),
        ("Target", measures.aims(measure)),
        ("Standard population", measure.standard),
        ("Set against", measure.comparator),
        ("What is missing", missing(figure) if figure else ""),
        ("Small numbers", measure.small_numbers.words),
        ("Source", measure.source),
        *measures.defined_by(measure),
        ("Our version", measure.version),
        ("Owner", owner.name if owner else measure.owner),
        ("To be reviewed by", f"{measure.review_by.day} {measure.review_by:%B %Y}"),
    ]


def missing(figure: measures.Figure) -> str:
    """Coverage and what is not in it, in words."""
    if figure.coverage is None:
        return "Nobody was counted in these days."
    without = figure.denominator - round(figure.coverage * figure.denominator / 100)
    recorded = (
        "Every one of those counted rests on a record"
        if without == 0
        else f"{figure.coverage:.0f}% of those counted rest on a record; {without:,} {'counts' if without == 1 else 'count'} without one, as the definition rules"
    )
    early = f". {figure.too_early:,} {_is(figure.too_early)} too recent to say" if figure.too_early else ""
    out = f". {figure.excluded:,} {_is(figure.excluded)} left out by the definition" if figure.excluded else ""
    return f"{recorded}{early}{out}."


def _is(many: int) -> str:
    return "is" if many == 1 else "are"
