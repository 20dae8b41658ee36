"""Where is the way home from hospital?"""

from django.urls import path

from homeward.web.flow.acts.view import act, bed_act, care_act
from homeward.web.flow.admit.view import admit
from homeward.web.flow.beds.view import bed_board, one_bed
from homeward.web.flow.board.view import board, rows
from homeward.web.flow.feed_number.view import feed_number
from homeward.web.flow.feed_row.view import feed_row
from homeward.web.flow.feeds.view import feeds
from homeward.web.flow.follow_up.view import answer, follow_ups
from homeward.web.flow.forecast.view import forecast
from homeward.web.flow.home_care.view import care_board, one_care
from homeward.web.flow.meeting.view import meeting
from homeward.web.flow.stay.view import one_stay, step_done

urlpatterns = [
    path("flow/", board, name="flow"),
    path("flow/rows/", rows, name="flow_rows"),
    path("flow/admit/", admit, name="flow_admit"),
    path("flow/meeting/", meeting, name="flow_meeting"),
    path("flow/forecast/", forecast, name="flow_forecast"),
    path("flow/ward-systems/", feeds, name="flow_feeds"),
    path("flow/ward-systems/<uuid:row_id>/", feed_row, name="flow_feed_row"),
    path("flow/ward-systems/<uuid:row_id>/number/", feed_number, name="flow_feed_number"),
    path("flow/day-91/", follow_ups, name="flow_follow_up"),
    path("flow/day-91/<uuid:follow_up_id>/", answer, name="flow_follow_up_answer"),
    path("flow/home-care/", care_board, name="flow_home_care"),
    path("flow/home-care/<uuid:request_id>/", one_care, name="flow_care"),
    path("flow/home-care/<uuid:request_id>/<slug:slug>/", care_act, name="flow_care_act"),
    path("flow/beds/", bed_board, name="flow_beds"),
    path("flow/beds/<uuid:bed_stay_id>/", one_bed, name="flow_bed"),
    path("flow/beds/<uuid:bed_stay_id>/<slug:slug>/", bed_act, name="flow_bed_act"),
    path("flow/<uuid:stay_id>/", one_stay, name="flow_stay"),
    path("flow/<uuid:stay_id>/step/<uuid:task_id>/done/", step_done, name="flow_step_done"),
    path("flow/<uuid:stay_id>/<slug:slug>/", act, name="flow_act"),
]
