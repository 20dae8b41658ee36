"""Which form of the place does a FHIR QuestionnaireResponse answer?"""

from collections.abc import Mapping
from typing import Any

from homeward.grammar.api import Questionnaire

_OURS = "/Questionnaire/form-"


def form_meant(resource: Mapping[str, Any], forms: Mapping[str, Questionnaire]) -> Questionnaire | None:
    """The form whose address it names: the one we publish it at, or one that the place declares partners use for it."""
    named = resource.get("questionnaire")
    if not isinstance(named, str):
        return None
    address = named.partition("|")[0].rstrip("/")
    known = {each: form for form in forms.values() for each in form.canonicals}
    return known.get(address) or (forms.get(address.rpartition(_OURS)[2]) if _OURS in f"/{address}" else None)
