"""Where are the advice line's pages?"""

from django.urls import path

from homeward.web.advice.advise.view import advise
from homeward.web.advice.call.view import call, end
from homeward.web.advice.check.view import check
from homeward.web.advice.line.view import line, rows
from homeward.web.advice.take.view import take
from homeward.web.advice.who.view import who

urlpatterns = [
    path("front-door/line/", line, name="line"),
    path("front-door/line/rows/", rows, name="line_rows"),
    path("front-door/line/take/", take, name="line_take"),
    path("front-door/line/<uuid:call_id>/", call, name="line_call"),
    path("front-door/line/<uuid:call_id>/advise/", advise, name="line_advise"),
    path("front-door/line/<uuid:call_id>/check/", check, name="line_check"),
    path("front-door/line/<uuid:call_id>/who/", who, name="line_who"),
    path("front-door/line/<uuid:call_id>/end/", end, name="line_end"),
]
