"""Can every advance decision and every trend be told by its codes, and by one kind only?"""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from homeward.grammar.faults.fault import Fault, fault
from homeward.grammar.headlines import AdvanceDecision, Trend
from homeward.grammar.place import Place


def faults_of_headlines(place: Place, today: date) -> Iterator[Fault]:
    decisions = place.advance_decisions.values()
    every: list[AdvanceDecision | Trend] = [*decisions, *place.trends.values()]
    taken = Counter(code for each in every for code in each.codes)
    for each in every:
        if not each.codes:
            yield fault(each, "no-codes", f"'{each.title}' names no code, so no record will ever be known as one.")
        for code in each.codes:
            if taken[code] > 1:
                yield fault(each, "code-twice", f"'{each.title}' shares the code '{code}' with another kind.")
            if "|" not in code:
                yield fault(each, "no-system", f"'{each.title}' must name '{code}' as system|code.")
    for decision in decisions:
        if decision.review_after is not None and decision.review_after <= timedelta():
            yield fault(decision, "no-time", f"'{decision.title}' is due for review before it was made.")
