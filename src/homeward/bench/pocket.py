"""How much does a phone fetch before the round opens without a signal? Every file that it keeps, as a line would carry it."""

import gzip
import re

from homeward.bench.promises import Promise
from homeward.bench.wire import Wire

PAGE, WORKER, MANIFEST = "/pocket/", "/pocket/worker.js", "/pocket/manifest.webmanifest"
SHARED = re.compile(r"/(nhsuk-frontend|homeward)[^/]*\.css$")  # what every page has
LISTED = re.compile(r"const FILES = \[(.*?)\]", re.DOTALL)


def first_load(wire: Wire) -> Promise:
    """The page, its worker and all that the worker's list names but for the styles that every page shares, in kB compressed."""
    listed = LISTED.search(_fetched(wire, WORKER).decode())
    if listed is None:
        raise RuntimeError(f"{WORKER} does not say what it keeps")
    files = [each for each in re.findall(r'"([^"]+)"', listed[1]) if not SHARED.search(each)]
    weight = sum(len(gzip.compress(_fetched(wire, path))) for path in (PAGE, WORKER, MANIFEST, *files))
    return Promise(
        what="Offline round: first load beyond the shared styles, compressed", found=weight / 1000, unit=" kB", most=300
    )


def _fetched(wire: Wire, path: str) -> bytes:
    heard = wire.ask("GET", path)
    if heard.status != 200:
        raise RuntimeError(f"{path} answered {heard.status}")
    return heard.body
