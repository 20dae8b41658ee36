"""When were people last looked through for doubles, and with what result?"""

from django.db import models


class MatchRun(models.Model):
    """One look through people changed up to a moment (or all of them), under the named policy."""

    id = models.UUIDField(primary_key=True)
    at = models.DateTimeField()
    upto = models.DateTimeField(db_index=True)
    everyone = models.BooleanField(default=False)
    people = models.IntegerField()
    new_pairs = models.IntegerField()
    policy = models.TextField()
