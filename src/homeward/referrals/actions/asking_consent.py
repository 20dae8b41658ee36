"""Has the person anything against this team being told? Asked before a need is handed to it."""

from datetime import datetime
from uuid import UUID

from homeward.access.api import consent
from homeward.directory import api as directory
from homeward.foundation.errors import Refused


def ask_consent(person_id: UUID, *, team_code: str, at: datetime) -> None:
    """Raises Refused when the person said that this team's organisation shall not be told. The need stays where it is."""
    team = directory.place().teams.get(team_code)
    if team is None:
        return
    decision = consent.may_share(person_id, consent.care_purpose(), team.organisation, at)
    if not decision.allowed:
        raise Refused(
            f"The person has asked that {team.name} is not told about them.",
            next_step="Choose another team, or speak with them and write down what they say now under 'sharing'.",
            field="service_code",
        )
