"""Where are the pages of the handbook?"""

from django.urls import path

from homeward.web.handbook.area.view import area
from homeward.web.handbook.areas.view import areas
from homeward.web.handbook.clocks.view import clocks
from homeward.web.handbook.confirm.view import confirm
from homeward.web.handbook.contact.view import contact
from homeward.web.handbook.contacts.view import contacts
from homeward.web.handbook.contents.view import contents
from homeward.web.handbook.measure.view import measure
from homeward.web.handbook.measures.view import measures
from homeward.web.handbook.needs.view import needs
from homeward.web.handbook.organisations.view import organisations
from homeward.web.handbook.questionnaire.view import questionnaire
from homeward.web.handbook.questionnaires.view import questionnaires
from homeward.web.handbook.roles.view import roles
from homeward.web.handbook.safety.view import safety
from homeward.web.handbook.service.view import service
from homeward.web.handbook.services.view import services
from homeward.web.handbook.teams.view import teams
from homeward.web.handbook.triage.view import triage
from homeward.web.handbook.watching.view import watching

urlpatterns = [
    path("handbook/", contents, name="handbook"),
    path("handbook/areas/", areas, name="handbook_areas"),
    path("handbook/areas/<str:code>/", area, name="handbook_area"),
    path("handbook/clocks/", clocks, name="handbook_clocks"),
    path("handbook/confirm/", confirm, name="handbook_confirm"),
    path("handbook/contacts/", contacts, name="handbook_contacts"),
    path("handbook/contacts/<str:code>/", contact, name="handbook_contact"),
    path("handbook/forms/", questionnaires, name="handbook_questionnaires"),
    path("handbook/forms/<str:code>/", questionnaire, name="handbook_questionnaire"),
    path("handbook/measures/", measures, name="handbook_measures"),
    path("handbook/measures/<str:code>/", measure, name="handbook_measure"),
    path("handbook/needs/", needs, name="handbook_needs"),
    path("handbook/organisations/", organisations, name="handbook_organisations"),
    path("handbook/roles/", roles, name="handbook_roles"),
    path("handbook/safety/", safety, name="handbook_safety"),
    path("handbook/services/", services, name="handbook_services"),
    path("handbook/services/<str:code>/", service, name="handbook_service"),
    path("handbook/teams/", teams, name="handbook_teams"),
    path("handbook/triage/", triage, name="handbook_triage"),
    path("handbook/watching/", watching, name="handbook_watching"),
]
