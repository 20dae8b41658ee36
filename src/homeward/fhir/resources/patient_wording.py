"""Where may a partner's own wording of a person stand? Where it says what we know; where we know better, our facts do."""

from collections.abc import Callable, Mapping
from typing import Any

from homeward.fhir.operations.person_of_message import UNKNOWN
from homeward.fhir.resources.patient_facts import details_of
from homeward.fhir.search.elements import Tree
from homeward.people.api import PersonDetails

# Elements of a Patient that are facts of ours; all others are kept as the partner sent them.
_WHERE = ("address", "telecom", "contact", "generalPractitioner")


def in_their_words(ours: Tree, theirs: Tree, held: Mapping[str, Any]) -> Tree:
    """The Patient in the partner's words, with our facts wherever they differ; `held` is what we hold, row by row."""
    said = details_of(theirs)
    tree = {name: value for name, value in theirs.items() if name not in ("id", "resourceType")}
    restricted = held["person"]["restricted"]
    for name, agrees in _AGREES.items():
        if restricted and name in _WHERE:
            tree.pop(name, None)
        elif not agrees(said, held, theirs):
            _put(tree, name, ours.get(name))
            if name == "name":
                tree.pop("text", None)  # a narrative that tells a name which is not theirs any more
    if restricted:
        tree.pop("text", None)
    return tree


def _put(tree: Tree, name: str, value: Any) -> None:
    if name == "deceasedDateTime":
        tree.pop("deceasedBoolean", None)
    if value is None:
        tree.pop(name, None)
    else:
        tree[name] = value


def _name(said: PersonDetails, held: Mapping[str, Any], theirs: Tree) -> bool:
    usual = held["names"][0] if held["names"] else {}
    if not said.family:
        return bool(usual.get("family") == UNKNOWN)
    return (_plain(said.family), _plain(said.given)) == (_plain(usual.get("family")), _plain(usual.get("given")))


def _identifier(said: PersonDetails, held: Mapping[str, Any], theirs: Tree) -> bool:
    told = {"".join(said.nhs_number.split())} | {each.value for each in said.identifiers}
    return {each["value"] for each in held["identifiers"]} <= told


def _gender(said: PersonDetails, held: Mapping[str, Any], theirs: Tree) -> bool:
    return said.sex == held["person"]["sex"]


def _birth(said: PersonDetails, held: Mapping[str, Any], theirs: Tree) -> bool:
    known = held["person"]["birth_date"]
    return known is None or theirs.get("birthDate") == known


def _died(said: PersonDetails, held: Mapping[str, Any], theirs: Tree) -> bool:
    known = held["person"]["death_at"]
    return known is None or str(theirs.get("deceasedDateTime", ""))[:10] == known[:10]


def _address(said: PersonDetails, held: Mapping[str, Any], theirs: Tree) -> bool:
    home = held["address"] or {}
    ours = (_plain(" ".join(home.get("lines") or ())), _plain(home.get("postcode")))
    return not any(ours) or ours == (_plain(" ".join(said.address_lines)), _plain(said.postcode))


def _telecom(said: PersonDetails, held: Mapping[str, Any], theirs: Tree) -> bool:
    told = {_plain(each.get("value")) for each in theirs.get("telecom", ())}
    return all(
        _plain(each["value"]) in told
        for each in held["contacts"]
        if each["kind"] in ("phone", "email") and each["value"]
    )


def _contact(said: PersonDetails, held: Mapping[str, Any], theirs: Tree) -> bool:
    return "contact" in theirs or not any(each["kind"] in ("carer", "next_of_kin") for each in held["contacts"])


def _practice(said: PersonDetails, held: Mapping[str, Any], theirs: Tree) -> bool:
    known = held["person"]["practice_code"]
    return not known or said.practice_code == known


def _language(said: PersonDetails, held: Mapping[str, Any], theirs: Tree) -> bool:
    known = held["person"]["language_code"]
    return not known or said.language_code == known


def _plain(text: object) -> str:
    return "".join(str(text or "").split()).casefold()


_AGREES: Mapping[str, Callable[[PersonDetails, Mapping[str, Any], Tree], bool]] = {
    "identifier": _identifier,
    "name": _name,
    "telecom": _telecom,
    "gender": _gender,
    "birthDate": _birth,
    "deceasedDateTime": _died,
    "address": _address,
    "contact": _contact,
    "communication": _language,
    "generalPractitioner": _practice,
}
