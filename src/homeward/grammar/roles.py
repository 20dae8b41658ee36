"""What may each kind of person do, and how long may they stay signed in?"""

from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import lru_cache

from homeward.grammar.declaration import WORDING, Declaration

# The kinds of FHIR resource that a role may let apps send: those that a record shows as somebody's word, and decides nothing by.
APPS_SEND = ("DocumentReference", "Observation", "QuestionnaireResponse")


@dataclass(frozen=True, kw_only=True)
class Role(Declaration):
    """A kind of user. `permits` are action names or patterns such as 'referral.*'.

    `needs_relationship`: a record opens only for people this person or their team looks after.
    `sections` are the parts of the site on this role's menu, first one first.
    `apps_send`: the kinds of resource (of APPS_SEND) that an app may send for somebody in this role who lets it in.
    """

    title: str = field(metadata=WORDING)
    plain_words: str = field(metadata=WORDING)
    permits: tuple[str, ...]
    needs_relationship: bool
    second_factor: bool
    sections: tuple[str, ...]
    session_minutes: int
    idle_minutes: int
    machine: bool = False
    apps_send: tuple[str, ...] = ()

    def may(self, permission: str) -> bool:
        return _permits(self.permits, permission)


@lru_cache(maxsize=8192)  # asked for every button and every colleague; roles times verbs is what there is
def _permits(patterns: tuple[str, ...], permission: str) -> bool:
    return any(fnmatchcase(permission, pattern) for pattern in patterns)
