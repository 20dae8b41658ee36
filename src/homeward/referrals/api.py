"""The door to the hub: stating, moving and following referrals."""

from homeward.referrals.actions.accept import accept
from homeward.referrals.actions.advise import advise
from homeward.referrals.actions.answer import answer
from homeward.referrals.actions.ask import ask
from homeward.referrals.actions.close import close
from homeward.referrals.actions.decline import decline
from homeward.referrals.actions.hand_back import hand_back
from homeward.referrals.actions.look import look, look_away
from homeward.referrals.actions.no_capacity import no_capacity
from homeward.referrals.actions.note import note
from homeward.referrals.actions.place import place
from homeward.referrals.actions.receive import receive
from homeward.referrals.actions.refer_on import Part, refer_on
from homeward.referrals.actions.reopen import reopen
from homeward.referrals.actions.revoke import revoke
from homeward.referrals.actions.second_look import second_look
from homeward.referrals.actions.see_notice import see_notice
from homeward.referrals.actions.telling import tell
from homeward.referrals.actions.triage import triage
from homeward.referrals.actions.undo import undo
from homeward.referrals.models import Advice, ExternalId, InformationRequest, Move, OwnerPeriod, ServiceRequest
from homeward.referrals.queries.board import Board, BoardFilters, board, board_rows, inbox, row
from homeward.referrals.queries.board_row import BoardClock, BoardRow, need_title
from homeward.referrals.queries.candidates import Shown, candidates
from homeward.referrals.queries.detail import Detail, Line, detail
from homeward.referrals.queries.explain import Explanation, explain
from homeward.referrals.queries.live_for import Live, live_referrals_for
from homeward.referrals.queries.next_moves import NextMoves, next_moves
from homeward.referrals.queries.notices import NoticeRow, notices, notices_about
from homeward.referrals.queries.open_needs import OpenNeed, open_needs, open_needs_of
from homeward.referrals.queries.referral import locked, referral, shown, the_referral
from homeward.referrals.queries.sent import Sent, sent
from homeward.referrals.queries.track import TrackStep, TrackView, track
from homeward.referrals.queries.triage import Asked, intake_questions, suggestion, triage_questions
from homeward.referrals.queries.who_is_looking import who_is_looking
from homeward.referrals.queries.whose import person_of, with_external_id, with_key
from homeward.referrals.rules.placing import Candidate
from homeward.referrals.rules.reasons import Reason
from homeward.referrals.rules.stating import ExternalRef, ReferralDetails, Requester
from homeward.referrals.rules.tracking import wordings
from homeward.referrals.rules.urgency import Suggestion
from homeward.referrals.rules.whole import Whole
from homeward.referrals.vocabulary import ENDED_STATES, NOT_SURE, OPEN_STATES, SOURCES, STATES, Source, State

__all__ = [
    "ENDED_STATES",
    "NOT_SURE",
    "OPEN_STATES",
    "SOURCES",
    "STATES",
    "Advice",
    "Asked",
    "Board",
    "BoardClock",
    "BoardFilters",
    "BoardRow",
    "Candidate",
    "Detail",
    "Explanation",
    "ExternalId",
    "ExternalRef",
    "InformationRequest",
    "Line",
    "Live",
    "Move",
    "NextMoves",
    "NoticeRow",
    "OpenNeed",
    "OwnerPeriod",
    "Part",
    "Reason",
    "ReferralDetails",
    "Requester",
    "Sent",
    "ServiceRequest",
    "Shown",
    "Source",
    "State",
    "Suggestion",
    "TrackStep",
    "TrackView",
    "Whole",
    "accept",
    "advise",
    "answer",
    "ask",
    "board",
    "board_rows",
    "candidates",
    "close",
    "decline",
    "detail",
    "explain",
    "hand_back",
    "inbox",
    "intake_questions",
    "live_referrals_for",
    "locked",
    "shown",
    "the_referral",
    "look",
    "look_away",
    "need_title",
    "next_moves",
    "no_capacity",
    "note",
    "notices",
    "notices_about",
    "open_needs",
    "open_needs_of",
    "person_of",
    "place",
    "receive",
    "refer_on",
    "referral",
    "reopen",
    "revoke",
    "row",
    "second_look",
    "see_notice",
    "sent",
    "suggestion",
    "tell",
    "track",
    "triage",
    "triage_questions",
    "undo",
    "who_is_looking",
    "with_external_id",
    "with_key",
    "wordings",
]
