"""Where are the pages of rounds?"""

from django.urls import path

from homeward.web.rounds.away.view import away
from homeward.web.rounds.caseload.view import caseload
from homeward.web.rounds.day.view import acknowledge, keep, plan_a_day, rounds_day, rounds_today
from homeward.web.rounds.move.view import move
from homeward.web.rounds.run.view import one_run
from homeward.web.rounds.staff.view import staff
from homeward.web.rounds.visit.view import one_visit
from homeward.web.rounds.week.view import rounds_week

urlpatterns = [
    path("rounds/", rounds_today, name="rounds"),
    path("rounds/caseload/", caseload, name="caseload"),
    path("rounds/caseload/<uuid:person_id>/", move, name="caseload_move"),
    path("rounds/week/", rounds_week, name="rounds_week"),
    path("rounds/runs/<uuid:run_id>/", one_run, name="rounds_run"),
    path("rounds/shifts/<uuid:shift_id>/away/", away, name="rounds_away"),
    path("rounds/notes/<uuid:handover_id>/read/", acknowledge, name="rounds_read"),
    path("rounds/<str:day>/", rounds_day, name="rounds_day"),
    path("rounds/<str:day>/plan/", plan_a_day, name="rounds_plan"),
    path("rounds/<str:day>/staff/", staff, name="rounds_staff"),
    path("rounds/<str:day>/visits/<uuid:encounter_id>/", one_visit, name="rounds_visit"),
    path("rounds/<str:day>/visits/<uuid:encounter_id>/keep/", keep, name="rounds_keep"),
]
