"""Where is a need stated?"""

from django.urls import path

from homeward.web.refer.links.view import links, take_back
from homeward.web.refer.make.view import make
from homeward.web.refer.sent.view import sent

urlpatterns = [
    path("refer/", make, name="refer"),
    path("refer/sent/", sent, name="refer_sent"),
    path("refer/links/", links, name="refer_links"),
    path("refer/links/<uuid:link_id>/back/", take_back, name="refer_link_back"),
]
