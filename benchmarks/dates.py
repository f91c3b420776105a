"""How well and how fast dates are read out of prose, on a folder of TimeML articles.

    python -m benchmarks.dates [FOLDER] [--errors FILE] [--top 20] [--linear] [--quick]

FOLDER holds .tml files; without one, the project's own invented news are read. Prints span, type, value and date scores
as `timex_score` counts them, the same by category, the most frequent failures, and speed and start-up against
dateparser in the same run. --errors writes every failure with its context into a table. --linear reads texts of doubling
size, prose and traps, and prints how the time grows. --quick leaves out all that is timed. The exit code is 1 where a
target is missed, 2 where the folder cannot be read.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.table import print_table
from benchmarks.timeml import Article, TimemlError, read_anchor, read_folder
from benchmarks.timex_readers import Reader, make_dateparser_reader, read_ours
from benchmarks.timex_report import print_categories, print_most_frequent, print_scores, write_errors
from benchmarks.timex_score import Outcome, compare
from benchmarks.timex_speed import measure_speed, measure_start, print_growth

OWN = Path(__file__).parent / "articles"


def main(arguments: Sequence[str], read: Reader = read_ours) -> int:
    """Score, and measure what is asked for. `read` is the reader that is scored."""
    wanted = _parser().parse_args(arguments)
    try:
        articles = read_folder(wanted.folder)
    except TimemlError as error:
        print(error, file=sys.stderr)
        return 2
    outcomes = score(read, articles)
    size = sum(len(article.text.encode()) for article in articles) / 1024
    print_scores(f"{wanted.folder.name}, {len(articles)} texts of {size:.0f} kB", outcomes)
    print_categories(outcomes)
    print_most_frequent(outcomes, wanted.top)
    if wanted.errors:
        write_errors(outcomes, wanted.errors)
    return 0 if wanted.quick else _time(read, articles, is_linear_asked=wanted.linear)


def score(read: Reader, articles: Sequence[Article]) -> list[Outcome]:
    """What became of every expression of every article."""
    found = ((article, read(article.text, read_anchor(article.published))) for article in articles)
    return [outcome for article, timexes in found for outcome in compare(article, timexes)]


def _time(read: Reader, articles: Sequence[Article], *, is_linear_asked: bool) -> int:
    peer = make_dateparser_reader()
    print()
    print_scores("dateparser on the same texts", score(peer, articles))
    print()
    measured = measure_speed({"ours": read, "dateparser": peer}, articles)
    code = print_table(measured + measure_start())
    if is_linear_asked:
        print()
        code = max(code, print_growth(read, "\n".join(article.text for article in articles)))
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.dates", description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=OWN, metavar="FOLDER", help="TimeML files (.tml)")
    parser.add_argument("--errors", type=Path, metavar="FILE", help="write every failure, tab-separated")
    parser.add_argument("--top", type=int, default=20, metavar="N", help="how many frequent failures to show (20)")
    parser.add_argument("--linear", action="store_true", help="show how the time grows with the text")
    parser.add_argument("--quick", action="store_true", help="leave out what is timed")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
