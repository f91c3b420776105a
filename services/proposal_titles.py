"""A title for a proposal, made of the words of its sentence."""

import re

from services import proposal_words as words
from services.sentences import Span

MAX_TITLE = 80
_SHORTEST = 40
"""Characters that a title has at least where it is cut at the end of a clause."""
_QUOTATION = re.compile(r"[“”„«»\"]|(?<!\w)[‘'](?=\w)|(?<=[\w.,!?])['’](?!\w)")
_BEFORE_DATE = re.compile(
    r"(?:,\s*)?(?:\b(?:(?:late|early|back|only|just|as recently as|shortly before|shortly after|on or about) )?"
    r"(?:on|in|at|by|since|from|during|until|around|about|as of|of|dated|am|im|seit|vom)\s+(?:the\s+(?:morning|"
    r"afternoon|evening|night|day|"
    r"weekend) of\s+)?(?:the\s+)?)?\Z",
    re.I,
)
_BEHIND_DATE = re.compile(
    r"(?:\s+(?:local time|GMT|UTC|morning|afternoon|evening|night))?\s*(?:[,:|–—]|\s-\s)?\s*", re.I
)
_SAYING = (
    "said|says|told|added|reported|wrote|tweeted|stated|noted|confirmed|announced|claimed|explained|insisted|warned|"
    "acknowledged"
)
_REPORTED_BEFORE = re.compile(
    rf"(?:[^,.;]{{2,70}}?\b(?:{_SAYING})(?: (?:reporters|journalists|the press|[A-Z]\w+))?(?:,)? that\s+|"
    rf"according to [^,]{{2,80}},\s*|"
    rf"(?:[\w.’'-]+ ){{1,6}}(?:said|says)\s+(?=the |a |"
    rf"an |it |they |[A-Z]))",
    re.I,
)
_REPORTED_BEHIND = re.compile(
    rf",?\s*(?:according to\b.*|,\s*(?:[\w.’'-]+\s+){{0,8}}?(?:{_SAYING})\b(?:(?!,).)*|,\s*(?:{_SAYING})\s.*)\Z",
    re.I | re.S,
)
_SPACES = re.compile(r"\s+")
_CUT = re.compile(r"\s*[,;:–—(]\s*|\s+(?=(?:after|before|which|who|while|as|when|where|because|but|amid|following)\s)")
_DANGLING = re.compile(
    r"(?:\s+|^)(?:the|a|an|of|in|on|at|by|for|from|to|with|and|or|but|as|that|which|who|its|his|her|their|were|"
    r"was|is|are|into|against|more|than)\Z"
    r"|,\s+(?:a|one|two|three|four|\d+) (?:minute|hour|day|week|month|year)s?\Z"
    r"|[\s,;:–—(-]+\Z",
    re.I,
)


def suggest_title(text: str, stretch: Span, date: Span) -> str:
    """At most 80 characters of the words at `stretch`, without the date at `date`, who said so and quotation marks."""
    before, behind = text[stretch[0] : max(stretch[0], date[0])], text[min(stretch[1], date[1]) : stretch[1]]
    title = _without_date(before, text[date[0] : date[1]], behind)
    title = _SPACES.sub(" ", _QUOTATION.sub("", title)).strip()
    title = _without_saying(title)
    leading = words.LEADING.match(title)
    title = title[leading.end() :] if leading else title
    title = _shortened(title.strip(" ,;:–—|-").rstrip(".!?… "))
    return title[:1].title() + title[1:]  # a ligature is one letter to upper(): “FIve people”


def _without_date(before: str, date: str, behind: str) -> str:
    """The words around a date; all of them where it belongs to a noun ("the 2019 law")."""
    is_attribute = words.ATTRIBUTED.search(before) and words.NOUN_BEHIND.match(behind)
    if is_attribute or behind[:2] in ("'s", "’s"):
        return before + date + behind
    lead = _BEFORE_DATE.search(before, max(0, len(before) - 60))
    kept = before[: lead.start()] if lead else before
    rest = behind
    if not kept.strip(" “\"‘'"):
        follows = _BEHIND_DATE.match(behind)
        rest = behind[follows.end() :] if follows else behind
    return f"{kept} {rest}" if rest[:1] not in ",.;:" else kept.rstrip() + rest


def _without_saying(title: str) -> str:
    for pattern in (_REPORTED_BEHIND, _REPORTED_BEFORE):
        found = pattern.search(title) if pattern is _REPORTED_BEHIND else pattern.match(title)
        if found is None:
            continue
        rest = title[: found.start()] if pattern is _REPORTED_BEHIND else title[found.end() :]
        if len(rest.split()) > 2:
            title = rest
    return title


def _shortened(title: str) -> str:
    if len(title) > MAX_TITLE:
        ends = [found.start() for found in _CUT.finditer(title, _SHORTEST, MAX_TITLE + 1) if found.start() >= _SHORTEST]
        space = title.rfind(" ", 0, MAX_TITLE + 1)
        title = title[: max(ends, default=0) or (space if space > 0 else MAX_TITLE)]
    while (shorter := _DANGLING.sub("", title)) != title and shorter:
        title = shorter
    return title
