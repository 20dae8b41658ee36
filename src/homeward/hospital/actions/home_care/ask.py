"""How is care at home asked for?"""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from homeward.access.api import relationships
from homeward.directory import api as directory
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Clash, Invalid
from homeward.foundation.ids import new_id
from homeward.foundation.moments import london_day
from homeward.hospital.actions.held import held
from homeward.hospital.actions.home_care import hours as on_ledger
from homeward.hospital.actions.home_care.changing import happened, hours_fault
from homeward.hospital.models import HomeCare
from homeward.hospital.queries.person_of import person_of_stay
from homeward.hospital.queries.policy import policy


@action("home_care.ask", about=person_of_stay)
def ask_home_care(
    *, stay_id: UUID, team: str, hours: Decimal, start_on: date, by: Actor, at: datetime, words: str = ""
) -> Happening[UUID]:
    """Ask the brokers `team` for so many hours a week from `start_on`; returns the request's id. Raises Invalid, Clash.

    Where the ledger has so many they are kept for a day; where it has not, the need is counted as unmet.
    """
    stay = held(stay_id, "ask for home care", by=by)
    brokers = {provider.team for provider in directory.service(policy().home_care).providers}
    errors = hours_fault(hours)
    if team not in brokers:
        errors["team"] = "Choose who finds the home care."
    if start_on < london_day(at):
        errors["start_on"] = "The day it is needed from cannot have gone."
    if errors:
        raise Invalid(errors)
    other = HomeCare.objects.filter(stay=stay, ended_at=None).first()
    if other is not None:
        raise Clash(
            "Home care is asked for already.", who="A colleague", when=other.asked_at, next_step="Open that request."
        )
    care = HomeCare.objects.create(
        id=new_id(), person_id=stay.person_id, stay=stay, team_code=team,
        asked_team=next((each for each in (stay.hub_team, stay.flow_team) if each in by.teams), stay.hub_team),
        hours_wanted=hours, start_on=start_on, words=words.strip(), asked_at=at,
    )  # fmt: skip
    relationships.grant(stay.person_id, *{team, care.asked_team}, kind="home_care", source_id=care.id, at=at)
    on_ledger.keep(care, by=by, at=at)
    return happened(care, "asked", hours=hours, words=words, by=by, at=at, facts={"stay": str(stay.id)})
