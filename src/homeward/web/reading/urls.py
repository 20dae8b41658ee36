"""Where is the way of reading chosen?"""

from django.urls import path

from homeward.web.reading.choose.view import choose

urlpatterns = [path("reading/", choose, name="reading")]
