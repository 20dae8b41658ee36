"""What does an ASGI server run for the live pushes? `homeward.web.live.asgi:application`."""

import os
from importlib import import_module

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "homeward.config.settings")
django.setup()  # before the application's own imports, which reach models
application = import_module("homeward.web.live.app").Application()
