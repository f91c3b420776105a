"""Pages of preserved copies as images: what the workers draw, and what becomes of those that stall, die or lie."""

from threading import Event, Thread

import pytest

from dates import UNDATED
from importers.page_channel import PageQuote, PageSize, PageWish
from models.enums import ImportFault, ProblemCode, Stance
from models.errors import UserFacingError
from models.reading import CitedPassage, PassageState
from services.page_images import PDF_WORKER, PageImages, quotes_by_page
from tests.pdf_files import Placed, column, drawn, extra_number, paged, pdf_of, stream_of

BAD_WORKER = "tests.page_worker"


def open_pdf(opened: list[PageImages], data: bytes) -> PageImages:
    opened.append(PageImages(PDF_WORKER, lambda: data))
    return opened[-1]


def open_badly(opened: list[PageImages], ways: str, seconds: float = 60.0) -> PageImages:
    opened.append(PageImages(BAD_WORKER, ways.encode, open_seconds=seconds, page_seconds=seconds))
    return opened[-1]


def refusal_of(work: PageImages, page: int = 1) -> UserFacingError:
    with pytest.raises(UserFacingError) as caught:
        work.draw(PageWish(page, 100))
    return caught.value


def test_draws_a_page_as_wide_as_wished_on_white(opened: list[PageImages]) -> None:
    pages = open_pdf(opened, paged(drawn([Placed("Words", size=40)]), drawn([])))
    assert pages.sizes() == (PageSize(612, 792), PageSize(612, 792))
    image = pages.draw(PageWish(1, 306))
    assert (image.width, image.height, len(image.pixels)) == (306, 396, 306 * 396 * 4)
    assert image.pixels[:3] == b"\xff\xff\xff"
    assert len(set(image.pixels)) > 2
    assert len(set(pages.draw(PageWish(2, 306)).pixels)) == 1


def test_finds_cited_words_where_a_word_is_divided_and_lines_end(opened: list[PageImages]) -> None:
    lines = column("Rebels shelled it on\nSunday, a spokes-\nman said. It burned.", size=20)
    quotes = (PageQuote(7, "on Sunday, a spokesman said.", 15), PageQuote(8, "Nothing of the kind", 0))
    marks = open_pdf(opened, paged(drawn(lines))).draw(PageWish(1, 300, quotes)).marks
    assert list(marks) == [7]
    first, second, third = marks[7]
    assert first[1] < second[1] < third[1]
    assert first[0] > second[0] == pytest.approx(third[0], abs=0.01)


def test_marks_the_occurrence_nearest_to_where_the_text_has_the_words(opened: list[PageImages]) -> None:
    data = paged(drawn(column("It burned.\nNobody was hurt.\nIt burned.")))
    pages = open_pdf(opened, data)
    early = pages.draw(PageWish(1, 300, (PageQuote(1, "It burned.", 0),))).marks[1][0]
    late = pages.draw(PageWish(1, 300, (PageQuote(1, "It burned.", 20),))).marks[1][0]
    assert early[1] < late[1]


def test_marks_words_on_a_turned_page(opened: list[PageImages]) -> None:
    data = paged(drawn([Placed("Turned words", x=72, y=72)])).replace(b"/Type/Page/", b"/Type/Page/Rotate 90/")
    pages = open_pdf(opened, data)
    assert pages.sizes() == (PageSize(792, 612),)
    left, top, width, height = pages.draw(PageWish(1, 300, (PageQuote(1, "Turned", 0),))).marks[1][0]
    assert (left, top) < (0.2, 0.2)
    assert height * 612 > width * 792


def test_draws_what_was_written_into_a_form(opened: list[PageImages]) -> None:
    number = extra_number(1)
    field = b"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(x)/Rect[0 0 612 792]/F 4/AP<</N %d 0 R>>>>" % (number + 1)
    look = stream_of(b"0 0 1 rg 0 0 612 792 re f", b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]")
    form = b"/AcroForm<</Fields[%d 0 R]>>" % number
    data = paged(drawn([]), catalog=form, extra=[field, look])
    data = data.replace(b"/Type/Page/", b"/Type/Page/Annots[%d 0 R]/" % number)
    assert open_pdf(opened, data).draw(PageWish(1, 100)).pixels[:3] == b"\xff\x00\x00"


