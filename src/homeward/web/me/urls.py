"""Where does somebody do things for themselves?"""

from django.urls import path

from homeward.web.me.ask.view import ask
from homeward.web.me.home.view import home
from homeward.web.me.looked.view import looked

urlpatterns = [
    path("me/", home, name="me"),
    path("me/ask/", ask, name="me_ask"),
    path("me/looked/", looked, name="me_looked"),
]
