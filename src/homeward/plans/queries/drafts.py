"""How did a form stand after each save?"""

from uuid import UUID

from homeward.plans.models import Entry, QuestionnaireResponse
from homeward.plans.rules.typed import Kept, Typed


def draft_of(person_id: UUID, code: str) -> QuestionnaireResponse | None:
    """The form of that kind that was begun for the person and not finished."""
    begun = QuestionnaireResponse.objects.filter(person_id=person_id, questionnaire_code=code, state="begun")
    return begun.order_by("-begun_at").first()


def kept_at_version(response_id: UUID, version: int | None = None) -> dict[str, Kept]:
    """What each question held after that save (None: now), by link id."""
    rows = Entry.objects.filter(response=response_id)
    if version is not None:
        rows = rows.filter(version__lte=version)
    latest = rows.order_by("link_id", "-version").distinct("link_id")
    return {
        row.link_id: Kept(typed=Typed(value=row.value, still=row.fact_id), by_name=row.kept_by, at=row.kept_at)
        for row in latest
    }
