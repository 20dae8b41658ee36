"""Where are the people whom a home looks after?"""

from django.urls import path

from homeward.web.residents.list.view import residents

urlpatterns = [path("residents/", residents, name="residents")]
