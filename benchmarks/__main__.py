"""Every benchmark, or those named: `python -m benchmarks [startup] [opening] [commit] [exports]`.

Each is a module of its own too (`python -m benchmarks.startup`). Numbers are ratios to a floor or a peer measured in the
same run. The exit code is 1 where a target is missed.
"""

import sys
from importlib import import_module

from benchmarks.table import print_table

PARTS = ("startup", "opening", "commit", "exports")


def main(wanted: list[str]) -> int:
    """Run the named parts, all of them where none is named."""
    unknown = [name for name in wanted if name not in PARTS]
    if unknown:
        print(f"There is no benchmark {', '.join(unknown)}; there are {', '.join(PARTS)}.", file=sys.stderr)
        return 2
    passed = True
    for name in wanted or PARTS:
        print(f"\n{name}")
        found = import_module(f"benchmarks.{name}").run()
        print_table(found)
        passed = passed and all(measurement.passes for measurement in found)
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
