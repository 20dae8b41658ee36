"""Where does somebody see their own care, or that of the person they act for?"""

from django.urls import path

from homeward.web.me.ask.view import ask
from homeward.web.me.change.view import change
from homeward.web.me.correct.view import correct
from homeward.web.me.details.view import details
from homeward.web.me.home.view import home
from homeward.web.me.letter.view import letter
from homeward.web.me.looked.view import looked
from homeward.web.me.messages.view import my_messages
from homeward.web.me.observations.view import observations
from homeward.web.me.plan.dispute.view import my_dispute
from homeward.web.me.plan.history.view import my_history
from homeward.web.me.plan.line.view import my_line, my_new_line
from homeward.web.me.plan.one.view import my_agreement, my_plan, my_settlement
from homeward.web.me.referrals.view import my_referrals
from homeward.web.me.team.view import team
from homeward.web.me.visits.view import visits
from homeward.web.me.wishes.view import wishes
from homeward.web.me.write.view import write

urlpatterns = [
    path("me/", home, name="me"),
    path("me/ask/", ask, name="me_ask"),
    path("me/team/", team, name="me_team"),
    path("me/visits/", visits, name="me_visits"),
    path("me/visits/wishes/", wishes, name="me_wishes"),
    path("me/visits/letter/", letter, name="me_letter"),
    path("me/visits/<uuid:visit_id>/change/", change, name="me_change"),
    path("me/referrals/", my_referrals, name="me_referrals"),
    path("me/messages/", my_messages, name="me_messages"),
    path("me/messages/write/", write, name="me_write"),
    path("me/plan/", my_plan, name="me_plan"),
    path("me/plan/add/<slug:heading>/", my_new_line, name="me_plan_add"),
    path("me/plan/lines/<uuid:line_id>/", my_line, name="me_plan_line"),
    path("me/plan/lines/<uuid:line_id>/dispute/", my_dispute, name="me_plan_dispute"),
    path("me/plan/lines/<uuid:line_id>/settle/", my_settlement, name="me_plan_settle"),
    path("me/plan/agree/", my_agreement, name="me_plan_agree"),
    path("me/plan/history/", my_history, name="me_plan_history"),
    path("me/observations/", observations, name="me_observations"),
    path("me/looked/", looked, name="me_looked"),
    path("me/details/", details, name="me_details"),
    path("me/details/correct/", correct, name="me_correct"),
]
