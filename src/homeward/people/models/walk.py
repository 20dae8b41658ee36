"""How far has a job that goes through everybody come?"""

from django.db import models


class Walk(models.Model):
    """One such job by name, and the id of the last person it has looked at. Ids grow with time, so it also meets the new.

    A walk through changes goes by moment and id: `last_at` is the moment of that person's change.
    """

    name = models.TextField(primary_key=True)
    last_id = models.UUIDField(null=True)
    last_at = models.DateTimeField(null=True)
