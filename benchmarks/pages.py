"""Article text of saved pages, ours against trafilatura alone: `python -m benchmarks.pages [FOLDER]`.

F1 of words (each as often as it stands there) against the labelled text, on seventy page templates of our own words. With a
folder: also on its pages `NAME.html` beside which a `NAME.txt` holds their text. Speed is that of one process.
"""

import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import mean

from trafilatura import extract

from benchmarks.page_templates import Template, templates
from importers.web_page import read_web_page
from models.enums import CaptureMethod

LEAST_SPEED = 5.0
_WORD = re.compile(r"\w+")


def f1(text: str, wanted: str) -> float:
    """Harmonic mean of precision and recall of words."""
    found, said = (Counter(_WORD.findall(each.lower())) for each in (text, wanted))
    both = (found & said).total()
    return 2 * both / (found.total() + said.total()) if both else 0.0


def ours(page: bytes) -> str:
    """The text that an import keeps."""
    return read_web_page(page, name="page.html", method=CaptureMethod.FILE).sources[0].capture.text


def peer(page: bytes) -> str:
    """What the library gives by itself."""
    return extract(page, include_comments=False) or ""


def in_folder(folder: Path) -> Iterable[Template]:
    """Labelled pages of somebody else's."""
    for text in sorted(folder.glob("*.txt")):
        page = text.with_suffix(".html")
        if page.is_file():
            yield Template("folder", "folder", page.read_text("utf-8", "replace"), text.read_text("utf-8"))


def score(pages: list[Template], read: Callable[[bytes], str]) -> tuple[list[float], float]:
    """F1 of every page, and pages a second."""
    start = time.perf_counter()
    texts = [read(each.page.encode()) for each in pages]
    speed = len(pages) / (time.perf_counter() - start)
    return [f1(text, each.text) for text, each in zip(texts, pages, strict=True)], speed


def main(folders: list[str]) -> int:
    """Print F1 by kind and in all; 1 where ours is lower than the library's, or too slow."""
    pages = [*templates(), *(each for folder in folders for each in in_folder(Path(folder)))]
    own, speed = score(pages, ours)
    other, other_speed = score(pages, peer)
    print(f"{'kind':12} {'ours':>6} {'trafilatura':>12}")
    for kind in dict.fromkeys(each.kind for each in pages):
        at = [number for number, each in enumerate(pages) if each.kind == kind]
        print(f"{kind:12} {mean(own[n] for n in at):6.3f} {mean(other[n] for n in at):12.3f}")
    for number, each in enumerate(pages):
        if own[number] < other[number] - 0.02:
            print(f"  lower: {each.kind}, {each.way}: {own[number]:.3f} against {other[number]:.3f}")
    print(f"{len(pages)} pages   {mean(own):6.3f} {mean(other):12.3f}")
    print(f"pages/s      {speed:6.1f} {other_speed:12.1f}")
    return int(mean(own) < mean(other) or speed < LEAST_SPEED)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
