"""Which events end any wait about a person, whatever became of it? A clock that nothing ends is a fault."""

from homeward.grammar.api import On

IN_PERSON = On(event="visit.record_contact", where=(("in_person", True),))
ANY_CONTACT = On(event="visit.record_contact")

# The need went away or was answered another way: the wait is abandoned, not met.
NEED_ENDED = (
    On(event="referral.close"),
    On(event="referral.revoke"),
    On(event="referral.advise", where=(("closes", True),)),
    On(event="person.die"),
)
EPISODE_ENDED = (On(event="episode.close"), On(event="person.die"))
