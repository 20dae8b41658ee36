"""Which tables say who a person is?"""

from homeward.people.models.address import Address
from homeward.people.models.carried import Carried
from homeward.people.models.contact import Contact
from homeward.people.models.identifier import Identifier
from homeward.people.models.looker import Looker
from homeward.people.models.match_pair import MatchPair
from homeward.people.models.match_run import MatchRun
from homeward.people.models.merge import Merge
from homeward.people.models.person import Person
from homeward.people.models.person_name import PersonName
from homeward.people.models.practice_registration import PracticeRegistration
from homeward.people.models.trace_step import TraceStep
from homeward.people.models.walk import Walk

__all__ = [
    "Address",
    "Carried",
    "Contact",
    "Identifier",
    "Looker",
    "MatchPair",
    "MatchRun",
    "Merge",
    "Person",
    "PersonName",
    "PracticeRegistration",
    "TraceStep",
    "Walk",
]
