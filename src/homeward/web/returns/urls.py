"""Where are the national returns and the situation reports?"""

from django.urls import path

from homeward.web.returns.all.view import returns
from homeward.web.returns.calendar.view import calendar
from homeward.web.returns.differences.view import differences
from homeward.web.returns.faults.view import faults
from homeward.web.returns.file.view import file
from homeward.web.returns.one.view import one_return
from homeward.web.returns.report.view import report, report_csv, report_json
from homeward.web.returns.rows.view import rows
from homeward.web.returns.specification.view import specification

urlpatterns = [
    path("numbers/returns/", returns, name="returns"),
    path("numbers/returns/calendar/", calendar, name="returns_calendar"),
    path("numbers/returns/specification/<slug:code>/", specification, name="returns_specification"),
    path("numbers/returns/reports/<slug:code>/", report, name="returns_report"),
    path("numbers/returns/reports/<slug:code>.csv", report_csv, name="returns_report_csv"),
    path("numbers/returns/reports/<slug:code>.json", report_json, name="returns_report_json"),
    path("numbers/returns/<uuid:return_id>/", one_return, name="returns_one"),
    path("numbers/returns/<uuid:return_id>/rows/", rows, name="returns_rows"),
    path("numbers/returns/<uuid:return_id>/faults/", faults, name="returns_faults"),
    path("numbers/returns/<uuid:return_id>/differences/", differences, name="returns_differences"),
    path("numbers/returns/<uuid:return_id>/file/", file, name="returns_file"),
]
