"""Where does a hub work?"""

from django.urls import path

from homeward.web.hub.board.csv_file import board_csv
from homeward.web.hub.board.view import board, rows
from homeward.web.hub.call.view import call
from homeward.web.hub.link.view import link, link_back
from homeward.web.hub.moves.view import make_move
from homeward.web.hub.place.view import explained, place
from homeward.web.hub.referral.view import looking, referral
from homeward.web.hub.triage.view import triage

urlpatterns = [
    path("hub/", board, name="hub"),
    path("hub/rows/", rows, name="hub_rows"),
    path("hub/list.csv", board_csv, name="hub_csv"),
    path("hub/call/", call, name="hub_call"),
    path("hub/<uuid:referral_id>/", referral, name="hub_referral"),
    path("hub/<uuid:referral_id>/looking/", looking, name="hub_looking"),
    path("hub/<uuid:referral_id>/triage/", triage, name="hub_triage"),
    path("hub/<uuid:referral_id>/place/", place, name="hub_place"),
    path("hub/<uuid:referral_id>/explained/", explained, name="hub_explained"),
    path("hub/<uuid:referral_id>/link/", link, name="hub_link"),
    path("hub/<uuid:referral_id>/link/<uuid:link_id>/back/", link_back, name="hub_link_back"),
    path("hub/<uuid:referral_id>/<slug:slug>/", make_move, name="hub_move"),
]
