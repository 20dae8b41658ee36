"""Where are the pages about deliveries?"""

from django.urls import path

from homeward.web.imports.details.view import details
from homeward.web.imports.list.view import deliveries
from homeward.web.imports.one.view import delivery
from homeward.web.imports.row.view import delivery_row
from homeward.web.imports.start.view import start_delivery

urlpatterns = [
    path("imports/", deliveries, name="imports"),
    path("imports/details/", details, name="import_details"),
    path("imports/new/", start_delivery, name="import_start"),
    path("imports/<uuid:run_id>/", delivery, name="import_run"),
    path("imports/<uuid:run_id>/rows/<int:row_id>/", delivery_row, name="import_row"),
]
