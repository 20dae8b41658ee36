"""What does a web process run?"""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "homeward.config.settings")
application = get_wsgi_application()
assert get_resolver().url_patterns  # every view is imported now rather than by the first visitor