HOSTILE = {
    "empty": b"",
    "no pdf": b"%PDF-1.7\n" + b"x" * 1000,
    "cut short": paged(drawn([Placed("Words")]))[:200],
    "a tree that holds itself": pdf_of(
        [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 100000>>"]
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_refuses_a_file_that_is_no_sound_pdf(name: str, opened: list[PageImages]) -> None:
    error = refusal_of(open_pdf(opened, HOSTILE[name]))
    assert error.problem is ProblemCode.IMPORT_UNREADABLE
    assert error.details["reason"] in (ImportFault.MALFORMED, ImportFault.CRASHED)


def test_refuses_a_file_that_asks_for_a_password(opened: list[PageImages]) -> None:
    locked = b"<</Filter/Standard/V 1/R 2/O<%b>/U<%b>/P -4>>" % (b"00" * 32, b"11" * 32)
    identity = b"[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]"
    trailer = b"/Encrypt %d 0 R/ID%b" % (extra_number(1), identity)
    data = paged(drawn([Placed("Secret")]), extra=[locked], trailer=trailer)
    assert refusal_of(open_pdf(opened, data)).details["reason"] == ImportFault.ENCRYPTED


@pytest.mark.parametrize("box", [b"0 0 100000000 100000000", b"0 0 1 100000", b"0 0 100000 1", b"0 0 -5 0"])
def test_draws_pages_of_absurd_sizes_within_bounds(box: bytes, opened: list[PageImages]) -> None:
    image = open_pdf(opened, paged(drawn([Placed("Words")]), box=box)).draw(PageWish(1, 4_000_000))
    assert image.width * image.height <= 12_000_000


def test_starts_anew_after_a_page_that_kills_the_worker(opened: list[PageImages]) -> None:
    pages = open_badly(opened, "open exit")
    assert refusal_of(pages).details["reason"] == ImportFault.CRASHED
    assert pages.draw(PageWish(2, 100)).pixels == b"12341234"


def test_leaves_marks_out_that_lie_beside_the_page(opened: list[PageImages]) -> None:
    assert dict(open_badly(opened, "open well").draw(PageWish(1, 9)).marks) == {5: ((0.1, 0.1, 0.5, 0.5),), 6: ()}


def test_kills_a_worker_that_stalls(opened: list[PageImages]) -> None:
    assert refusal_of(open_badly(opened, "stuck", 0.3)).problem is ProblemCode.IMPORT_TIMED_OUT


def test_tells_of_a_worker_that_ran_out_of_memory(opened: list[PageImages]) -> None:
    assert refusal_of(open_badly(opened, "open memory")).problem is ProblemCode.IMPORT_TOO_LARGE


def test_takes_no_image_that_is_larger_than_any_may_be(opened: list[PageImages]) -> None:
    assert refusal_of(open_badly(opened, "open lie")).details["reason"] == ImportFault.CRASHED


def test_stops_a_worker_that_another_thread_waits_for(opened: list[PageImages]) -> None:
    pages, is_waiting, refused = open_badly(opened, "open stall"), Event(), Event()
    pages.sizes()

    def wait() -> None:
        is_waiting.set()
        with pytest.raises(UserFacingError):
            pages.draw(PageWish(1, 100))
        refused.set()

    thread = Thread(target=wait)
    thread.start()
    is_waiting.wait()
    pages.stop()
    thread.join()
    assert refused.is_set()
    assert refusal_of(pages).details["reason"] == ImportFault.CRASHED


def passage(text: str, words: str, citation_id: int, state: PassageState = PassageState.IN_PLACE) -> CitedPassage:
    start = text.index(words)
    return CitedPassage(citation_id, 1, "", UNDATED, Stance.SUPPORTS, words, start, start + len(words), state)


def test_tells_cited_words_by_page_with_the_letters_before_them() -> None:
    text = "On one page.\n\n\fThe ﬁrst – 2 words.\n\nMore\n\n\fof it. End."
    passages = [
        passage(text, "one page", 1),
        passage(text, "words", 2),
        passage(text, "More\n\n\fof it", 3),
        passage(text, "End", 4, PassageState.LOST),
    ]
    assert quotes_by_page(text, passages) == {
        1: (PageQuote(1, "one page", 2),),
        2: (PageQuote(2, "words", 9), PageQuote(3, "More\n\n", 14)),
        3: (PageQuote(3, "of it", 0),),
    }
