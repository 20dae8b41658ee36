"""Who is in a house that has few people and one analyst? Run by itself, on the database that its environment names."""

from datetime import UTC, datetime, timedelta

import django

PEOPLE = 12


def main() -> None:
    """Make them through the same actions as anybody would."""
    django.setup()
    from homeward.access.api import Post, make_demo_account
    from homeward.referrals.tests.arranging import received

    now = datetime.now(UTC)
    for number in range(PEOPLE):
        received(at=now - timedelta(days=number + 1))
    post = Post(organisation_code="bsol-icb", role_code="analyst")
    make_demo_account(handle="oliver", name="Oliver Webb", posts=[post], at=now - timedelta(days=1))


if __name__ == "__main__":
    main()
