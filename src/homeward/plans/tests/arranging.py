"""How do tests get a person with a visit behind them, and people who fill in forms? As the house gets them."""

from uuid import UUID

from homeward.access.api import system
from homeward.foundation.actions import Actor
from homeward.plans.api import Typed
from homeward.referrals.tests.arranging import TEAM, after
from homeward.visits.api import record_contact
from homeward.visits.tests.test_contacts import accepted
from tests.plumbing.people_at_work import staff

FORM = "home-assessment"
FIRST_VISIT = {"what-happened": "Slipped on the stairs", "done": "Helped up, checked over", "safety-net": "Ring us"}
KNOWN: dict[str, bool | float | str] = {
    "what-matters": "My garden",
    "moving-about": "with-aid",
    "lives-alone": True,
    "way-in": "Daughter has a key",
}
WHOLE = {"falls": Typed(value=2.0), "why-falls": Typed(value="The rug"), "would-help": Typed(value="A rail")}


def nurse(name: str = "Nia Brooks") -> Actor:
    """A nurse of the team that looks after the person."""
    return staff(role="community-nurse", teams=(TEAM,), name=name)


def therapist(name: str = "Maya Sharma") -> Actor:
    """A therapist of the same team."""
    return staff(role="therapist", teams=(TEAM,), name=name)


def visited() -> UUID:
    """A person whose first visit, an hour after the need came in, told half of what an assessment asks."""
    person, _, first = accepted()
    record_contact(
        encounter_id=first, contact_at=after(60), by=system("demo"), at=after(65), answers={"first-visit": {**FIRST_VISIT, **KNOWN}}
    )  # fmt: skip
    return person
