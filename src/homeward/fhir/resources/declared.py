"""How are the place's own resources (services, organisations, areas, plans, forms, measures) shown?"""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from django.conf import settings

from homeward.directory.api import place
from homeward.fhir.door.route import Call
from homeward.fhir.resources.shown import Shown
from homeward.grammar.as_fhir.bundle import to_fhir
from homeward.grammar.place import Place

KINDS = (
    "Organization", "Location", "HealthcareService", "PlanDefinition", "ActivityDefinition", "Questionnaire", "Measure",
)  # fmt: skip


class Declared:
    """The place's resources of one kind, about nobody."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def by_id(self, call: Call) -> Mapping[str, Shown]:
        """All of them. Written anew when another place is loaded."""
        here = place()
        base = call.address("").rstrip("/")
        written = _kept(base, id(here))
        return (written if written.of is here else _Written(here, base)).by_kind[self.kind]


class _Written:
    """A place written as FHIR once, by kind."""

    def __init__(self, here: Place, base: str) -> None:
        self.of = here
        self.by_kind: dict[str, dict[str, Shown]] = {kind: {} for kind in KINDS}
        changed = _changed_at()
        for entry in to_fhir(here, base=base)["entry"]:
            tree = dict(entry["resource"])
            kind, id = tree.pop("resourceType"), tree.pop("id")
            tree.pop("meta", None)
            self.by_kind[kind][id] = Shown(kind=kind, id=id, updated=changed, made=tree)


def _changed_at() -> datetime:
    """When the place's declarations were last put on this machine."""
    spec = find_spec(settings.HOMEWARD_PLACE)
    folder = Path(spec.origin).parent if spec and spec.origin else Path(__file__).parent
    newest = max(int(file.stat().st_mtime) for file in folder.rglob("*.py"))
    return datetime.fromtimestamp(newest, UTC)


@lru_cache(maxsize=8)
def _kept(base: str, version: int) -> _Written:
    return _Written(place(), base)
