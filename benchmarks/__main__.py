"""Every benchmark, or those named: `python -m benchmarks [NAME…]`, names as in PARTS.

Each is a module of its own too (`python -m benchmarks.startup`) and runs in a process of its own, so that none starts
with the memory of another. Numbers are ratios to a floor or a peer measured in the same run. The exit code is 1 where a
target is missed.
"""

import os
import subprocess
import sys
from pathlib import Path

PARTS = {
    "startup": (),
    "opening": (),
    "commit": (),
    "exports": (),
    "dates": ("--linear", "--top", "5"),
    "attach": (),
    "pages": (),
    "reader": (),
    "lists": (),
    "search": (),
    "popups": (),
    "timeline": (),
    "edits": (),
    "calendar": (),
    "lanes": (),
    "imports": (),
}
"""Each with the arguments that it is given here."""
ROOT = Path(__file__).resolve().parent.parent


def main(wanted: list[str]) -> int:
    """Run the named parts, all of them where none is named."""
    unknown = [name for name in wanted if name not in PARTS]
    if unknown:
        print(f"There is no benchmark {', '.join(unknown)}; there are {', '.join(PARTS)}.", file=sys.stderr)
        return 2
    codes = []
    for name in wanted or PARTS:
        print(f"\n{name}", flush=True)
        command = [sys.executable, "-m", f"benchmarks.{name}", *PARTS[name]]
        codes.append(subprocess.run(command, cwd=ROOT, check=False).returncode)
    return max(codes)


if __name__ == "__main__":
    os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")
    sys.exit(main(sys.argv[1:]))
