"""Does every number say what it counts, out of what, against which target and from which source?"""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from homeward.grammar.faults.fault import Fault, fault, unknown
from homeward.grammar.measures import ROWS, Measure
from homeward.grammar.place import Place
from homeward.grammar.standards import STANDARDS

STRICT = 5  # the least that may be shown, and the least it is rounded to, in national publications

# Which charts suit which kind of number; an XmR chart suits every one.
CHARTS = {
    "share": ("p",),
    "count": ("c", "g", "t"),
    "rate": ("u", "g", "t"),
    "ratio": ("u",),
    "mean": (),
    "median": (),
}


def faults_of_measures(place: Place, today: date) -> Iterator[Fault]:
    for measure in place.measures.values():
        yield from unknown(measure, "clock", (measure.clock,), place.clocks)
        yield from unknown(measure, "measure", measure.beside, place.measures)
        yield from _says(measure)
        yield from _is_computed_or_waits(measure)
        yield from _target(measure)
        yield from _stated(measure)
        yield from _fits(measure)
        yield from _standardised(measure)
        yield from _keeps_back(measure)
    for programme in place.programmes.values():
        yield from unknown(programme, "organisation", (programme.lead,), place.organisations)
        yield from unknown(programme, "service", programme.services, place.services)
        yield from unknown(programme, "measure", programme.measures, place.measures)


def _says(measure: Measure) -> Iterator[Fault]:
    """Everything that a reader needs before a number can be trusted is there in words."""
    needed = {
        "no-definition": ("what is counted and out of what", (measure.definition, measure.numerator, measure.denominator)),
        "no-question": ("which question it answers", (measure.question,)),
        "no-population": ("who could be counted in it (residents, registered, 65 and over…)", (measure.population,)),
        "no-citation": ("where its definition comes from", (measure.source,)),
        "no-limits": ("what it cannot tell you", (" ".join(measure.cannot_tell),)),
    }  # fmt: skip
    for rule, (what, words) in needed.items():
        if not all(each.strip() for each in words):
            yield fault(measure, rule, f"'{measure.title}' does not say {what}.")


def _is_computed_or_waits(measure: Measure) -> Iterator[Fault]:
    if measure.expression is None and not measure.waits_for.strip():
        words = f"'{measure.title}' has no expression that counts it, so it must say in `waits_for` which data it waits for."
        yield fault(measure, "waits-for-nothing", words)
    if measure.expression is not None and measure.waits_for.strip():
        words = f"'{measure.title}' has an expression that counts it, so it cannot also say that it waits for data."
        yield fault(measure, "waits-though-counted", words)


def _target(measure: Measure) -> Iterator[Fault]:
    aims = [each.value for each in measure.targets] + ([] if measure.target is None else [measure.target])
    if measure.unit == "percent" and measure.kind == "share" and any(not 0 <= each <= 100 for each in aims):
        yield fault(measure, "no-such-target", f"'{measure.title}' is a percentage with a target outside 0 to 100.")
    if aims and not measure.target_by.strip():
        yield fault(measure, "nobody-set-it", f"'{measure.title}' has a target, and does not say who set it.")
    if any(later.starts_on <= earlier.starts_on for earlier, later in pairwise(measure.targets)):
        yield fault(
            measure, "targets-out-of-order", f"The targets of '{measure.title}' are not in the order of their days."
        )
    if measure.targets and measure.target != measure.targets[-1].value:
        words = f"'{measure.title}' has a target that is not the last of its dated targets."
        yield fault(measure, "two-targets", words)


def _stated(measure: Measure) -> Iterator[Fault]:
    for each in measure.stated:
        if not all(words.strip() for words in (each.words, each.period, each.definition, each.source)):
            words = f"'{measure.title}' states a {each.role} without its period, its definition or its source."
            yield fault(measure, "figure-without-definition", words)
    if len({each.definition for each in measure.stated}) > 1 and not measure.not_comparable.strip():
        words = (
            f"'{measure.title}' states figures that were defined in different ways. Keep each of them with its own "
            "definition, and say in `not_comparable` why one cannot be set against the other."
        )
        yield fault(measure, "not-the-same-thing", words)
    if measure.comparator.strip() and not any(each.role in ("baseline", "result") for each in measure.stated):
        words = f"'{measure.title}' compares with what would have happened, and states no baseline or earlier result."
        yield fault(measure, "no-baseline", words)


def _fits(measure: Measure) -> Iterator[Fault]:
    """The kind of number, its unit and its chart go together."""
    if measure.kind == "share" and measure.unit != "percent":
        yield fault(measure, "unit-of-another-kind", f"'{measure.title}' is a share, so its unit must be percent.")
    if measure.unit == "percent" and measure.kind in ("count", "rate"):
        yield fault(
            measure, "unit-of-another-kind", f"'{measure.title}' is a {measure.kind}, so it cannot be a percent."
        )
    if measure.kind == "rate" and measure.per <= 0:
        yield fault(measure, "rate-of-nothing", f"'{measure.title}' is a rate and must say for each how many.")
    if measure.chart != "xmr" and measure.chart not in CHARTS[measure.kind]:
        words = f"'{measure.title}' is a {measure.kind}, which a {measure.chart} chart cannot show. Use an XmR chart."
        yield fault(measure, "chart-of-another-kind", words)
    if measure.row not in ROWS:
        yield fault(
            measure, "row-of-no-kind", f"'{measure.title}' does not say what one of its rows is: {measure.row}."
        )


def _standardised(measure: Measure) -> Iterator[Fault]:
    """A standard population is one whose ages are known, and belongs to a rate."""
    if not measure.standard:
        return
    if measure.standard not in STANDARDS:
        known = "; ".join(STANDARDS)
        words = f"'{measure.title}' is standardised to a population whose ages are not known here: {measure.standard}. Known: {known}."
        yield fault(measure, "standard-not-known", words)
    if measure.kind != "rate":
        words = f"'{measure.title}' is a {measure.kind} and names a standard population: only a rate is standardised."
        yield fault(measure, "standard-without-a-rate", words)


def _keeps_back(measure: Measure) -> Iterator[Fault]:
    """The rule for small numbers is at least as strict as the national one, and holds against subtraction."""
    rule = measure.small_numbers
    if rule.least < STRICT or rule.round_to < STRICT:
        words = f"'{measure.title}' would publish counts under {STRICT}, or round them to less than {STRICT}: nobody may be looser."
        yield fault(measure, "small-numbers-too-loose", words)
    elif rule.least < rule.round_to - rule.round_to // 2:
        words = (
            f"'{measure.title}' keeps back counts under {rule.least} and rounds to {rule.round_to}, so a count that stands could "
            f"be rounded to nothing. Keep back counts under {rule.round_to}."
        )
        yield fault(measure, "small-numbers-to-nothing", words)
