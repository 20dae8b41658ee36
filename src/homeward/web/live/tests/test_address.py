"""Does the process of live pushes find the database, whatever the driver is told besides?"""

import pytest
from django.db import connections

from homeward.web.live.listener import address


def test_what_only_the_driver_knows_is_no_part_of_the_address(monkeypatch: pytest.MonkeyPatch) -> None:
    told = {"sslmode": "prefer", "server_side_binding": True, "prepare_threshold": 3, "pool": {"max_size": 2}}
    monkeypatch.setitem(connections["default"].settings_dict, "OPTIONS", told)
    assert "sslmode=prefer" in address()
    assert not any(name in address() for name in ("server_side_binding", "prepare_threshold", "pool"))
