"""What does the `homeward` command do?"""

import sys


def main() -> int:
    print("homeward: the command is being built", file=sys.stderr)
    return 2
