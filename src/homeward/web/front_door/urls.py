"""Where are the pages of the front door and its results?"""

from django.urls import path

from homeward.web.front_door.arrival.view import arrival, bed, decided, left, meant, moved, undone
from homeward.web.front_door.arrive.view import arrive
from homeward.web.front_door.beds.view import beds
from homeward.web.front_door.behind.view import behind
from homeward.web.front_door.door.view import door, rows
from homeward.web.front_door.results.view import results

urlpatterns = [
    path("front-door/", door, name="front_door"),
    path("front-door/rows/", rows, name="front_door_rows"),
    path("front-door/arrive/", arrive, name="front_door_arrive"),
    path("front-door/beds/", beds, name="front_door_beds"),
    path("front-door/results/", results, name="front_door_results"),
    path("front-door/results/<slug:code>/", behind, name="front_door_behind"),
    path("front-door/<uuid:arrival_id>/", arrival, name="front_door_arrival"),
    path("front-door/<uuid:arrival_id>/meant/", meant, name="front_door_meant"),
    path("front-door/<uuid:arrival_id>/decided/", decided, name="front_door_decided"),
    path("front-door/<uuid:arrival_id>/bed/", bed, name="front_door_bed"),
    path("front-door/<uuid:arrival_id>/bed/left/", left, name="front_door_bed_left"),
    path("front-door/<uuid:arrival_id>/bed/moved/", moved, name="front_door_bed_moved"),
    path("front-door/<uuid:arrival_id>/bed/undone/", undone, name="front_door_bed_undone"),
]
