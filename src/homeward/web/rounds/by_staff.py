"""Who goes where in which order, one list for each carer, as a page shows it?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from homeward.rounds.api import CHANGES, RoundStop, VisitRow


@dataclass(frozen=True, kw_only=True)
class StopShown:
    """One stop with its visit. `changed` is what is otherwise than before, in words."""

    stop: RoundStop
    row: VisitRow | None
    changed: str
    kept: bool


@dataclass(frozen=True, kw_only=True)
class CarerShown:
    """One carer's day; without a name, what nobody can go to."""

    name: str
    travel: float
    stops: tuple[StopShown, ...]


def by_staff(rows: Mapping[UUID, VisitRow], stops: Sequence[RoundStop]) -> list[CarerShown]:
    """The stops by carer, in order of time; what nobody goes to comes first."""
    names = sorted({each.name for each in stops}, key=lambda name: (bool(name), name))
    return [
        CarerShown(
            name=name,
            travel=sum(each.travel for each in stops if each.name == name),
            stops=tuple(
                StopShown(
                    stop=each,
                    row=rows.get(each.encounter_id),
                    changed=CHANGES.get(each.how, ""),
                    kept=bool((row := rows.get(each.encounter_id)) and each.user_id in row.kept_by),
                )
                for each in sorted(stops, key=lambda each: (each.starts_at is None, each.starts_at, each.id))
                if each.name == name
            ),  # fmt: skip
        )
        for name in names
    ]
