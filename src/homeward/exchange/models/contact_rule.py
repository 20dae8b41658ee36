"""How does this person want to be reached, and where must they never be?"""

from django.db import models
from django.db.models import Q


class ContactRule(models.Model):
    """A preference for a way, or a number or address that is dangerous to use. It stands until `ended_at`.

    `never` with an empty `value` forbids the whole way; `way` '' with a `value` forbids the value by whatever way.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    person_id = models.UUIDField()
    rule = models.TextField()
    way = models.TextField(default="")
    value = models.TextField(default="")
    reason = models.TextField(default="")
    by_name = models.TextField()
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.TextField(default="")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(rule__in=("prefer", "never")), name="exchange_contactrule_rule"),
            models.CheckConstraint(
                condition=Q(way__in=("", "sms", "email", "letter")), name="exchange_contactrule_way"
            ),
            models.CheckConstraint(condition=~Q(way="", value=""), name="exchange_contactrule_says_something"),
        ]
        indexes = [
            models.Index(fields=["person_id"], condition=Q(ended_at__isnull=True), name="exchange_contactrule_now")
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.way or self.value}"
