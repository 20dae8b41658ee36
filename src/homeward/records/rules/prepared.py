"""What will a resource of a delivery be, as a row: found by which columns, about whom, refused or marked for what?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from typing import Any

from homeward.grammar.api import ImportPolicy, Sensitivity
from homeward.records.rules.columns import Kept, kept
from homeward.records.rules.judging import judge
from homeward.records.rules.outline import Outline, outline
from homeward.records.rules.whose import Whose, whose
from homeward.records.vocabulary import UNATTRIBUTED

# In the order in which rows are copied in, after run, file and place.
STAGED = (
    "whom", "state", "reasons", "flags", "item_id", "kind", "source_id", "status", "code_system", "code", "more_codes",
    "display", "category", "effective_at", "recorded_at", "sensitivity", "identifiers", "refs", "digest",
    "number", "unit", "value_code", "parts", "body",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class House:
    """By what a delivery is judged: whose it is, the place's policy and marks, and the moment it came."""

    source: str
    policy: ImportPolicy
    sensitivities: Sequence[Sensitivity]
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """A row's values in the order of STAGED, and the subject it adds to what is known of the people spoken of."""

    values: tuple[Any, ...]
    subject: Whose


def prepare(text: bytes, *, house: House, source_id: str = "", only_patient: str = "", why_not: str = "") -> Prepared:
    """The row of one resource. Never raises for what was sent."""
    if why_not:
        return _refused(text, {}, (why_not,), (), source_id, house)
    judged = judge(text, policy=house.policy, source=house.source, at=house.at)
    if judged.tree is None or judged.refused:
        return _refused(text, judged.tree or {}, judged.refused, judged.flags, source_id, house)
    said = outline(judged.tree)
    name = source_id or said.source_id or blake2b(text, digest_size=16).hexdigest()
    words = text.decode()
    about = whose(judged.tree, source_id=name, text=words, only_patient=only_patient)
    flags, refused = judged.flags, ()
    if about.number_only:
        treatment = house.policy.treatment("number_only", source=house.source)
        only = f"'{said.kind}.subject' gives only an NHS number, so name and birth date could not be compared."
        flags = (*flags, only) if treatment == "flag" else flags
        if treatment == "refuse":
            return _refused(text, judged.tree, (only,), flags, source_id, house)
    ready = kept(said, words, source=house.source, source_id=name, flags=flags, declared=house.sensitivities)
    return Prepared(values=_values(ready, about, "read", refused), subject=about)


def _refused(
    text: bytes, tree: dict[str, Any], why: Sequence[str], flags: Sequence[str], source_id: str, house: House
) -> Prepared:
    """Kept with its reason, so that it can be looked at and tried again. NUL cannot be kept; it is shown as what it is."""
    words = text.decode(errors="replace").replace("\0", "\ufffd")
    said = outline(tree)
    name = source_id or said.source_id or blake2b(text, digest_size=16).hexdigest()
    ready = kept(_shown(said), words, source=house.source, source_id=name.replace("\0", ""), flags=flags, declared=())
    return Prepared(values=_values(ready, Whose(), "rejected", why), subject=Whose())


def _shown(said: Outline) -> Outline:
    """Without what may not be kept as text."""
    plain = {name: value.replace("\0", "") for name, value in vars(said).items() if isinstance(value, str)}
    lists = {name: () for name in ("codes", "categories", "identifiers", "labels", "points_to")}
    main = type(said.main)(display=said.main.display.replace("\0", ""))
    return Outline(**{**vars(said), **plain, **lists, "main": main})


def _values(ready: Kept, about: Whose, state: str, reasons: Sequence[str]) -> tuple[Any, ...]:
    columns = ready.values(person_id=None, version=1, received_at=None)
    columns["item_id"], columns["whom"], columns["state"] = columns["id"], about.key, state
    columns["reasons"] = [why.replace("\0", "") for why in reasons] or None
    if about.unattributed:
        columns["sensitivity"] = UNATTRIBUTED
    return tuple(columns[name] for name in STAGED)
