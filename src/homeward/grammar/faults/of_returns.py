"""Can every return be made: does each body have a code, each window a time, each report something to count?"""

from collections.abc import Iterator
from datetime import date

from homeward.grammar.faults.fault import Fault, fault, unknown
from homeward.grammar.place import Place
from homeward.grammar.returns import WINDOW_KINDS, NationalReturn


def faults_of_returns(place: Place, today: date) -> Iterator[Fault]:
    for each in place.returns.values():
        yield from _of_return(place, each)
    for report in place.situation_reports.values():
        yield from unknown(report, "measure", [report.measure], place.measures)
        if report.about == "response" and report.measure is None:
            yield fault(report, "no-measure", f"'{report.title}' counts a response, but names no measure.")


def _of_return(place: Place, declared: NationalReturn) -> Iterator[Fault]:
    bodies = (*declared.providers, declared.commissioner)
    yield from unknown(declared, "organisation", bodies, place.organisations)
    for code in bodies:
        body = place.organisations.get(code)
        if body is not None and not body.ods_code:
            yield fault(declared, "no-ods-code", f"'{declared.title}' is made for {body.name}, whose ODS code is not declared.")
    kinds = tuple(window.kind for window in declared.windows)
    if kinds != WINDOW_KINDS:
        yield fault(declared, "windows", f"'{declared.title}' must say when its provisional and then its final window close.")
    months = [window.months_after for window in declared.windows]
    if months != sorted(set(months)) or any(month < 1 for month in months):
        yield fault(declared, "window-order", f"'{declared.title}' must close its final window after its provisional one.")
    said = [(each.item, each.ours) for each in declared.codes]
    if len(set(said)) < len(said):
        yield fault(declared, "declared-twice", f"'{declared.title}' says one of its national codes twice.")
