"""Where are the visitor's pages?"""

from django.urls import path

from homeward.web.visit.contact.view import contact
from homeward.web.visit.not_seen.view import not_seen
from homeward.web.visit.one.view import set_off, visit
from homeward.web.visit.round.view import my_round

urlpatterns = [
    path("visits/", my_round, name="round"),
    path("visits/<uuid:encounter_id>/", visit, name="visit"),
    path("visits/<uuid:encounter_id>/set-off/", set_off, name="visit_set_off"),
    path("visits/<uuid:encounter_id>/contact/", contact, name="visit_contact"),
    path("visits/<uuid:encounter_id>/not-seen/", not_seen, name="visit_not_seen"),
]
