"""How does the log come to know that pressure rose or fell?"""

from datetime import datetime
from uuid import UUID

from homeward.capacity.actions.switch_on import teams_of
from homeward.capacity.models import Pressure
from homeward.directory import api as directory
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.ids import new_id


@action("surge.note_level")
def note_level(*, trigger_code: str, level: int, value: float | None, by: Actor, at: datetime) -> Happening[UUID]:
    """The trigger stands at this level from now on. The teams on its cards see it at once."""
    Pressure.objects.create(trigger_code=trigger_code, level=level, value=value, at=at)
    cards = [each for each in directory.place().action_cards.values() if trigger_code in each.triggers]
    teams = tuple(dict.fromkeys(team for card in cards for team in teams_of(card)))
    id = new_id()
    return Happening(
        result=id, subject_kind="surge", subject_id=id, person_id=None, teams=teams,
        facts={"trigger": trigger_code, "level": level, "value": value},
    )  # fmt: skip
