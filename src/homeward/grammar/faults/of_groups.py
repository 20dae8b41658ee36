"""Can everybody in a group be known by a code, and is each group declared once?"""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from homeward.grammar.faults.fault import Fault, fault
from homeward.grammar.place import Place


def faults_of_groups(place: Place, today: date) -> Iterator[Fault]:
    declared = Counter(each.group for each in place.condition_groups.values())
    for each in place.condition_groups.values():
        if declared[each.group] > 1:
            yield fault(each, "group-twice", f"'{each.title}' is declared more than once: put its codes in one.")
        if not each.codes:
            yield fault(each, "no-codes", f"'{each.title}' names no code, so nobody will ever be known as one of them.")
        for code in each.codes:
            if not code.isdigit():
                yield fault(each, "code-not-snomed", f"'{each.title}' must name '{code}' as a SNOMED CT code: digits only.")
