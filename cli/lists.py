"""What `list` shows: each incident, source or citation as plain values and as one line."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cli.texts import count_text, showable
from dates import DateStyle, UncertainDate, format_date
from models.snapshots import IncidentFilter
from services.chronology import get_rows, list_incidents
from services.incident_cards import get_citations
from services.project import Project
from services.sources import get_source_rows, list_source_ids

PAGE = 500
Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ListKind:
    """One kind of list: its items that a filter shows (of sources, its words alone count), and an item as a line."""

    items: Callable[[Project, IncidentFilter], Iterator[Values]]
    line: Callable[[Values], str]


def list_incident_values(project: Project, wanted: IncidentFilter) -> Iterator[Values]:
    ids = list_incidents(project, wanted).ids
    for start in range(0, len(ids), PAGE):
        for row in get_rows(project, ids[start : start + PAGE]):
            yield {
                "id": row.id,
                "title": row.title,
                "date": _date_values(row.date),
                "status": row.status.value,
                "place": row.place,
                "tags": [tag.name for tag in row.tags],
                "citations": row.citation_count,
                "contradicting": row.contradicting_count,
            }


def list_source_values(project: Project, wanted: IncidentFilter) -> Iterator[Values]:
    ids = list_source_ids(project, text=wanted.text)
    for start in range(0, len(ids), PAGE):
        for row in get_source_rows(project, ids[start : start + PAGE]):
            yield {
                "id": row.id,
                "type": row.type.value,
                "title": row.title,
                "creators": row.creators,
                "publisher": row.publisher,
                "published": _date_values(row.published),
                "protected": row.protected,
                "captures": row.capture_count,
                "citations": row.citation_count,
            }


def list_citation_values(project: Project, wanted: IncidentFilter) -> Iterator[Values]:
    ids = list_incidents(project, wanted).ids
    for start in range(0, len(ids), PAGE):
        page = ids[start : start + PAGE]
        cited = get_citations(project, page)
        for row in get_rows(project, page):
            for line in cited.get(row.id, ()):
                yield {
                    "id": line.id,
                    "incident_id": row.id,
                    "incident": row.title,
                    "source_id": line.source_id,
                    "source": line.source_label,
                    "locator_label": line.locator_label.value,
                    "locator": line.locator,
                    "quote": line.quote,
                    "stance": line.stance.value,
                    "note": line.note,
                }


def incident_line(item: Values) -> str:
    place = f", {item['place']}" if item["place"] else ""
    cited = count_text(item["citations"], "citation")
    return showable(f"{item['date']['text']:<34}  {item['title']}{place} ({item['status']}, {cited})")


def source_line(item: Values) -> str:
    made = f"{item['creators']}: " if item["creators"] else ""
    mark = ", protected" if item["protected"] else ""
    cited = count_text(item["citations"], "citation")
    return showable(f"{item['published']['text']:<18}  {made}{item['title']} ({item['type']}, {cited}{mark})")


def citation_line(item: Values) -> str:
    where = f", {item['locator_label']} {item['locator']}" if item["locator"] else ""
    quote = f": “{item['quote']}”" if item["quote"] else ""
    return showable(f"{item['incident']} | {item['stance']} | {item['source']}{where}{quote}")


def _date_values(date: UncertainDate) -> dict[str, str]:
    text = format_date(date, DateStyle.SHORT)
    return {"edtf": date.edtf, "text": text, "as_written": date.as_written, "time_zone": date.time_zone}


LISTS: Mapping[str, ListKind] = {
    "incidents": ListKind(list_incident_values, incident_line),
    "sources": ListKind(list_source_values, source_line),
    "citations": ListKind(list_citation_values, citation_line),
}
