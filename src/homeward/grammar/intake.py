"""Which team takes a new need, by area and by hour, and whom does each network name?"""

from dataclasses import dataclass, field

from homeward.grammar.declaration import WORDING, Declaration


@dataclass(frozen=True, kw_only=True)
class IntakeRule(Declaration):
    """While `calendar` is open, a need of these kinds (() = any) in these areas (() = anywhere) goes to `team`.

    Rules are tried in `order`; the fallback has no areas, no needs and a calendar that never closes.
    """

    team: str
    calendar: str
    areas: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    order: int = 100
    fallback: bool = False
    because: str = field(metadata=WORDING)


@dataclass(frozen=True, kw_only=True)
class NamedContact(Declaration):
    """A named person promised to an area. `person` None = unset: its owner fills it in."""

    area: str
    title: str = field(metadata=WORDING)
    person: str | None = field(default=None, metadata=WORDING)
    telephone: str | None = field(default=None, metadata=WORDING)
