"""What tree does a kept text spell?"""

from typing import Any

import orjson


def tree_of(text: str | bytes) -> dict[str, Any]:
    """The object. The text was read before it was kept, so it is one; anything else is an empty one."""
    found = orjson.loads(text)
    return found if isinstance(found, dict) else {}
