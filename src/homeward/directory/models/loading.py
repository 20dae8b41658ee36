"""When was the place's declaration last taken over into the tables, and has an owner changed the directory since?"""

from django.db import models


class Loading(models.Model):
    """The only row: which wording of the place the tables hold. `revision` is new after every change, so caches know."""

    only = models.BooleanField(primary_key=True, default=True)
    place_code = models.TextField()
    digest = models.TextField()
    loaded_at = models.DateTimeField()
    revision = models.UUIDField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(only=True), name="directory_loading_only")]
