"""The door to rounds: who goes to whom, in which order, and what that costs."""

from homeward.rounds.actions.ask_plan import ask_plan
from homeward.rounds.actions.carry import carry
from homeward.rounds.actions.decide import defer, no_access
from homeward.rounds.actions.hand_over import acknowledge, hand_over, person_of_handover
from homeward.rounds.actions.keep_offline import receive_offline
from homeward.rounds.actions.keep_with import keep_with, one_row
from homeward.rounds.actions.make_plan import give_plan_up, make_plan
from homeward.rounds.actions.prefer import prefer
from homeward.rounds.actions.say_wishes import OwnWishes, say_wishes
from homeward.rounds.actions.settle_offline import settle_offline
from homeward.rounds.actions.staff import at_work, away
from homeward.rounds.actions.use_plan import use_plan
from homeward.rounds.actions.wish import wish
from homeward.rounds.models import Decision, Handover, RoundStop, Run, Shift
from homeward.rounds.queries.asked import VisitRow, Wishes, policy
from homeward.rounds.queries.caseload import Caseload, Held, caseload
from homeward.rounds.queries.caseload_load import Load
from homeward.rounds.queries.day import (
    DayView,
    RunView,
    day,
    decisions_of_day,
    notes_of,
    run_view,
    unread,
    visit_decisions,
)
from homeward.rounds.queries.faces import faces_of
from homeward.rounds.queries.of_person import Rounds, rounds_of
from homeward.rounds.queries.offline import Both, Fate, Waiting, both_versions, offline_waiting
from homeward.rounds.queries.pocket import PocketStop, pocket_stops
from homeward.rounds.queries.shifts import in_use, shift
from homeward.rounds.queries.stretch import my_stretch
from homeward.rounds.queries.team_day import TeamDay, team_day_of
from homeward.rounds.queries.to_move import Movable, ToMove, to_move
from homeward.rounds.queries.week import DAYS, WeekView, week
from homeward.rounds.queries.wishes import SaidWishes, wishes_of
from homeward.rounds.rules.continuity import Continuity, continuity, of_team
from homeward.rounds.rules.day import WEIGHTS_OF, AtWork, Going, Round, Trade, Wanted
from homeward.rounds.rules.plan_day import Changed, changes, plan_day, replan
from homeward.rounds.rules.problem import Answer, Pause, Problem
from homeward.rounds.rules.published import Unreadable, read, written
from homeward.rounds.rules.solve import solve
from homeward.rounds.vocabulary import CHANGES, OFFLINE_KINDS, SETTLED, STATES, TRADES, TRAVELS_BY

__all__ = [
    "Caseload",
    "Held",
    "Load",
    "Movable",
    "ToMove",
    "caseload",
    "to_move",
    "Both",
    "DAYS",
    "WeekView",
    "week",
    "Fate",
    "OFFLINE_KINDS",
    "PocketStop",
    "SETTLED",
    "Waiting",
    "Wishes",
    "both_versions",
    "carry",
    "offline_waiting",
    "my_stretch",
    "TeamDay",
    "team_day_of",
    "pocket_stops",
    "prefer",
    "OwnWishes",
    "SaidWishes",
    "say_wishes",
    "wishes_of",
    "receive_offline",
    "settle_offline",
    "Rounds",
    "rounds_of",
    "in_use",
    "shift",
    "ask_plan",
    "defer",
    "no_access",
    "acknowledge",
    "hand_over",
    "person_of_handover",
    "keep_with",
    "one_row",
    "give_plan_up",
    "make_plan",
    "at_work",
    "away",
    "use_plan",
    "wish",
    "Decision",
    "Handover",
    "RoundStop",
    "Run",
    "Shift",
    "VisitRow",
    "policy",
    "DayView",
    "RunView",
    "faces_of",
    "day",
    "decisions_of_day",
    "notes_of",
    "run_view",
    "unread",
    "visit_decisions",
    "CHANGES",
    "STATES",
    "TRADES",
    "TRAVELS_BY",
    "WEIGHTS_OF",
    "Answer",
    "AtWork",
    "Changed",
    "Continuity",
    "Going",
    "Pause",
    "Problem",
    "Round",
    "Trade",
    "Unreadable",
    "Wanted",
    "changes",
    "continuity",
    "of_team",
    "plan_day",
    "read",
    "replan",
    "solve",
    "written",
]
