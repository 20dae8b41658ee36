"""The door to national returns: asking, giving, taking, reading them; and situation reports on demand."""

from homeward.exchange.returns.actions.ask import ask
from homeward.exchange.returns.actions.make import make
from homeward.exchange.returns.actions.prepare import open_windows, prepare
from homeward.exchange.returns.actions.submit import submit
from homeward.exchange.returns.actions.take import ReturnFile, as_zip, take
from homeward.exchange.returns.queries.declared import (
    declared,
    report_declared,
    reports_declared,
    returns_declared,
    specification,
)
from homeward.exchange.returns.queries.differences import Differences, differences
from homeward.exchange.returns.queries.faults import FaultPage, faults
from homeward.exchange.returns.queries.listed import Deadline, ReturnRowView, deadlines, listed, name_of
from homeward.exchange.returns.queries.one import ReturnView, one
from homeward.exchange.returns.queries.reports.asking import report
from homeward.exchange.returns.queries.reports.report import Report, as_csv, as_json
from homeward.exchange.returns.queries.rows import HIDDEN, RowPage, rows
from homeward.exchange.returns.rules.months import Month, due, month_called, month_of, shut
from homeward.exchange.returns.rules.row import MENDS, SEVERITIES
from homeward.exchange.returns.spec.item import REQUIRED
from homeward.exchange.returns.vocabulary import KINDS, STATES

__all__ = [
    "HIDDEN",
    "KINDS",
    "MENDS",
    "REQUIRED",
    "SEVERITIES",
    "STATES",
    "Deadline",
    "Differences",
    "FaultPage",
    "Month",
    "Report",
    "ReturnFile",
    "ReturnRowView",
    "ReturnView",
    "RowPage",
    "as_csv",
    "as_json",
    "as_zip",
    "ask",
    "deadlines",
    "declared",
    "differences",
    "due",
    "faults",
    "listed",
    "make",
    "month_called",
    "month_of",
    "name_of",
    "one",
    "open_windows",
    "prepare",
    "report",
    "report_declared",
    "reports_declared",
    "returns_declared",
    "rows",
    "shut",
    "specification",
    "submit",
    "take",
]
