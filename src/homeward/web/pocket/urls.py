"""Where are the round in the pocket, its door, and the lists of phones and of clashes?"""

from django.urls import path

from homeward.web.pocket.clash.view import clash
from homeward.web.pocket.clashes.view import clashes
from homeward.web.pocket.devices.view import devices, lost
from homeward.web.pocket.door.view import enrol, gone, hello, record, take_along
from homeward.web.pocket.shell.view import manifest, shell, worker

urlpatterns = [
    path("pocket/", shell, name="pocket"),
    path("pocket/worker.js", worker, name="pocket_worker"),
    path("pocket/manifest.webmanifest", manifest, name="pocket_manifest"),
    path("pocket/hello/", hello, name="pocket_hello"),
    path("pocket/enrol/", enrol, name="pocket_enrol"),
    path("pocket/round/", take_along, name="pocket_round"),
    path("pocket/record/", record, name="pocket_record"),
    path("pocket/gone/", gone, name="pocket_gone"),
    path("pocket/phones/", devices, name="pocket_devices"),
    path("pocket/phones/<uuid:device_id>/lost/", lost, name="pocket_lost"),
    path("pocket/told/", clashes, name="pocket_clashes"),
    path("pocket/told/<uuid:record_id>/", clash, name="pocket_clash"),
]
