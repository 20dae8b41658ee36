"""About whom is a resource, in its source's own words?"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

import orjson

from homeward.foundation import nhs_number
from homeward.records.rules.pointing import subject_of
from homeward.records.vocabulary import NHS_NUMBER, NOBODY


@dataclass(frozen=True, kw_only=True)
class Whose:
    """`key` names the person within one source ('' for nobody); `patient` is what is said of them, as JSON, if anything.

    `unattributed`: it ought to be about somebody, and does not say whom. `number_only`: an NHS number is all there is.
    """

    key: str = ""
    patient: str = ""
    unattributed: bool = False
    number_only: bool = False


ABOUT_NOBODY = Whose()
NOT_SAID = Whose(unattributed=True)


def whose(tree: Mapping[str, Any], *, source_id: str, text: str, only_patient: str = "") -> Whose:
    """Whose it is. `only_patient` is the key of the one person a bundle speaks of, for what names nobody itself."""
    kind = str(tree.get("resourceType"))
    if kind == "Patient":
        return Whose(key=f"Patient/{source_id}", patient=text)
    if kind in NOBODY:
        return ABOUT_NOBODY
    subject = subject_of(tree)
    if subject is None:
        return Whose(key=only_patient) if only_patient else NOT_SAID
    reference = subject.get("reference")
    if isinstance(reference, str):
        return _referred(reference, tree, only_patient)
    return _identified(subject.get("identifier"))


def _referred(reference: str, tree: Mapping[str, Any], only_patient: str) -> Whose:
    if reference.startswith("#"):
        return _contained(reference[1:], tree, only_patient)
    kind, mark, asked = reference.partition("?")
    if mark:
        system, _, value = asked.removeprefix("identifier=").rpartition("|")
        return _identified({"system": system, "value": value}) if kind == "Patient" else NOT_SAID
    if reference.startswith("urn:"):
        return Whose(key=reference)
    parts = reference.split("/")
    if "_history" in parts:
        parts = parts[: parts.index("_history")]
    if len(parts) < 2 or parts[-2] != "Patient":
        return ABOUT_NOBODY if len(parts) >= 2 and parts[-2] in ("Location", "Device", "Organization") else NOT_SAID
    return Whose(key="/".join(parts))


def _contained(id: str, tree: Mapping[str, Any], only_patient: str) -> Whose:
    contained = tree.get("contained")
    for each in contained if isinstance(contained, list) else []:
        if isinstance(each, dict) and each.get("id") == id and each.get("resourceType") == "Patient":
            said = orjson.dumps(each, option=orjson.OPT_SORT_KEYS)
            return Whose(key=f"contained/{blake2b(said, digest_size=12).hexdigest()}", patient=said.decode())
    return Whose(key=only_patient) if only_patient else NOT_SAID


def _identified(identifier: object) -> Whose:
    if not isinstance(identifier, dict) or not isinstance(identifier.get("value"), str) or not identifier["value"]:
        return NOT_SAID
    value, system = str(identifier["value"]), str(identifier.get("system") or "")
    if system == NHS_NUMBER:
        return Whose(key=f"number/{nhs_number.normalise(value)}", number_only=True)
    return Whose(key=f"identifier/{system}|{value}")
