"""Who is this app to Django?"""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages, their look and their live pushes. It owns no table."""

    name = "homeward.web"
    label = "web"
