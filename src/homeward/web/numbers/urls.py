"""Where are the numbers?"""

from django.urls import path

from homeward.web.numbers.all.view import numbers, refresh
from homeward.web.numbers.behind.view import behind
from homeward.web.numbers.compare.view import compare
from homeward.web.numbers.export.view import export
from homeward.web.numbers.file.view import open_csv, open_json
from homeward.web.numbers.one.view import number
from homeward.web.numbers.rebase.view import rebase, take_back

urlpatterns = [
    path("numbers/", numbers, name="numbers"),
    path("numbers/refresh/", refresh, name="numbers_refresh"),
    path("numbers/<slug:code>.csv", open_csv, name="number_csv"),
    path("numbers/<slug:code>.json", open_json, name="number_json"),
    path("numbers/<slug:code>/", number, name="number"),
    path("numbers/<slug:code>/people/", behind, name="number_people"),
    path("numbers/<slug:code>/compare/", compare, name="number_compare"),
    path("numbers/<slug:code>/rebase/", rebase, name="number_rebase"),
    path("numbers/<slug:code>/rebase/take-back/", take_back, name="number_rebase_back"),
    path("numbers/<slug:code>/file/<slug:form>/", export, name="number_export"),
]
