"""A small invented chronology as a tree, showing everything a writer has to set."""

from dataclasses import replace

from exporters.document import (
    BibliographyItem,
    DateGuideLine,
    Disagreement,
    Document,
    Entry,
    Note,
    NoteMark,
    Paragraph,
    ParagraphKind,
    Reach,
    Relation,
    Run,
    Section,
    TimeMark,
)
from exporters.labels import Labels
from models.enums import Status

DAY = 86_400
START = 19_358 * DAY  # 1 January 2023


def make_entry(
    number: int = 1, title: str = "The bridge is closed.", body: str = "All lanes.", **parts: object
) -> Entry:
    """An entry of 7 March with one note at its end."""
    mark = NoteMark(number)
    base = Entry(
        number=number,
        date_text="7 March",
        date_hint="Tuesday",
        title=title,
        paragraphs=(Paragraph((Run(body), mark)),),
        notes=(Note(number, (Run("Harbour Authority, "), Run("Daily log", italic=True), Run(", p. 4."))),),
        status=Status.VERIFIED,
        place="Old Quay",
        time=TimeMark(START + 65 * DAY, START + 66 * DAY - 1, Reach.POINT),
    )
    return replace(base, **parts)  # type: ignore[arg-type]  # keyword arguments are the fields of Entry


def make_document(*entries: Entry, **parts: object) -> Document:
    """The given entries under one heading."""
    base = Document(
        language="en-GB",
        title="The bridge",
        subtitle="A chronology, 7 March to 9 April 2023",
        counts="One entry from one source. Dates are given as they are known.",
        labels=Labels(),
        sections=(Section("2023", entries or (make_entry(),)),),
    )
    return replace(base, **parts)  # type: ignore[arg-type]  # keyword arguments are the fields of Document


def full_document() -> Document:
    """Every kind of paragraph, note, date and section."""
    return make_document(
        title="The closing of the Old Quay bridge and what followed",
        subtitle="A chronology, 7 March 2023 to 2 January 2024",
        counts="Five entries from three sources. Dates are given as they are known; where sources differ, the entry says so.",
        sections=(Section("2023", _entries_2023()), Section("2024", _entries_2024())),
        disagreements=(
            Disagreement(
                3,
                "between 4 and 9 April",
                "Inspectors find the second crack.",
                (
                    (Run("Supports: "), Run("Harbour Authority, “Daily log”: “Second crack seen.”")),
                    (Run("Contradicts: "), Run("Port Courier", italic=True), Run(": “There is no second crack.”")),
                ),
            ),
        ),
        bibliography=(
            BibliographyItem((Run("A person familiar with the matter. Name and date withheld."),)),
            BibliographyItem((Run("Harbour Authority. "), Run("Daily log", italic=True), Run(". 2023."))),
            BibliographyItem(
                (
                    Run("“Bridge shut.” "),
                    Run("Port Courier", italic=True),
                    Run(", 7 March 2023. "),
                    Run("https://courier.example/a?b=1&c=2", href="https://courier.example/a?b=1&c=2"),
                    Run("."),
                )
            ),
        ),
        date_guide=(
            DateGuideLine(
                "between 4 and 9 April", "It happened at one moment inside these limits; which one is not known."
            ),
            DateGuideLine("by 2 January", "It had happened by this time; the first possible time is not known."),
        ),
    )


def _entries_2023() -> tuple[Entry, ...]:
    first = make_entry(body="A crack of 40 cm is seen in the north pier, and all lanes are shut within the hour.")
    return first, _entry_with_lists(), _disputed_entry()


def _entry_with_lists() -> Entry:
    return make_entry(
        2,
        "The works contract lists three tasks for the contractor, each with a day on which it must be done.",
        date_text="8 to 12 March",
        date_hint="over five days",
        title_marks=(),
        paragraphs=(
            Paragraph((Run("The tasks, in the words of the "), Run("contract", bold=True, italic=True), Run(":"))),
            Paragraph((Run("prop the north pier"),), ParagraphKind.BULLET),
            Paragraph((Run("drain the "), Run("caisson", italic=True)), ParagraphKind.BULLET),
            Paragraph((Run("first the east side"),), ParagraphKind.NUMBERED, 1, 1),
            Paragraph((Run("then the west side"), NoteMark(2)), ParagraphKind.NUMBERED, 1, 2),
            Paragraph((Run("A "), Run("copy", href="https://example.org/x?a=1&b=2"), Run(" is public."), NoteMark(3))),
        ),
        notes=(
            Note(2, (Run("Contract of works, sec. 4."),)),
            Note(
                3,
                (Run("“Works list,” "), Run("https://example.org/n", href="https://example.org/n"), Run(".")),
            ),
        ),
        status=Status.REPORTED,
        time=TimeMark(START + 66 * DAY, START + 71 * DAY - 1, Reach.SPAN),
    )


def _disputed_entry() -> Entry:
    return make_entry(
        3,
        "Inspectors find the second crack.",
        date_text="between 4 and 9 April",
        date_hint="day not known",
        paragraphs=(Paragraph((Run("The two accounts differ."), NoteMark(4), NoteMark(5))),),
        relations=(Relation("In response to", 1, "The bridge is closed", "7 March"),),
        notes=(
            Note(4, (Run("A person familiar with the matter (name withheld)."),)),
            Note(5, (Run("Harbour Authority, par. 2: “Second crack seen.”"),)),
        ),
        status=Status.DISPUTED,
        place="North pier",
        time=TimeMark(START + 93 * DAY, START + 99 * DAY - 1, Reach.BETWEEN),
    )


def _entries_2024() -> tuple[Entry, ...]:
    return (
        make_entry(
            4,
            "The minister’s letter reaches the town.",
            date_text="from mid-December 2023 to about the first days of January 2024, local time",
            date_hint="approximate start",
            paragraphs=(),
            title_marks=(NoteMark(6),),
            notes=(Note(6, (Run("No source yet; kept at the editor’s request."),)),),
            status=Status.UNVERIFIED,
            place="",
            time=TimeMark(START + 350 * DAY, START + 368 * DAY, Reach.AROUND),
        ),
        make_entry(
            5,
            "רשות הנמל מאשרת: the port confirms 🚢.",
            date_text="by 2 January",
            date_hint="latest possible day",
            paragraphs=(Paragraph((Run("السلطة تؤكد الإغلاق (2024). A tab\tand a\nline break."), NoteMark(7))),),
            notes=(Note(7, (Run("“السلطة تؤكد,” par. 1."),)),),
            status=Status.WITHDRAWN,
            place="",
            time=TimeMark(-9 * 10**18, START + 367 * DAY - 1, Reach.OPEN_START),
        ),
    )
