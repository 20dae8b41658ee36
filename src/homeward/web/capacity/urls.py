"""Where is the capacity ledger?"""

from django.urls import path

from homeward.web.capacity.board.view import board, rows, still_right
from homeward.web.capacity.by_link.view import asked
from homeward.web.capacity.card.view import card, stand_down, step
from homeward.web.capacity.likely.view import likely, promised
from homeward.web.capacity.names.view import names
from homeward.web.capacity.report.view import report
from homeward.web.capacity.surge.view import surge, switch_on
from homeward.web.capacity.unit import view as unit
from homeward.web.capacity.units.view import units

urlpatterns = [
    path("capacity/", board, name="capacity"),
    path("capacity/rows/", rows, name="capacity_rows"),
    path("capacity/report/", report, name="capacity_report"),
    path("capacity/likely/", likely, name="capacity_likely"),
    path("capacity/likely/<uuid:unit_id>/<uuid:need_id>/", promised, name="capacity_promised"),
    path("capacity/units/", units, name="capacity_units"),
    path("capacity/units/names/", names, name="capacity_names"),
    path("capacity/units/<uuid:unit_id>/", unit.unit, name="capacity_unit"),
    path("capacity/units/<uuid:unit_id>/stand/", unit.stand, name="capacity_unit_stand"),
    path("capacity/units/<uuid:unit_id>/left/", unit.left, name="capacity_unit_left"),
    path("capacity/units/<uuid:unit_id>/likely/", unit.likely, name="capacity_unit_likely"),
    path("capacity/surge/", surge, name="surge"),
    path("capacity/surge/on/<slug:card>/", switch_on, name="surge_switch_on"),
    path("capacity/surge/<uuid:run_id>/", card, name="surge_card"),
    path("capacity/surge/<uuid:run_id>/stand-down/", stand_down, name="surge_stand_down"),
    path("capacity/surge/<uuid:run_id>/<slug:code>/", step, name="surge_step"),
    path("capacity/asked/<str:token>/", asked, name="capacity_asked"),
    path("capacity/<uuid:line_id>/still-right/", still_right, name="capacity_still_right"),
]
