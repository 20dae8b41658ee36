"""How is a declared number written as FHIR Measure?"""

from homeward.grammar.as_fhir.parts import TERMINOLOGY, Resource, concept, definition
from homeward.grammar.measures import Kind, Measure
from homeward.grammar.place import Place

POPULATION = f"{TERMINOLOGY}/measure-population"
# The rule itself is code of this house, so the expression is in words and says so.
LANGUAGE = "text/x-homeward-words"
PART = (("denominator", "Denominator"), ("numerator", "Numerator"))
OBSERVED = (("measure-population", "Measure Population"), ("measure-observation", "Measure Observation"))
# How FHIR scores each kind, and what it calls its two populations.
SCORED: dict[Kind, tuple[str, str, tuple[tuple[str, str], tuple[str, str]]]] = {
    "share": ("proportion", "Proportion", PART),
    "ratio": ("ratio", "Ratio", PART),
    "rate": ("ratio", "Ratio", PART),
    "mean": ("continuous-variable", "Continuous Variable", OBSERVED),
    "median": ("continuous-variable", "Continuous Variable", OBSERVED),
    "count": ("cohort", "Cohort", (("initial-population", "Initial Population"), ("numerator", "Numerator"))),
}


def measures(place: Place, base: str) -> list[Resource]:
    return [_measure(each, base) for each in place.measures.values()]


def _measure(measure: Measure, base: str) -> Resource:
    made = definition("Measure", kind="measure", code=measure.code, title=measure.title, base=base)
    if measure.expression is None:
        made["status"] = "draft"
    made["version"] = measure.version
    made["description"] = measure.definition
    made["purpose"] = measure.question
    made["rationale"] = "; ".join(each for each in (measure.source, measure.definition_source, measure.definition_version) if each)
    made["disclaimer"] = "It cannot tell you: " + "; ".join(measure.cannot_tell) if measure.cannot_tell else None
    made["rateAggregation"] = measure.clock_rule
    made["riskAdjustment"] = measure.standard or measure.comparator
    code, words, (whole, part) = SCORED[measure.kind]
    made["scoring"] = concept(words, system=f"{TERMINOLOGY}/measure-scoring", code=code)
    if measure.direction != "neutral":
        better = "increase" if measure.direction == "up" else "decrease"
        made["improvementNotation"] = concept(
            f"{better.title()}d score indicates improvement",
            system=f"{TERMINOLOGY}/measure-improvement-notation",
            code=better,
        )
    made["guidance"] = _guidance(measure)
    populations = [_population(*whole, measure.denominator), _population(*part, measure.numerator)]
    populations += [_population("denominator-exclusion", "Denominator Exclusion", each) for each in measure.exclusions]
    made["group"] = [{"population": populations}]
    return {name: value for name, value in made.items() if value}


def _guidance(measure: Measure) -> str:
    """Who could be counted, the target and who set it, the figures that documents state, and what is still missing."""
    by = f", set by {measure.target_by}" if measure.target_by else ""
    lines = [
        f"Population: {measure.population}." if measure.population else "",
        f"Target: {measure.target_words or f'{measure.target:g}'}{by}." if measure.target is not None else "",
        *(
            f"Stated {each.role}: {each.words} ({each.period}; {each.definition}; {each.source})."
            for each in measure.stated
        ),
        measure.not_comparable,
        f"Waits for {measure.waits_for}." if measure.waits_for else "",
    ]
    return " ".join(each for each in lines if each)


def _population(code: str, title: str, words: str) -> Resource:
    return {
        "code": concept(title, system=POPULATION, code=code),
        "description": words,
        "criteria": {"language": LANGUAGE, "expression": words},
    }
