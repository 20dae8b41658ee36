"""What does a web process run?"""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "homeward.config.settings")
pages = get_wsgi_application()

from homeward.fhir.api import beside  # noqa: E402  # only once Django is set up
from homeward.web.before_visitors import make_ready  # noqa: E402

make_ready()

application = beside(pages)  # partners' most frequent questions go past the middleware of pages
