"""Where are the pages about apps?"""

from django.urls import path

from homeward.web.apps.authorise.view import authorise
from homeward.web.apps.mine.view import mine
from homeward.web.apps.opening.view import opening

urlpatterns = [
    path("oauth/authorize", authorise, name="app_authorise"),
    path("apps/", mine, name="apps"),
    path("people/<uuid:person_id>/apps/", opening, name="person_apps"),
]
