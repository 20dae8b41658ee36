"""Where is a referral followed?"""

from django.urls import path

from homeward.web.track.one.view import one, withdraw
from homeward.web.track.sent.view import sent

urlpatterns = [
    path("track/", sent, name="track"),
    path("track/<uuid:referral_id>/", one, name="track_one"),
    path("track/<uuid:referral_id>/withdraw/", withdraw, name="track_withdraw"),
]
