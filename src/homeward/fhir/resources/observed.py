"""By which codes and in which units is a finding written as a FHIR R4 Observation? By those that the place declares, as partners' are read."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from uuid import UUID

from homeward.directory.api import place
from homeward.fhir.resources.pointing import moment, to_patient, to_team, without_empty
from homeward.fhir.search.elements import Tree
from homeward.grammar.as_fhir.parts import fhir_id
from homeward.plans.api import Finding

CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"
UCUM = "http://unitsofmeasure.org"
# Our words for a unit, where UCUM spells it; one that is not here is given in words alone.
_UNITS = {
    "/min": "/min", "%": "%", "mmHg": "mm[Hg]", "°C": "Cel", "kg": "kg", "g": "g", "cm": "cm", "mm": "mm", "L/min": "L/min",
    "h/wk": "h/wk",
}  # fmt: skip
_POINTS = ("score", "{score}")


@dataclass(frozen=True)
class Known:
    """'system|code' of what a finding is, and of the measurement that it is a part of, such as a blood pressure (nothing for what stands
    alone); by which code each of its answers is known."""

    codes: tuple[str, ...]
    within: tuple[str, ...]
    answers: Mapping[str, str]

    @property
    def every(self) -> tuple[str, ...]:
        """All of its codes."""
        return (*self.codes, *self.within)


def known_as(found: Finding, *, base: str) -> Known:
    """By what the place knows this finding."""
    return _known(id(place()), found.score, found.column, found.concept, base)


@lru_cache(maxsize=512)  # the same few, for every row
def _known(_place: int, score: str, column: str, concept: str, base: str) -> Known:
    """The first code of each system: the others that the place reads are names for what is nearly the same."""
    here = place()
    if not column:
        total = next((each for each in here.trends.values() if score and each.score == score), None)
        ours = (f"{base}/CodeSystem/concepts|{concept}",) if concept else ()
        return Known((*_first_of_each(total.codes if total else ()), *ours), (), {})
    signs = (sign for each in here.monitoring_policies.values() if each.score == score for sign in each.signs)
    sign = next((each for each in signs if each.column == column), None)
    if sign is None:
        return Known((), (), {})
    of = next((each for each in here.trends.values() if each.within and set(each.codes) & set(sign.codes)), None)
    answers = {told: code for code, told in reversed(sign.answers)}
    return Known(_first_of_each(sign.codes), _first_of_each(of.within) if of else (), answers)


def observation(found: Finding, *, base: str, struck: bool, seen: Collection[UUID]) -> dict[str, Any]:
    """The resource without id and meta. `seen` are the findings that may be pointed to."""
    known = known_as(found, base=base)
    own = {"code": _concept(known.codes, found.title), **_value(found, known)}
    whole = {"code": _concept(known.within, "Blood pressure"), "component": [own]} if known.within else own
    return without_empty(
        {
            "status": "entered-in-error" if struck else "final",
            "category": [_concept([f"{CATEGORY}|{'vital-signs' if found.column else 'survey'}"])],
            "code": whole["code"],
            "subject": to_patient(found.person_id),
            "encounter": {"reference": f"Encounter/{found.encounter_id}"} if found.encounter_id else None,
            "effectiveDateTime": moment(found.found_at),
            "issued": moment(found.kept_at),
            "performer": list(_performers(found)),
            "device": {"display": found.by_name} if found.by_device else None,
            **{name: value for name, value in whole.items() if name != "code"},
            "note": [{"text": found.note}] if found.note else None,
            "derivedFrom": list(_derived(found, seen)),
        }
    )


def _first_of_each(codes: Collection[str]) -> tuple[str, ...]:
    first: dict[str, str] = {}
    for each in codes:
        first.setdefault(each.rpartition("|")[0], each)
    return tuple(first.values())


def _concept(codes: Collection[str], words: str = "") -> Tree:
    codings = [{"system": system, "code": code} for system, _, code in (each.rpartition("|") for each in codes)]
    return without_empty({"coding": codings, "text": words})


def _value(found: Finding, known: Known) -> Tree:
    if isinstance(found.value, str):
        code = known.answers.get(found.value)
        return {"valueCodeableConcept": _concept([code] if code else [], found.said)}
    number = int(found.value) if found.value == int(found.value) else found.value
    unit, code = _POINTS if found.score and not found.column else (found.unit, _UNITS.get(found.unit, ""))
    return {
        "valueQuantity": {
            "value": number,
            **without_empty({"unit": unit, "system": UCUM if code else "", "code": code}),
        }
    }


def _performers(found: Finding) -> Iterator[Tree]:
    """Who found it, and for which team or organisation. What a device measured nobody performed."""
    if found.by_device:
        return
    if found.by_name:
        yield {"display": found.by_name}
    if found.team_code:
        yield to_team(found.team_code)
    elif (body := place().organisations.get(found.organisation)) is not None:
        yield {"reference": f"Organization/{fhir_id('organisation', body.code)}", "display": body.name}


def _derived(found: Finding, seen: Collection[UUID]) -> Iterator[Tree]:
    yield from ({"reference": f"Observation/{each}"} for each in found.of if each in seen)
    if found.form_id:
        yield {"reference": f"QuestionnaireResponse/{found.form_id}"}
