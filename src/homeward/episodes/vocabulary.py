"""Which words do clocks, episodes and tasks use?"""

from datetime import timedelta
from typing import Literal

MarkKind = Literal["attach", "detach", "start", "pause", "resume", "stop", "abandon", "rung", "void"]
ClockPhase = Literal["withdrawn", "waiting", "running", "paused", "stopped", "abandoned"]

WITHDRAWN: ClockPhase = "withdrawn"  # found not to apply after all
WAITING: ClockPhase = "waiting"  # applies, but its starting event has not happened
RUNNING: ClockPhase = "running"
PAUSED: ClockPhase = "paused"
STOPPED: ClockPhase = "stopped"
ABANDONED: ClockPhase = "abandoned"
LIVE: tuple[ClockPhase, ...] = (WAITING, RUNNING, PAUSED)

# What the clocks read in an event's facts. The writers of events put them there; nothing else is asked of them.
CLOCKS = "clocks"  # codes of clocks that apply from this event on
CLOCKS_ENDED = "clocks_ended"  # codes of clocks that this event finds no longer to apply
HAPPENED_AT = "happened_at"  # when it truly happened, if that is not when it was written down (ISO 8601, aware)
UNDOES = "undoes"  # the id of the event, or the `move_id` it carried, that this event takes back
MOVE_ID = "move_id"
REFERRAL_ID = "referral_id"  # on events about something else (a visit, an episode) that answer this referral

REOPENS = "referral.reopen"  # brings back to life what was abandoned, with its first start
ESCALATES = "referral.escalate"  # its facts name the clock's code (`clock`) and the rung climbed (`rung`, from 1)
CLOCK = "clock"
RUNG = "rung"

# The kinds that a place's clocks and moves may name. They are listed, not read from the place, because kept declarations
# may name kinds that today's do not.
HEARD = (
    "referral.receive", "referral.triage", "referral.second_look", "referral.place", "referral.accept", "referral.advise",
    "referral.decline", "referral.ask", "referral.answer", "referral.refer_on", "referral.hand_back", "referral.revoke",
    "referral.reopen", "referral.close", "referral.carry", "referral.hand_over", "referral.follow_parts", "referral.contact", "referral.undo", "referral.no_capacity", "referral.note", "referral.escalate",
    "visit.plan", "visit.assign", "visit.start", "visit.record_contact", "visit.not_seen",
    "episode.open", "episode.stage", "episode.keyworker", "episode.close", "person.die", "person.move",
    "monitoring.review", "monitoring.step_up", "monitoring.step_down",
)  # fmt: skip

# What a task may be about. An episode's tasks are about its referral.
SubjectKind = Literal["referral", "stay", "follow_up", "call"]
SUBJECTS: tuple[SubjectKind, ...] = ("referral", "stay", "follow_up", "call")

# A message from a person to a team: how soon the team is asked to answer, and how long it may be.
ANSWER_WITHIN = timedelta(days=2)
LONGEST_MESSAGE = 2000
