"""How is a declared number written as FHIR Measure?"""

from homeward.grammar.as_fhir.parts import TERMINOLOGY, Resource, concept, definition
from homeward.grammar.measures import Measure
from homeward.grammar.place import Place

POPULATION = f"{TERMINOLOGY}/measure-population"
# The rule itself is code of this house, so the expression is in words and says so.
LANGUAGE = "text/x-homeward-words"


def measures(place: Place, base: str) -> list[Resource]:
    return [_measure(each, base) for each in place.measures.values()]


def _measure(measure: Measure, base: str) -> Resource:
    made = definition("Measure", kind="measure", code=measure.code, title=measure.title, base=base)
    if measure.expression is None:
        made["status"] = "draft"
    made["description"] = measure.definition
    made["rationale"] = measure.source
    proportion = measure.unit == "percent"
    scoring = ("proportion", "Proportion") if proportion else ("continuous-variable", "Continuous Variable")
    made["scoring"] = concept(scoring[1], system=f"{TERMINOLOGY}/measure-scoring", code=scoring[0])
    if measure.direction != "neutral":
        better = "increase" if measure.direction == "up" else "decrease"
        made["improvementNotation"] = concept(
            f"{better.title()}d score indicates improvement",
            system=f"{TERMINOLOGY}/measure-improvement-notation",
            code=better,
        )
    if measure.target_words:
        made["guidance"] = f"Target: {measure.target_words}"
    whole, part = (
        (("denominator", "Denominator"), ("numerator", "Numerator"))
        if proportion
        else (("measure-population", "Measure Population"), ("measure-observation", "Measure Observation"))
    )
    made["group"] = [{"population": [_population(*whole, measure.denominator), _population(*part, measure.numerator)]}]
    return made


def _population(code: str, title: str, words: str) -> Resource:
    return {
        "code": concept(title, system=POPULATION, code=code),
        "description": words,
        "criteria": {"language": LANGUAGE, "expression": words},
    }
