"""Which apps may ask, which did this account let in, and which can be opened from a record?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from homeward.access.models import ApiClient, AppGrant

MOST = 100


@dataclass(frozen=True, kw_only=True)
class App:
    """One registered app."""

    client_id: str
    name: str
    organisation: str
    scopes: tuple[str, ...]
    redirect_uris: tuple[str, ...]
    launch_url: str
    public: bool


@dataclass(frozen=True, kw_only=True)
class AllowedApp:
    """One app that an account let act for it."""

    id: UUID
    name: str
    person_id: UUID | None
    scopes: tuple[str, ...]
    role_code: str
    organisation: str
    allowed_at: datetime
    ends_at: datetime
    last_used_at: datetime | None
    ended_at: datetime | None
    ended_words: str

    def live(self, at: datetime) -> bool:
        """May it still act at that moment?"""
        return self.ended_at is None and self.ends_at > at


def app(client_id: str) -> App | None:
    """The app with this client id; None when there is none, or none any more."""
    found = ApiClient.objects.filter(client_id=client_id[:80], closed_at__isnull=True).exclude(redirect_uris=[]).first()
    return _app(found) if found and "\x00" not in client_id else None


@lru_cache(maxsize=1024)  # a name once given stays
def app_named(client_id: str) -> str:
    """What an app is called, also one that is no longer let in. Raises LookupError for none."""
    found: str | None = ApiClient.objects.filter(client_id=client_id).values_list("name", flat=True).first()
    if found is None:
        raise LookupError(client_id)
    return found


def apps_to_open() -> list[App]:
    """Apps that can be opened from a person's record, by name."""
    found = ApiClient.objects.filter(closed_at__isnull=True).exclude(redirect_uris=[]).exclude(launch_url="")
    return [_app(each) for each in found.order_by("name", "client_id")[:MOST]]


def allowed_apps(user_id: UUID) -> list[AllowedApp]:
    """What this account allowed, the latest first."""
    found = (
        AppGrant.objects.filter(user_id=user_id).select_related("client", "membership").order_by("-allowed_at", "id")
    )
    return [_allowed(each) for each in found[:MOST]]


def _app(client: ApiClient) -> App:
    return App(
        client_id=client.client_id,
        name=client.name,
        organisation=client.organisation_code,
        scopes=tuple(client.scopes),
        redirect_uris=tuple(client.redirect_uris),
        launch_url=client.launch_url,
        public=client.public,
    )


def _allowed(grant: AppGrant) -> AllowedApp:
    scopes: Sequence[str] = grant.scopes
    return AllowedApp(
        id=grant.id,
        name=grant.client.name,
        person_id=grant.person_id,
        scopes=tuple(scopes),
        role_code=grant.membership.role_code,
        organisation=grant.membership.organisation_code,
        allowed_at=grant.allowed_at,
        ends_at=grant.ends_at,
        last_used_at=grant.last_used_at,
        ended_at=grant.ended_at,
        ended_words=grant.ended_words,
    )
