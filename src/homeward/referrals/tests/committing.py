"""How does a test ask now what the database asks before a commit?"""

from django.db import connection


def commits() -> None:
    """Check every deferred constraint at this point. Raises IntegrityError as a commit would."""
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")
        cursor.execute("set constraints all deferred")
