"""Where are the pages of the virtual wards?"""

from django.urls import path

from homeward.web.monitoring.act.view import act
from homeward.web.monitoring.alert.view import answer, take
from homeward.web.monitoring.burden.view import burden
from homeward.web.monitoring.duty.view import duty, off_duty
from homeward.web.monitoring.join.view import join, waiting
from homeward.web.monitoring.observe.view import observe
from homeward.web.monitoring.stay.view import stay
from homeward.web.monitoring.ward.view import rows, ward

urlpatterns = [
    path("virtual-wards/", ward, name="wards"),
    path("virtual-wards/rows/", rows, name="ward_rows"),
    path("virtual-wards/alarms/", burden, name="ward_burden"),
    path("virtual-wards/duty/", duty, name="ward_duty"),
    path("virtual-wards/duty/end/", off_duty, name="ward_off_duty"),
    path("virtual-wards/join/", waiting, name="ward_waiting"),
    path("virtual-wards/join/<uuid:referral_id>/", join, name="ward_join"),
    path("virtual-wards/alerts/<uuid:alert_id>/", answer, name="ward_answer"),
    path("virtual-wards/alerts/<uuid:alert_id>/take/", take, name="ward_take"),
    path("virtual-wards/<uuid:stay_id>/", stay, name="ward_stay"),
    path("virtual-wards/<uuid:stay_id>/observe/", observe, name="ward_observe"),
    path("virtual-wards/<uuid:stay_id>/do/<slug:code>/", act, name="ward_act"),
]
