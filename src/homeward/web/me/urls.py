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
from homeward.web.me.referrals.view import my_referrals
from homeward.web.me.team.view import team
from homeward.web.me.visits.view import visits
from homeward.web.me.write.view import write

urlpatterns = [
    path("me/", home, name="me"),
    path("me/ask/", ask, name="me_ask"),
    path("me/team/", team, name="me_team"),
    path("me/visits/", visits, name="me_visits"),
    path("me/visits/letter/", letter, name="me_letter"),
    path("me/visits/<uuid:visit_id>/change/", change, name="me_change"),
    path("me/referrals/", my_referrals, name="me_referrals"),
    path("me/messages/", my_messages, name="me_messages"),
    path("me/messages/write/", write, name="me_write"),
    path("me/looked/", looked, name="me_looked"),
    path("me/details/", details, name="me_details"),
    path("me/details/correct/", correct, name="me_correct"),
]
