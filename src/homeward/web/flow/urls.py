"""Where is the way home from hospital?"""

from django.urls import path

from homeward.web.flow.acts.view import act
from homeward.web.flow.admit.view import admit
from homeward.web.flow.board.view import board, rows
from homeward.web.flow.stay.view import one_stay, step_done

urlpatterns = [
    path("flow/", board, name="flow"),
    path("flow/rows/", rows, name="flow_rows"),
    path("flow/admit/", admit, name="flow_admit"),
    path("flow/<uuid:stay_id>/", one_stay, name="flow_stay"),
    path("flow/<uuid:stay_id>/step/<uuid:task_id>/done/", step_done, name="flow_step_done"),
    path("flow/<uuid:stay_id>/<slug:slug>/", act, name="flow_act"),
]
