"""Which processes make up a served Homeward?"""

import sys

from homeward.config import environment
from homeward.config.installed import HOMEWARD
from homeward.config.supervision.child import Child

LIVE = "homeward.web.live.asgi:application"


def _granian(application: str, *, interface: str, port: int, more: list[str]) -> list[str]:
    return [
        sys.executable, "-m", "granian", application, "--interface", interface,
        "--host", environment.value("HOMEWARD_HOST"), "--port", str(port),
        "--no-ws", "--log-level", "warning", "--respawn-failed-workers", "--respawn-interval", "0.2",
        *more,
    ]  # fmt: skip


def web() -> Child:
    """The pages and the FHIR interface."""
    return Child(
        name="web",
        command=_granian(
            "homeward.config.wsgi:application",
            interface="wsgi",
            port=environment.number("HOMEWARD_PORT"),
            more=[
                "--workers", environment.value("HOMEWARD_WEB_PROCESSES"),
                "--blocking-threads", environment.value("HOMEWARD_WEB_THREADS"),
                "--workers-kill-timeout", "8",
            ],
        ),
        environment={"HOMEWARD_PROCESS": "web"},
    )  # fmt: skip


def live() -> Child:
    """The live pushes. Connections stay open for as long as a page does, so it is not waited for long."""
    return Child(
        name="live",
        command=_granian(
            LIVE,
            interface="asginl",
            port=environment.live_port(),
            more=["--workers", "1", "--loop", "uvloop", "--workers-kill-timeout", "1", "--backpressure", "2000"],
        ),
        environment={"HOMEWARD_PROCESS": "live", "DJANGO_SETTINGS_MODULE": "homeward.config.settings"},
        patience=3.0,
    )


def worker() -> Child:
    """The background jobs."""
    return Child(
        name="jobs",
        command=[sys.executable, "-m", "homeward.cli", "worker"],
        environment={"HOMEWARD_PROCESS": "worker"},
    )


def children() -> list[Child]:
    """Every process that this machine should run."""
    here = [web()]
    if (HOMEWARD / "web" / "live" / "asgi.py").exists():
        here.append(live())
    if environment.switch("HOMEWARD_JOBS"):
        here.append(worker())
    return here
