"""Where is the care under a need?"""

from django.urls import path

from homeward.web.care.close.view import close
from homeward.web.care.keyworker.view import keyworker
from homeward.web.care.one.view import care
from homeward.web.care.stage.view import stage
from homeward.web.care.task.view import task
from homeward.web.care.visit.view import visit

urlpatterns = [
    path("care/<uuid:referral_id>/", care, name="care"),
    path("care/<uuid:referral_id>/visit/", visit, name="care_visit"),
    path("care/<uuid:referral_id>/stage/", stage, name="care_stage"),
    path("care/<uuid:referral_id>/close/", close, name="care_close"),
    path("care/<uuid:referral_id>/keyworker/", keyworker, name="care_keyworker"),
    path("care/<uuid:referral_id>/task/", task, name="care_task"),
]
