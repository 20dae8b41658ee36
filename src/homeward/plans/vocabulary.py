"""Which words do plans use, and what are they called in FHIR R4 and by the Professional Record Standards Body?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

ResponseState = Literal["begun", "finished", "left", "replaced"]

# FHIR R4 QuestionnaireResponse.status (required binding questionnaire-answers-status).
RESPONSE_STATUS: Mapping[str, str] = {
    "begun": "in-progress",
    "finished": "completed",
    "left": "stopped",
    "replaced": "amended",
}

LineKind = Literal["text", "goal", "action", "person", "review"]
LineState = Literal["stands", "done", "stopped"]
LINE_STATES: Mapping[str, str] = {"stands": "Stands", "done": "Done", "stopped": "No longer part of the plan"}

# FHIR R4 Goal.lifecycleStatus and the status of an activity of a CarePlan, for each state of a line.
GOAL_STATUS: Mapping[str, str] = {"stands": "active", "done": "completed", "stopped": "cancelled"}
ACTIVITY_STATUS: Mapping[str, str] = {"stands": "in-progress", "done": "completed", "stopped": "cancelled"}


@dataclass(frozen=True, kw_only=True)
class Heading:
    """One heading of the plan: what it is called on the page, to the person, and in the PRSB standard for such plans.

    Under one that is not `written_here` stands only what partners have sent.
    """

    title: str
    mine: str
    standard: str
    hint: str
    kind: LineKind = "text"
    written_here: bool = True


PLANNED_ELSEWHERE = "planned-elsewhere"

# PRSB Personalised Care and Support Plan and About Me standards; the titles to the right are theirs.
HEADINGS: Mapping[str, Heading] = {
    "what-matters": Heading(
        title="What matters to the person", mine="What matters to me", standard="What is most important to me",
        hint="People, places, habits, beliefs: in the person's own words.",
    ),
    "best-support": Heading(
        title="How best to support them", mine="How best to support me", standard="How I want others to communicate with and support me",
        hint="What helps, and what does not.",
    ),
    "goals": Heading(
        title="Goals and actions", mine="My goals, and who does what", standard="Goals and hopes; actions and activities",
        hint="What the person wants to do or to be able to do.", kind="goal",
    ),
    "contingency": Heading(
        title="If things get worse", mine="If things get worse", standard="Contingency plans",
        hint="Signs to watch for, what to do, and whom to ring.",
    ),
    "people": Heading(
        title="People who help", mine="People who help me", standard="People who are important to me",
        hint="Name, who they are to the person, and how to reach them.", kind="person",
    ),
    PLANNED_ELSEWHERE: Heading(
        title="Planned by partners", mine="Planned by others who care for me", standard="Actions and activities",
        hint="What other organisations have planned and sent.", written_here=False,
    ),
    "review": Heading(
        title="When it is looked at again", mine="When we look at it again", standard="Review date",
        hint="The day, and with whom.", kind="review",
    ),
}  # fmt: skip
