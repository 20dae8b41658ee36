"""Which stay is meant, locked until the transaction ends, and is it the actor's to act on?"""

from uuid import UUID

from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Clash, NotFound, NotPermitted
from homeward.hospital.models import Stay
from homeward.hospital.queries.policy import hospital_name


def held(stay_id: UUID, what: str, *, by: Actor, anyone: bool = False, over: bool = False) -> Stay:
    """The stay, locked. `anyone` who looks after the person may do `what`; otherwise the ward's team and its hub alone.

    `over`: also when the person has left. Raises NotFound, NotPermitted, Clash.
    """
    stay = Stay.objects.select_for_update().filter(id=stay_id).first()
    if stay is None:
        raise NotFound("There is no such stay.", next_step="Go back to the flow board and choose the person from it.")
    if not anyone and by.kind == "staff" and not {stay.flow_team, stay.hub_team} & set(by.teams):
        names = [directory.team(each).name for each in (stay.flow_team, stay.hub_team)]
        raise NotPermitted(f"Only {names[0]} or {names[1]} can {what}.", next_step="Ring them, or add a task for them.")
    if stay.left_at is not None and not over:
        raise Clash(
            f"This person has left {hospital_name(stay.hospital_code)}.", who="The ward", when=stay.left_at,
            next_step="Go back to the flow board.",
        )  # fmt: skip
    return stay
