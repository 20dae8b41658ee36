"""Is a partner's system still let in? Asked before the house goes on with what that system asked for."""

from uuid import UUID

from homeward.access.models import ApiClient


def client_stands(client: UUID, *, role: str) -> bool:
    """Is it there, not shut out, and in the same role as then?"""
    return ApiClient.objects.filter(id=client, role_code=role, closed_at__isnull=True).exists()
