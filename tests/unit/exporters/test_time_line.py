"""The scale of the time line and what is drawn on it."""

from itertools import pairwise

from exporters.document import Reach, TimeMark
from exporters.html_strip import draw_strip
from exporters.strip_scale import DAY, make_scale, read_ticks
from tests.unit.exporters.samples import START, make_document, make_entry


def test_scaling_breaks_out_a_long_silence() -> None:
    scale = make_scale([START, START + 5 * DAY, START + 800 * DAY, START + 810 * DAY])
    assert [gap.seconds for gap in scale.gaps] == [795 * DAY]
    assert len(scale.clusters) == 2
    assert scale.clusters[-1].right <= 89.0 + 1e-9


def test_scaling_an_even_spread_breaks_nothing() -> None:
    assert make_scale([START + n * 10 * DAY for n in range(20)]).gaps == ()


def test_placing_moments_keeps_their_order() -> None:
    moments = [START + n * n * DAY for n in range(40)]
    places = [make_scale(moments).at(moment) for moment in moments]
    assert places == sorted(places)
    assert places[0] >= 0
    assert places[-1] <= 92


def test_placing_a_moment_in_a_silence_takes_the_nearer_edge() -> None:
    scale = make_scale([START, START + DAY, START + 400 * DAY, START + 401 * DAY])
    assert scale.at(START + 2 * DAY) <= scale.clusters[0].right
    assert scale.at(START + 399 * DAY) >= scale.clusters[1].left


def test_scaling_one_moment_gives_one_cluster() -> None:
    scale = make_scale([START])
    assert scale.clusters[0].left < scale.at(START) < scale.clusters[0].right


def test_labelling_names_the_first_period_and_leaves_room() -> None:
    (cluster,) = make_scale([START + year * 365 * DAY for year in range(7)]).clusters
    ticks = read_ticks(cluster)
    assert ticks[0].text == "2023"
    assert ticks[0].is_main
    assert all(after.at - before.at >= 5 for before, after in pairwise(ticks[1:]))


def test_labelling_days_before_the_calendar_of_the_library_gives_no_label() -> None:
    (cluster,) = make_scale([-(10**15), -(10**15) + DAY]).clusters
    assert read_ticks(cluster) == ()


def test_drawing_thousands_of_entries_heaps_them() -> None:
    times = [TimeMark(START + n * DAY, START + n * DAY + 1, Reach.POINT) for n in range(3000)]
    document = make_document(*(make_entry(n + 1, time=time, notes=()) for n, time in enumerate(times)))
    drawn = draw_strip(document)
    assert 20 < drawn.count('class="heap"') < 80


def test_drawing_many_bars_turns_them_into_glyphs() -> None:
    times = [TimeMark(START + n * DAY, START + (n + 9) * DAY, Reach.SPAN) for n in range(200)]
    document = make_document(*(make_entry(n + 1, time=time, notes=()) for n, time in enumerate(times)))
    assert 'class="bar"' not in draw_strip(document)


def test_drawing_dates_of_antiquity_and_the_far_future_stays_inside() -> None:
    times = [TimeMark(-(10**12), -(10**12) + 1, Reach.POINT), TimeMark(10**13, 10**13 + 1, Reach.POINT)]
    document = make_document(*(make_entry(n + 1, time=time, notes=()) for n, time in enumerate(times)))
    assert "nan" not in draw_strip(document)


def test_drawing_a_title_with_mark_up_escapes_it() -> None:
    entries = (make_entry(1, title="<script>"), make_entry(2, notes=(), place="<b>"))
    assert "<script>" not in draw_strip(make_document(*entries))
    assert "<b>" not in draw_strip(make_document(*entries))
