"""The door to hospital stays and the way home."""

from homeward.hospital.actions.admit import admit
from homeward.hospital.actions.criteria import criteria, void_criteria
from homeward.hospital.actions.leave import leave
from homeward.hospital.actions.move import move
from homeward.hospital.actions.step import add_step
from homeward.hospital.queries.board import SHOWS, FlowBoard, FlowFilters, FlowRow, flow_board
from homeward.hospital.queries.person_of import person_of_stay, stay_told
from homeward.hospital.queries.policy import (
    hospital_known_as,
    hospital_name,
    hospitals,
    policy,
    ward_known_as,
    ward_name,
)
from homeward.hospital.queries.stays import (
    History,
    SaidRow,
    StayView,
    admissions_of,
    history,
    open_stay,
    stay,
    stays_of,
)
from homeward.hospital.rules.ready import band, banded, days_ready, discharge_ready_date, ready_at, runs
from homeward.hospital.vocabulary import DELAY_BANDS, STANDINGS

__all__ = [
    "FlowBoard",
    "FlowFilters",
    "FlowRow",
    "SHOWS",
    "add_step",
    "flow_board",
    "DELAY_BANDS",
    "History",
    "STANDINGS",
    "SaidRow",
    "StayView",
    "admissions_of",
    "admit",
    "band",
    "banded",
    "criteria",
    "days_ready",
    "discharge_ready_date",
    "history",
    "hospital_known_as",
    "hospital_name",
    "hospitals",
    "leave",
    "move",
    "open_stay",
    "person_of_stay",
    "policy",
    "ready_at",
    "runs",
    "stay",
    "stay_told",
    "stays_of",
    "void_criteria",
    "ward_known_as",
    "ward_name",
]
