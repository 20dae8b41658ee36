"""Who can sign in? One account for each person at work, and one for each citizen who uses Homeward."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.db.models.functions import Lower

from homeward.foundation.ids import new_id


class Users(models.Manager["User"]):
    """Finds accounts the way Django's sign-in asks for them."""

    def get_by_natural_key(self, email: str | None) -> "User":
        return self.get(email__iexact=email or "")


class User(AbstractBaseUser):
    """An account. What it may do is in its memberships; there is no account that may do everything.

    `subject` is 'issuer subject' of the sign-in service that vouched for the holder; `person_id` the citizen's own record.
    """

    STAFF, CITIZEN = "staff", "citizen"
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    email = models.EmailField()
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=[(STAFF, "Staff"), (CITIZEN, "Citizen")], default=STAFF)
    subject = models.CharField(max_length=500, null=True, unique=True)
    person_id = models.UUIDField(null=True, unique=True)
    created_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    is_active = models.BooleanField(default=True)

    objects = Users()

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("email"), name="access_user_email_once"),
            models.CheckConstraint(
                condition=models.Q(is_active=True, closed_at__isnull=True)
                | models.Q(is_active=False, closed_at__isnull=False),
                name="access_user_closed_is_not_active",
            ),
            models.CheckConstraint(
                condition=models.Q(kind="citizen") | models.Q(person_id__isnull=True),
                name="access_user_only_citizens_have_records",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name.partition(" ")[0]
