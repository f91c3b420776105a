"""Which of the dates in an incident's quotes are worth offering."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dates import UNDATED, DateKind, Precision, UncertainDate
from dates.mention import Basis, DateMention, MentionKind
from models.enums import Stance

_MOST = 2
# A slip in reading a weekday is this far off; what lies further away is another incident's date.
_NEAR_SECONDS = 7 * 86_400


@dataclass(frozen=True, slots=True)
class QuotedDate:
    """A date that a quote gives: the words, what they mean, and what the citation does to the incident."""

    words: str
    date: UncertainDate
    mention: DateMention
    stance: Stance = Stance.SUPPORTS


def quoted_dates(mentions: Sequence[DateMention], text: str, stance: Stance) -> list[QuotedDate]:
    """The dates among the mentions of `text`; both ends of a stretch give one."""
    found: dict[tuple[int, int], QuotedDate] = {}
    for mention in mentions:
        whole = mention.range
        date = whole.date if whole else mention.date
        is_known = mention.reason.basis is not Basis.NOTHING and mention.reason.kind is not MentionKind.REFERENCE
        if date is not None and date != UNDATED and is_known:
            place = (whole.start, whole.end) if whole else (mention.start, mention.end)
            words = " ".join(text[slice(*place)].split())
            alone = replace(mention, range=None)  # its reason need not name the stretch, which is the date here
            found[place] = QuotedDate(words, replace(date, as_written=words), alone, stance)
    return list(found.values())


def choose_dates(found: Sequence[QuotedDate], current: UncertainDate) -> Sequence[QuotedDate]:
    """What to offer to an incident that has `current` as its date, the most precise first; mostly nothing."""
    distinct = list({quoted.date.edtf: quoted for quoted in reversed(found)}.values())[::-1]
    if current.kind is DateKind.UNDATED:
        days = [quoted for quoted in distinct if quoted.date.precision >= Precision.DAY]
        return sorted(days or distinct, key=_rank)[:_MOST]
    certain = [quoted for quoted in distinct if _is_sure(quoted) and quoted.words != current.as_written]
    finer = [quoted for quoted in certain if _refines(quoted.date, current)]
    if finer or any(_touch(quoted.date, current) for quoted in distinct):
        return finer[:1]
    return [quoted for quoted in certain if _is_near(quoted.date, current)][:1]


def _rank(quoted: QuotedDate) -> tuple[bool, int]:
    """What supports the incident before what does not, the more precise first; else in the order of the citations."""
    return quoted.stance is not Stance.SUPPORTS, -quoted.date.precision


def _is_sure(quoted: QuotedDate) -> bool:
    date = quoted.date
    is_plain = date.kind in {DateKind.ON, DateKind.FROM_TO} and not date.uncertain
    return quoted.stance is Stance.SUPPORTS and is_plain and date.precision >= Precision.DAY


def _refines(date: UncertainDate, current: UncertainDate) -> bool:
    """Whether the date is a part of what is not known exactly; a stretch is known, and has no finer date."""
    is_inside = current.earliest <= date.earliest and date.latest <= current.latest
    is_narrower = date.latest - date.earliest < current.latest - current.earliest
    return is_inside and is_narrower and current.kind is not DateKind.FROM_TO


def _touch(date: UncertainDate, current: UncertainDate) -> bool:
    return date.earliest <= current.latest and current.earliest <= date.latest


def _is_near(date: UncertainDate, current: UncertainDate) -> bool:
    gap = max(date.earliest - current.latest, current.earliest - date.latest)
    return gap <= _NEAR_SECONDS
