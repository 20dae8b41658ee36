"""What can a person need, in plain words, and what must never be missed about it?"""

from dataclasses import dataclass, field

from homeward.grammar.declaration import WORDING, Declaration

# Every place has this need, for whoever knows that something is wrong and not what would help.
NOT_SURE = "not-sure"


@dataclass(frozen=True, kw_only=True)
class RedFlag:
    """A sign that this cannot wait, and what to do about it at once."""

    code: str
    words: str
    do_now: str


@dataclass(frozen=True, kw_only=True)
class Need(Declaration):
    """A need as the referrer would say it. `snomed` stays None unless the concept is certain."""

    title: str = field(metadata=WORDING)
    plain_words: str = field(metadata=WORDING)
    usual_urgency: str
    red_flags: tuple[RedFlag, ...] = ()
    snomed: str | None = None
    two_hour_need: bool = False
