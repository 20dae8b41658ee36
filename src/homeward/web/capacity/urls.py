"""Where is the capacity ledger?"""

from django.urls import path

from homeward.web.capacity.ledger.view import ledger, still_right
from homeward.web.capacity.report.view import report

urlpatterns = [
    path("capacity/", ledger, name="capacity"),
    path("capacity/report/", report, name="capacity_report"),
    path("capacity/<uuid:line_id>/still-right/", still_right, name="capacity_still_right"),
]
