"""Where is a need stated?"""

from django.urls import path

from homeward.web.refer.make.view import make
from homeward.web.refer.sent.view import sent

urlpatterns = [
    path("refer/", make, name="refer"),
    path("refer/sent/", sent, name="refer_sent"),
]
