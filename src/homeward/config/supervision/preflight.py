"""Can Homeward start here, and if not, what should the person do?"""

import shutil
import socket
from pathlib import Path

from homeward.config import environment

LEAST_FREE = 300 * 1024 * 1024


class CannotServe(RuntimeError):
    """Homeward cannot start; the message is a sentence that says what to do."""


def refuse_taken_port(port: int, variable: str) -> None:
    """Raise unless the port is free."""
    host = environment.value("HOMEWARD_HOST")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except PermissionError:
            raise CannotServe(f"This account may not use port {port}. Set {variable} to a port above 1023.") from None
        except OSError as error:
            raise CannotServe(
                f"Port {port} on {host} cannot be used ({error.strerror}). Stop what uses it, or set {variable} to another port."
            ) from None


def refuse_full_disk(data: Path) -> None:
    """Raise unless there is room to work."""
    there = next(folder for folder in (data, *data.parents) if folder.exists())
    free = shutil.disk_usage(there).free
    if free < LEAST_FREE:
        raise CannotServe(
            f"There is too little room on the disk of {there} ({free // 1_000_000} MB free, 300 MB needed). "
            "Free some space, or set HOMEWARD_DATA to a folder on another disk."
        )


def refuse_taken_ports() -> None:
    """Raise unless both of Homeward's ports are free."""
    refuse_taken_port(environment.number("HOMEWARD_PORT"), "HOMEWARD_PORT")
    refuse_taken_port(environment.live_port(), "HOMEWARD_LIVE_PORT")
