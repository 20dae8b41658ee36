"""What does an ASGI server run for the live pushes? `homeward.web.live.asgi:application`."""

import os

import django

from homeward.web.live.app import Application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "homeward.config.settings")
django.setup()
application = Application()
