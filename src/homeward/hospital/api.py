"""The door to hospital stays and the way home."""

from homeward.hospital.actions.admit import admit
from homeward.hospital.actions.answer_follow_up import answer_follow_up
from homeward.hospital.actions.beds.begin import begin_bed_stay
from homeward.hospital.actions.beds.go_on import end_bed_stay, plan_bed_stay, set_goal
from homeward.hospital.actions.beds.keep_bed import accept_bed, keep_bed, refuse_bed
from homeward.hospital.actions.choose_pathway import agree, recommend
from homeward.hospital.actions.criteria import criteria, void_criteria
from homeward.hospital.actions.describe import describe
from homeward.hospital.actions.feeds.file import FileHeard, take_file
from homeward.hospital.actions.feeds.settle import forget_number, settle_row, who_may_be
from homeward.hospital.actions.feeds.take import Heard, take_row
from homeward.hospital.actions.home_care.ask import ask_home_care
from homeward.hospital.actions.home_care.hours import lines_of as home_care_lines
from homeward.hospital.actions.home_care.offer import offer_home_care, take_offer
from homeward.hospital.actions.home_care.run import end_home_care, hand_back_home_care, start_home_care, taper_home_care
from homeward.hospital.actions.leave import leave
from homeward.hospital.actions.move import move
from homeward.hospital.actions.say_delay import expect, say_delay
from homeward.hospital.actions.step import add_step
from homeward.hospital.actions.strike import strike
from homeward.hospital.queries.bed_sites import bed_sites
from homeward.hospital.queries.beds import BedRow, BedView, SiteRow, bed_stay, beds, sites
from homeward.hospital.queries.before import beside_before
from homeward.hospital.queries.board import SHOWS, FlowBoard, FlowFilters, FlowRow, flow_board
from homeward.hospital.queries.feeds import (
    AnsweredRow,
    RefusedRow,
    ToldStay,
    WaitingRow,
    answered_rows,
    refused_rows,
    settled_rows,
    stays_told,
    waiting_row,
    waiting_rows,
)
from homeward.hospital.queries.follow_ups import Answers, DueRow, answers, due_follow_ups, follow_up_of
from homeward.hospital.queries.forecast import PathwayForecast, forecasts
from homeward.hospital.queries.given import CHANGES as STAY_CHANGES
from homeward.hospital.queries.given import GivenStay, given_stays
from homeward.hospital.queries.home_care import (
    STATES as CARE_STATES,
)
from homeward.hospital.queries.home_care import (
    CareHours,
    CareRow,
    CareView,
    care_hours,
    care_list,
    home_care,
    home_care_of_stay,
)
from homeward.hospital.queries.kept_beds import BedKept, KeptRow, bed_kept, beds_kept
from homeward.hospital.queries.meeting import Meeting, Owner, ToDo, meeting
from homeward.hospital.queries.person_of import (
    person_of_bed_stay,
    person_of_follow_up,
    person_of_home_care,
    person_of_stay,
    stay_told,
    struck_told,
)
from homeward.hospital.queries.policy import (
    hospital_known_as,
    hospital_name,
    hospitals,
    policy,
    ward_known_as,
    ward_name,
)
from homeward.hospital.queries.refused_now import refused_now
from homeward.hospital.queries.stays import (
    History,
    SaidRow,
    StayView,
    admissions_of,
    history,
    lately_in,
    open_stay,
    stay,
    stays_of,
    struck,
)
from homeward.hospital.queries.way_home import ChoiceRow, DelayRow, NeedRow, WayHome, way_home
from homeward.hospital.rules.before import Beside
from homeward.hospital.rules.forecast import BackTest, Day, Forecast, forecast
from homeward.hospital.rules.judged import PUBLISHED, PUBLISHED_OF, Judged, judged
from homeward.hospital.rules.news import COLUMNS
from homeward.hospital.rules.ready import band, banded, days_ready, discharge_ready_date, ready_at, runs
from homeward.hospital.vocabulary import DELAY_BANDS, STANDINGS

__all__ = [
    "Answers",
    "BackTest",
    "BedKept",
    "BedRow",
    "BedView",
    "Beside",
    "CARE_STATES",
    "COLUMNS",
    "CareHours",
    "CareRow",
    "CareView",
    "ChoiceRow",
    "DELAY_BANDS",
    "Day",
    "DelayRow",
    "DueRow",
    "FileHeard",
    "FlowBoard",
    "FlowFilters",
    "FlowRow",
    "Forecast",
    "GivenStay",
    "Heard",
    "History",
    "Judged",
    "KeptRow",
    "Meeting",
    "NeedRow",
    "Owner",
    "PUBLISHED",
    "PUBLISHED_OF",
    "PathwayForecast",
    "RefusedRow",
    "WaitingRow",
    "SHOWS",
    "STANDINGS",
    "STAY_CHANGES",
    "SaidRow",
    "SiteRow",
    "StayView",
    "ToldStay",
    "ToDo",
    "WayHome",
    "accept_bed",
    "add_step",
    "admissions_of",
    "admit",
    "agree",
    "answer_follow_up",
    "answers",
    "ask_home_care",
    "band",
    "banded",
    "bed_kept",
    "bed_sites",
    "bed_stay",
    "beds",
    "beds_kept",
    "begin_bed_stay",
    "beside_before",
    "care_hours",
    "care_list",
    "criteria",
    "days_ready",
    "describe",
    "discharge_ready_date",
    "due_follow_ups",
    "end_bed_stay",
    "end_home_care",
    "expect",
    "flow_board",
    "follow_up_of",
    "forecast",
    "forecasts",
    "given_stays",
    "hand_back_home_care",
    "history",
    "home_care",
    "home_care_lines",
    "home_care_of_stay",
    "hospital_known_as",
    "hospital_name",
    "hospitals",
    "judged",
    "keep_bed",
    "leave",
    "meeting",
    "move",
    "offer_home_care",
    "lately_in",
    "open_stay",
    "person_of_bed_stay",
    "person_of_follow_up",
    "person_of_home_care",
    "person_of_stay",
    "plan_bed_stay",
    "policy",
    "ready_at",
    "recommend",
    "refuse_bed",
    "refused_now",
    "refused_rows",
    "settle_row",
    "settled_rows",
    "stays_told",
    "answered_rows",
    "AnsweredRow",
    "forget_number",
    "waiting_row",
    "waiting_rows",
    "who_may_be",
    "runs",
    "say_delay",
    "set_goal",
    "sites",
    "start_home_care",
    "stay",
    "stay_told",
    "stays_of",
    "strike",
    "struck",
    "struck_told",
    "take_file",
    "take_offer",
    "take_row",
    "taper_home_care",
    "void_criteria",
    "ward_known_as",
    "ward_name",
    "way_home",
]
