"""Where are templates kept once they are compiled, so that no process compiles what another one has? Beside Python's own compiled files."""

import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import jinja2
from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket

HERE = Path(__file__).resolve().parent


class Compiled(FileSystemBytecodeCache):
    """Jinja's own, which a folder that may not be written to does not stop. It looks at each template's source before it trusts one."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it where that is possible."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def compiled() -> Compiled | None:
    """The templates compiled by this version of Jinja, for pages drawn as `environment.py` says today; None where Python keeps none either."""
    if sys.dont_write_bytecode:
        return None
    folder = HERE / "__pycache__"
    with suppress(OSError):
        folder.mkdir(exist_ok=True)
    if not folder.is_dir():
        return None
    drawn = sha256((HERE / "environment.py").read_bytes() + jinja2.__version__.encode()).hexdigest()[:12]
    return Compiled(str(folder), f"template-{drawn}-%s.cache")
