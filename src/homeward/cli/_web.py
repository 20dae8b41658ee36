"""How does a bench start the web processes and the worker? As `homeward serve` does, on a port of its own."""

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from homeward.bench.boards import Web
    from homeward.bench.packs import Worker


def web_at(port: int) -> "Web":
    """The web processes on 127.0.0.1 and that port."""
    from homeward.bench.boards import Web
    from homeward.config import environment
    from homeward.config.supervision.processes import web

    asked = {"HOMEWARD_PORT": str(port), "HOMEWARD_HOST": "127.0.0.1", "HOMEWARD_LOG_LEVEL": "WARNING"}
    former = {name: os.environ.get(name) for name in asked}
    os.environ.update(asked)
    try:
        child, many = web(), environment.number("HOMEWARD_WEB_PROCESSES")
    finally:
        for name, value in former.items():
            os.environ.pop(name)
            os.environ.update({name: value} if value else {})
    return Web(command=child.command, environment={**asked, **child.environment}, processes=many, port=port)


def worker_here() -> "Worker":
    """The worker of background jobs."""
    from homeward.bench.packs import Worker
    from homeward.config.supervision.processes import worker

    child = worker()
    return Worker(command=child.command, environment=child.environment)
