"""What is a search parameter: its FHIR type, the elements it looks at?"""

from collections.abc import Mapping
from dataclasses import dataclass

TYPES = ("token", "string", "date", "reference", "uri", "quantity", "number")
MODIFIERS: Mapping[str, tuple[str, ...]] = {
    "token": ("missing", "not", "text"),
    "string": ("missing", "exact", "contains"),
    "date": ("missing",),
    "reference": ("missing", "identifier"),  # and the name of a resource type
    "uri": ("missing", "below"),
    "quantity": ("missing",),
    "number": ("missing",),
}


@dataclass(frozen=True)
class Parameter:
    """One search parameter of one kind. `person`: it names whose record is searched, so it is answered before any other."""

    name: str
    type: str
    paths: tuple[str, ...]
    person: bool = False
    words: str = ""


def read_table(lines: Mapping[str, str]) -> dict[str, dict[str, Parameter]]:
    """Parameters by kind, from lines such as 'code:token:code status:token:status date:date:effectiveDateTime,effectivePeriod'.

    'patient' and 'subject' of a person's resource name the person: written 'patient=element', they become both.
    """
    found: dict[str, dict[str, Parameter]] = {}
    for kinds, line in lines.items():
        for kind in kinds.split():
            own = found.setdefault(kind, {})
            for word in line.split():
                own.update(_read(kind, word))
    return found


def _read(kind: str, word: str) -> dict[str, Parameter]:
    if word.startswith("patient="):
        element = word.removeprefix("patient=")
        names = ("patient", "subject") if element in ("subject", "for") else ("patient",)
        return {
            name: Parameter(name, "reference", (element,), person=True, words=f"whose {kind} it is") for name in names
        }
    name, type, paths = word.split(":")
    listed = tuple(paths.split(","))
    return {name: Parameter(name, type, listed, words=f"{kind}.{' or '.join(listed)}")}
