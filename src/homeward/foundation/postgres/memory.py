"""How much memory may the database keep pages in? A share of what this machine, or the container it is in, has."""

import os
from pathlib import Path

MB = 1024 * 1024
LEAST, MOST = 128 * MB, 2048 * MB
_LIMIT = Path("/sys/fs/cgroup/memory.max")


def shared_buffers(total: int) -> int:
    """Bytes for pages kept by the server itself: an eighth, between 128 MB and 2 GB. The system's own cache holds the rest."""
    return min(max(total // 8, LEAST), MOST)


def settings(total: int) -> dict[str, str]:
    """PostgreSQL's settings for a machine with that many bytes."""
    return {
        "shared_buffers": f"{shared_buffers(total) // MB}MB",
        "effective_cache_size": f"{max(total // 2, 256 * MB) // MB}MB",
    }


def total(limit: Path = _LIMIT) -> int:
    """Bytes of this machine's memory, or fewer where a container may use only so much."""
    whole = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    try:
        allowed = limit.read_text().strip()
    except OSError:
        return whole
    return min(whole, int(allowed)) if allowed.isdigit() else whole
