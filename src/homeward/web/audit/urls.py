"""Where are the pages of information governance and of accounts?"""

from django.urls import path

from homeward.web.audit.account.view import account
from homeward.web.audit.accounts.view import accounts
from homeward.web.audit.file.view import log_file
from homeward.web.audit.log.view import access_log
from homeward.web.audit.seal.view import seal
from homeward.web.audit.taken.view import taken
from homeward.web.audit.taken_one.view import taken_one
from homeward.web.audit.team.view import team_log
from homeward.web.audit.unusual.view import unusual

urlpatterns = [
    path("audit/", access_log, name="audit"),
    path("audit/log.csv", log_file, name="audit_file"),
    path("audit/unusual/", unusual, name="audit_unusual"),
    path("audit/seal/", seal, name="audit_seal"),
    path("audit/taken/", taken, name="audit_taken"),
    path("audit/taken/<uuid:export_id>/", taken_one, name="audit_taken_one"),
    path("audit/team/", team_log, name="audit_team"),
    path("accounts/", accounts, name="accounts"),
    path("accounts/<uuid:user_id>/", account, name="account"),
]
