"""Is it said once what is done about faults in what partners send, and can each declared table be read?"""

import re
from collections.abc import Iterator
from datetime import date

from homeward.grammar.faults.fault import Fault, fault
from homeward.grammar.place import Place

_ELEMENT = re.compile(r"[a-z][A-Za-z]*(\[\d\])?(\.[a-z][A-Za-z]*(\[\d\])?)*")


def faults_of_imports(place: Place, today: date) -> Iterator[Fault]:
    if len(place.import_policies) != 1:
        yield fault(
            place.card,
            "no-import-policy",
            "There must be exactly one policy of what is done about faults in what partners send.",
        )
    for mapping in place.csv_mappings.values():
        if not mapping.columns:
            yield fault(mapping, "no-columns", f"'{mapping.title}' reads no column.")
        for element in (*(each.element for each in mapping.columns), *(name for name, _ in mapping.fixed)):
            if not _ELEMENT.fullmatch(element):
                yield fault(
                    mapping,
                    "no-such-element",
                    f"'{mapping.title}' fills '{element}', which is not written as an element, such as 'code.coding[0].code'.",
                )
        if len(mapping.delimiter) != 1:
            yield fault(
                mapping, "no-delimiter", f"'{mapping.title}' must name one character that stands between cells."
            )
