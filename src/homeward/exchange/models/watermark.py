"""How far has the event log been read for subscribers?"""

from django.db import models


class Watermark(models.Model):
    """One reader of the log and where it stands."""

    name = models.TextField(primary_key=True)
    xid = models.BigIntegerField(default=0)
    position = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.name} at {self.xid}/{self.position}"
