"""What does a web process run?"""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "homeward.config.settings")
pages = get_wsgi_application()
assert get_resolver().url_patterns  # every view is imported now rather than by the first visitor

from homeward.fhir.api import beside  # noqa: E402  # only once Django is set up

application = beside(pages)  # partners' most frequent questions go past the middleware of pages
