"""Where are the pages of the virtual wards?"""

from django.urls import path

from homeward.web.monitoring.join.view import join, waiting
from homeward.web.monitoring.observe.view import observe
from homeward.web.monitoring.stay.view import stay
from homeward.web.monitoring.ward.view import ward

urlpatterns = [
    path("virtual-wards/", ward, name="wards"),
    path("virtual-wards/join/", waiting, name="ward_waiting"),
    path("virtual-wards/join/<uuid:referral_id>/", join, name="ward_join"),
    path("virtual-wards/<uuid:stay_id>/", stay, name="ward_stay"),
    path("virtual-wards/<uuid:stay_id>/observe/", observe, name="ward_observe"),
]
