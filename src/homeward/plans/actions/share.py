"""How is an assessment given to a provider to trust? Under an agreement that covers it, and the provider may open the record."""

from datetime import datetime
from uuid import UUID

from homeward.access.api import relationships
from homeward.directory import api as directory
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, Refused
from homeward.foundation.ids import new_id
from homeward.grammar.api import TrustedAssessment
from homeward.plans.actions.held_share import note
from homeward.plans.models import QuestionnaireResponse, TrustedShare
from homeward.plans.models.share import GONE
from homeward.plans.queries.person_of import about_response
from homeward.plans.rules.trust import covering

GROUND = "assessment"


@action("assessment.share", about=about_response)
def share(*, response_id: UUID, provider: str, words: str, by: Actor, at: datetime) -> Happening[UUID]:
    """Share a finished assessment with a provider (team code). Raises Invalid when no agreement covers it, Refused when it is there."""
    response = QuestionnaireResponse.objects.select_for_update().get(id=response_id)
    agreement = _agreement(response, provider, at=at)
    if TrustedShare.objects.filter(response=response, provider_code=provider).exclude(state__in=GONE).exists():
        raise Refused("This provider has the assessment already.", next_step="Open it to see what they said.")
    assert response.finished_at is not None
    made = TrustedShare.objects.create(
        id=new_id(), person_id=response.person_id, response=response, agreement_code=agreement.code,
        assessor_code=response.organisation, provider_code=provider, state="shared", shared_at=at, shared_by=by.name,
        shared_user=by.user_id, valid_until=response.finished_at + agreement.valid_for,
    )  # fmt: skip
    relationships.grant(response.person_id, provider, kind=GROUND, source_id=made.id, at=at)
    note(made, "share", words, by=by, at=at)
    return Happening(
        result=made.id, subject_kind="assessment", subject_id=made.id, person_id=response.person_id,
        facts={"agreement": agreement.code, "provider": provider, "assessment": response.assessment}, teams=(provider,),
    )  # fmt: skip


def _agreement(response: QuestionnaireResponse, provider: str, *, at: datetime) -> TrustedAssessment:
    if response.finished_at is None or not response.assessment:
        raise Refused("Only a finished assessment can be shared.", next_step="Finish it first.")
    agreements = directory.place().agreements.values()
    found = covering(
        agreements, assessment=response.assessment, assessor=response.organisation, finished_at=response.finished_at, at=at
    )  # fmt: skip
    for agreement, team in found:
        if team == provider:
            return agreement
    raise Invalid(
        {"provider": "No agreement lets this provider trust this assessment today. Choose one from the list."}
    )
