"""Where are the pages that anyone may read?"""

from django.urls import path

from homeward.web.front.pages.view import accessibility, help_page, start

urlpatterns = [
    path("start/", start, name="start"),
    path("help/", help_page, name="help"),
    path("accessibility/", accessibility, name="accessibility"),
]
