"""Where is a referral followed?"""

from django.urls import path

from homeward.web.track.one.view import one, withdraw
from homeward.web.track.partner.view import accept, no_room, pass_on
from homeward.web.track.sent.view import sent

urlpatterns = [
    path("track/", sent, name="track"),
    path("track/<uuid:referral_id>/", one, name="track_one"),
    path("track/<uuid:referral_id>/withdraw/", withdraw, name="track_withdraw"),
    path("track/<uuid:referral_id>/accept/", accept, name="track_accept"),
    path("track/<uuid:referral_id>/pass-on/", pass_on, name="track_pass_on"),
    path("track/<uuid:referral_id>/no-room/", no_room, name="track_no_room"),
]
