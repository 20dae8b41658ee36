"""Does every number say what it counts, out of what, against which target and from which source?"""

from collections.abc import Iterator
from datetime import date

from homeward.grammar.faults.fault import Fault, fault, unknown
from homeward.grammar.place import Place


def faults_of_measures(place: Place, today: date) -> Iterator[Fault]:
    for measure in place.measures.values():
        yield from unknown(measure, "clock", (measure.clock,), place.clocks)
        yield from unknown(measure, "measure", measure.beside, place.measures)
        said = (measure.definition, measure.numerator, measure.denominator)
        if not all(words.strip() for words in said):
            yield fault(measure, "no-definition", f"'{measure.title}' does not say what is counted and out of what.")
        if not measure.source.strip():
            yield fault(measure, "no-citation", f"'{measure.title}' does not say where its definition comes from.")
        if measure.unit == "percent" and measure.target is not None and not 0 <= measure.target <= 100:
            yield fault(measure, "no-such-target", f"'{measure.title}' is a percentage with a target outside 0 to 100.")
    for programme in place.programmes.values():
        yield from unknown(programme, "organisation", (programme.lead,), place.organisations)
        yield from unknown(programme, "service", programme.services, place.services)
        yield from unknown(programme, "measure", programme.measures, place.measures)
