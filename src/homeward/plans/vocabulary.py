"""Which words do plans use, and what are they called in FHIR R4?"""

from collections.abc import Mapping
from typing import Literal

ResponseState = Literal["begun", "finished", "left"]

# FHIR R4 QuestionnaireResponse.status (required binding questionnaire-answers-status).
RESPONSE_STATUS: Mapping[str, str] = {"begun": "in-progress", "finished": "completed", "left": "stopped"}
