"""What does a place do about faults in what partners send, and how are a partner's tables read?"""

from dataclasses import dataclass, field
from typing import Literal

from homeward.grammar.declaration import WORDING, Declaration

Treatment = Literal["accept", "flag", "refuse"]
FaultKind = Literal[
    "structure", "unknown_element", "unknown_code", "impossible_date", "future_date", "bad_reference",
    "searching_reference", "dangling_reference", "wrong_nhs_number", "nameless_patient", "number_only", "id", "character",
]  # fmt: skip

# What each fault is, as the handbook and the reason beside a row say it.
FAULT_KINDS: dict[FaultKind, str] = {
    "structure": "It is not a FHIR R4 resource: an element is missing, doubled or of the wrong shape",
    "unknown_element": "An element that FHIR R4 does not have",
    "unknown_code": "A code that FHIR R4 does not allow there",
    "impossible_date": "A date that the calendar does not have",
    "future_date": "Something that was found or done, dated in the future",
    "bad_reference": "A reference that is not written as FHIR writes one",
    "searching_reference": "A reference that says what to look for instead of what it means",
    "dangling_reference": "A reference to something that nobody sent",
    "wrong_nhs_number": "A number that is not an NHS number",
    "nameless_patient": "A person without a name",
    "number_only": "Only an NHS number says whom it is about",
    "id": "An id that is not written as FHIR writes one",
    "character": "An empty text, or a character that text may not hold",
}


@dataclass(frozen=True, kw_only=True)
class FaultRule:
    """What is done about one kind of fault, from these sources (() = any). The first rule that fits holds."""

    fault: FaultKind
    treatment: Treatment
    sources: tuple[str, ...] = ()


DetailField = Literal[
    "name", "birth_date", "sex", "nhs_number", "address", "phone", "email", "language", "practice", "death"
]  # fmt: skip
DetailTreatment = Literal["apply", "review", "ignore"]

# What may differ between what is known of a person and what a partner's Patient says, as pages call it.
DETAIL_FIELDS: dict[DetailField, str] = {
    "name": "Name", "birth_date": "Birth date", "sex": "Sex", "nhs_number": "NHS number", "address": "Address",
    "phone": "Telephone", "email": "Email", "language": "Language", "practice": "General practice", "death": "Death",
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class DetailRule:
    """What is done when these sources (() = any) tell another detail of a person than is known here.

    'apply' takes it over at once, and the record says what stood before; 'review' asks a colleague; 'ignore' leaves it.
    """

    detail: DetailField
    treatment: DetailTreatment
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ImportPolicy(Declaration):
    """What is done about faults in what partners send, and about details of people that differ. A place has one.

    A fault that no rule names is refused; a detail that no rule names is reviewed.
    """

    title: str = field(metadata=WORDING)
    plain_words: str = field(metadata=WORDING)
    rules: tuple[FaultRule, ...]
    details: tuple[DetailRule, ...] = ()

    def treatment(self, fault: str, *, source: str) -> Treatment:
        """What is done about this fault in what this source sends."""
        fits = (each for each in self.rules if each.fault == fault and (not each.sources or source in each.sources))
        return next((each.treatment for each in fits), "refuse")

    def of_detail(self, detail: str, *, source: str) -> DetailTreatment:
        """What is done when this source tells another detail of this kind than is known."""
        fits = (each for each in self.details if each.detail == detail and (not each.sources or source in each.sources))
        return next((each.treatment for each in fits), "review")


@dataclass(frozen=True, kw_only=True)
class CsvColumn:
    """A column whose values go into an element, such as 'code.coding[0].code'. `before` is put in front of each value.

    `as_` says how the cell is read: 'date' takes 2026-01-31 or 31/01/2026, 'number' keeps every digit as written.
    """

    column: str
    element: str
    as_: Literal["text", "date", "number", "boolean"] = "text"
    before: str = ""


@dataclass(frozen=True, kw_only=True)
class CsvMapping(Declaration):
    """How one table of a partner becomes resources of one kind: a file with exactly these columns in its header is read so.

    `key` are the columns that together tell one row from another (() = all). `fixed` are elements with a value that
    no column holds.
    """

    title: str = field(metadata=WORDING)
    kind: str
    columns: tuple[CsvColumn, ...]
    key: tuple[str, ...] = ()
    fixed: tuple[tuple[str, str], ...] = ()
    delimiter: str = ","

    def fits(self, header: tuple[str, ...]) -> bool:
        """Has a file with this header all that is read from it?"""
        return {*self.key, *(each.column for each in self.columns)} <= set(header)
