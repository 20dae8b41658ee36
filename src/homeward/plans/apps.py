"""Which Django app holds plans?"""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """Forms, care and support plans, trusted assessments."""

    name = "homeward.plans"
    label = "plans"
