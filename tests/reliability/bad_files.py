"""Sends hostile and damaged files through the import worker into a project, and says what became of each.

    python -m tests.reliability.bad_files [--count 420] [--seed 4] [--traced] [--only WORD]

Each must end as a sound source (its bytes under their SHA-256, one change) or in one clear message and no rows, within 20
seconds and 1 GB, and without a look at anything outside: canaries lie in a local file and on a server of this machine.
The first page of a PDF that was kept, and every picture, is drawn as the reader draws it.
The command prints a table and ends with exit code 1 where anything went wrong. `--traced` runs all of it under strace.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cli.texts import showable
from tests.reliability.bad_bytes import HARMS, Bad, Maker
from tests.reliability.bad_checks import Checker, Outcome
from tests.reliability.bad_mail import MESSAGES, SOUND_MAIL
from tests.reliability.bad_markup import ARCHIVES, PAGES, SOUND_ARCHIVE, SOUND_PAGE
from tests.reliability.bad_office import OPEN, SOUND_OPEN, SOUND_WORD, WORD
from tests.reliability.bad_pdf import FILES, SOUND_PDF
from tests.reliability.bad_texts import OTHERS, SOUND_PICTURE, SOUND_TABLE, SOUND_TEXT, TABLES, TEXTS
from tests.reliability.bad_traces import faults_in_trace

CRAFTED: tuple[Bad, ...] = (*PAGES, *ARCHIVES, *FILES, *WORD, *OPEN, *MESSAGES, *TABLES, *TEXTS, *OTHERS)
# PDF files are the likeliest to be damaged and the hardest to read, so they are harmed twice as often.
SOUND: tuple[tuple[str, bytes], ...] = (
    (".pdf", SOUND_PDF),
    (".html", SOUND_PAGE),
    (".docx", SOUND_WORD),
    (".eml", SOUND_MAIL),
    (".odt", SOUND_OPEN),
    (".pdf", SOUND_PDF),
    (".mhtml", SOUND_ARCHIVE),
    (".csv", SOUND_TABLE),
    (".txt", SOUND_TEXT),
    (".png", SOUND_PICTURE),
)
TRACED = "open,openat,openat2,creat,connect"


@dataclass(frozen=True, slots=True)
class Planned:
    """One file to make: its name, what is wrong with it, and its maker with a chance of its own."""

    name: str
    bad: Bad
    seed: int


def _harmed(data: bytes, at: int) -> Maker:
    harm = HARMS[at % len(HARMS)]
    return lambda chance, _lures: harm(data, chance)


def planned_files(count: int, seed: int) -> list[Planned]:
    """`count` files: every crafted attack, then damaged files; a sample of the attacks where fewer are wanted."""
    chance = random.Random(seed)
    wanted = list(CRAFTED) if count >= len(CRAFTED) else chance.sample(CRAFTED, count)
    for at in range(count - len(wanted)):
        suffix, data = SOUND[at % len(SOUND)]
        maker = _harmed(data, at // len(SOUND))
        wanted.append(Bad(suffix, f"harmed: {HARMS[at // len(SOUND) % len(HARMS)].__name__}", maker))
    return [Planned(f"bad-{at:04}{bad.suffix}", bad, chance.getrandbits(32)) for at, bad in enumerate(wanted)]


def tried_files(files: Sequence[Planned], checker: Checker) -> Iterator[Outcome]:
    """Make each file, import it, check what became of it, and take it away again."""
    for file in files:
        path = checker.inbox / file.name
        path.write_bytes(file.bad.make(random.Random(file.seed), checker.lures))
        yield checker.try_file(path, file.bad.what)
        path.unlink()


def _told(outcome: Outcome) -> str:
    facts = f"{outcome.size / 1e6:8.2f} MB {outcome.seconds:6.2f} s {outcome.megabytes:6.0f} MB"
    wrong = f"  WRONG: {'; '.join(outcome.faults)}" if outcome.faults else ""
    return f"{outcome.name:<14} {facts}  {outcome.end:<8} {showable(outcome.what)[:44]:<44} {outcome.said[:90]}{wrong}"


@contextmanager
def private_home() -> Iterator[Path]:
    """A home of its own: backups of the project lie there, and not with those of whoever runs this."""
    with tempfile.TemporaryDirectory(prefix="bad-home-") as home:
        names = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
        before = {name: os.environ.get(name) for name in names}
        os.environ.update(dict.fromkeys(names, home))
        try:
            yield Path(home)
        finally:
            for name, value in before.items():
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value


def say(line: str) -> None:
    """One line of the table, at once: a file may take long."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def run(count: int, seed: int, only: str = "") -> int:
    """Try so many files and print a line for each; the number of files that ended wrongly."""
    files = [file for file in planned_files(count, seed) if only in f"{file.name} {file.bad.what}"]
    outcomes: list[Outcome] = []
    with private_home(), tempfile.TemporaryDirectory(prefix="bad-files-") as folder, Checker(Path(folder)) as checker:
        for outcome in tried_files(files, checker):
            outcomes.append(outcome)
            say(_told(outcome))
        last = list(checker.faults_at_the_end())
    wrong = [outcome for outcome in outcomes if outcome.faults]
    ends = {end: sum(outcome.end == end for outcome in outcomes) for end in sorted({o.end for o in outcomes})}
    say(f"\n{len(outcomes)} files: {', '.join(f'{number} {end}' for end, number in ends.items())}")
    say(f"slowest {max(o.seconds for o in outcomes):.1f} s, most memory {max(o.megabytes for o in outcomes):.0f} MB")
    for fault in last:
        say(f"WRONG at the end: {fault}")
    say(f"{len(wrong) + len(last)} wrong")
    return len(wrong) + len(last)


def run_traced(arguments: Sequence[str]) -> int:
    """The same under strace; the number of wrong files, or of opened files and connections that nobody may have."""
    with tempfile.NamedTemporaryFile(suffix=".strace") as log:
        command = ["strace", "-f", "-qq", "-e", f"trace={TRACED}", "-o", log.name, sys.executable, "-m", __spec__.name]
        ended = subprocess.run([*command, *arguments], check=False).returncode
        faults = faults_in_trace(Path(log.name))
    for fault in faults:
        say(f"WRONG in the trace: {fault}")
    say(f"{len(faults)} wrong in the trace")
    return ended + len(faults)


def main(argv: Sequence[str]) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m tests.reliability.bad_files")
    parser.add_argument("--count", type=int, default=420)
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--only", default="", help="only files whose name or harm holds this")
    parser.add_argument("--traced", action="store_true", help="run under strace and look at what is opened")
    wanted = parser.parse_args(argv)
    if wanted.traced:
        return min(1, run_traced([argument for argument in argv if argument != "--traced"]))
    return min(1, run(wanted.count, wanted.seed, wanted.only))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
