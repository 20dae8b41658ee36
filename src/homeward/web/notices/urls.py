"""Where are a team's notices?"""

from django.urls import path

from homeward.web.notices.all.view import notices
from homeward.web.notices.see.view import see

urlpatterns = [
    path("notices/", notices, name="notices"),
    path("notices/<uuid:notice_id>/seen/", see, name="notice_see"),
]
