"""Where are the pages of access: sharing, broken glass, who acts for whom, copies of a record?"""

from django.urls import path

from homeward.web.access.acting.view import acting
from homeward.web.access.break_glass.view import break_glass
from homeward.web.access.copies.view import copies
from homeward.web.access.copy.view import copy
from homeward.web.access.glass.view import glass
from homeward.web.access.glasses.view import glasses
from homeward.web.access.my_people.view import my_people
from homeward.web.access.my_sharing.view import my_sharing
from homeward.web.access.proxies.view import proxies
from homeward.web.access.sharing.view import sharing

urlpatterns = [
    path("people/<uuid:person_id>/break-glass/", break_glass, name="break_glass"),
    path("people/<uuid:person_id>/sharing/", sharing, name="sharing"),
    path("people/<uuid:person_id>/proxies/", proxies, name="proxies"),
    path("audit/break-glass/", glasses, name="glasses"),
    path("audit/break-glass/<uuid:glass_id>/", glass, name="glass"),
    path("audit/copies/", copies, name="copies"),
    path("audit/copies/<uuid:export_id>/", copy, name="copy"),
    path("me/sharing/", my_sharing, name="me_sharing"),
    path("me/people/", my_people, name="me_people"),
    path("me/acting/", acting, name="me_acting"),
]
