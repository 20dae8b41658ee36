"""Which report is asked for, and who counts it?"""

from datetime import date, datetime

from homeward.access import api as access
from homeward.exchange.returns.queries.declared import report_declared
from homeward.exchange.returns.queries.reports.discharge import discharge
from homeward.exchange.returns.queries.reports.report import Report
from homeward.exchange.returns.queries.reports.response import response
from homeward.exchange.returns.queries.reports.virtual_wards import virtual_wards
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotPermitted


def report(code: str, *, by: Actor, at: datetime, first: date | None = None, last: date | None = None) -> Report:
    """The report of this code, counted now. Raises NotFound, NotPermitted, NotCountedYet."""
    declared = report_declared(code)
    if not access.may(by, "returns.view"):
        raise NotPermitted(
            "Your role does not open situation reports.", next_step="Ask the person who manages accounts."
        )
    if declared.about == "response":
        return response(declared, first=first, last=last, by=by, at=at)
    return (virtual_wards if declared.about == "virtual_ward" else discharge)(declared, by=by, at=at)
