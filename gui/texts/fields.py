"""Names of the fields of a project, an incident and a source, among them the CSL variables of each source type."""

from PySide6.QtCore import QCoreApplication

from gui.texts.mark import QT_TRANSLATE_NOOP
from models.enums import SourceType

FIELD = {
    "title": QT_TRANSLATE_NOOP("fields", "Title"),
    "subtitle": QT_TRANSLATE_NOOP("fields", "Subtitle"),
    "description": QT_TRANSLATE_NOOP("fields", "Description"),
    "body": QT_TRANSLATE_NOOP("fields", "Text"),
    "note": QT_TRANSLATE_NOOP("fields", "Note"),
    "date": QT_TRANSLATE_NOOP("fields", "Date"),
    "status": QT_TRANSLATE_NOOP("fields", "Status"),
    "confidence": QT_TRANSLATE_NOOP("fields", "Confidence"),
    "marked": QT_TRANSLATE_NOOP("fields", "Key mark"),
    "place": QT_TRANSLATE_NOOP("fields", "Place"),
    "tags": QT_TRANSLATE_NOOP("fields", "Tags"),
    "add_tags": QT_TRANSLATE_NOOP("fields", "Tags"),
    "remove_tags": QT_TRANSLATE_NOOP("fields", "Tags"),
    "roles": QT_TRANSLATE_NOOP("fields", "People and organisations"),
    "type": QT_TRANSLATE_NOOP("fields", "Type"),
    "creators": QT_TRANSLATE_NOOP("fields", "Names"),
    "container_title": QT_TRANSLATE_NOOP("fields", "Published in"),
    "publisher": QT_TRANSLATE_NOOP("fields", "Publisher"),
    "published": QT_TRANSLATE_NOOP("fields", "Published"),
    "accessed": QT_TRANSLATE_NOOP("fields", "Accessed"),
    "archived": QT_TRANSLATE_NOOP("fields", "Archived"),
    "url": QT_TRANSLATE_NOOP("fields", "Web address"),
    "archive_url": QT_TRANSLATE_NOOP("fields", "Archive address"),
    "language": QT_TRANSLATE_NOOP("fields", "Language"),
    "fields": QT_TRANSLATE_NOOP("fields", "Details"),
    "protected": QT_TRANSLATE_NOOP("fields", "Protection"),
    "cover_name": QT_TRANSLATE_NOOP("fields", "Cover name"),
    "republishes_id": QT_TRANSLATE_NOOP("fields", "Republishes"),
    "unconfirmed": QT_TRANSLATE_NOOP("fields", "Details from the file"),
    "kind": QT_TRANSLATE_NOOP("fields", "Kind"),
    "name": QT_TRANSLATE_NOOP("fields", "Name"),
    "colour": QT_TRANSLATE_NOOP("fields", "Colour"),
    "quote": QT_TRANSLATE_NOOP("fields", "Quote"),
    "locator": QT_TRANSLATE_NOOP("fields", "Locator"),
    "locator_label": QT_TRANSLATE_NOOP("fields", "Locator"),
    "stance": QT_TRANSLATE_NOOP("fields", "Stance"),
    "passage": QT_TRANSLATE_NOOP("fields", "Passage"),
    "source_id": QT_TRANSLATE_NOOP("fields", "Source"),
    "from_id": QT_TRANSLATE_NOOP("fields", "Incident"),
    "to_id": QT_TRANSLATE_NOOP("fields", "Incident"),
}
CSL_FIELD = {
    "abstract": QT_TRANSLATE_NOOP("fields", "Abstract"),
    "archive": QT_TRANSLATE_NOOP("fields", "Archive"),
    "archive-place": QT_TRANSLATE_NOOP("fields", "Archive's place"),
    "archive_collection": QT_TRANSLATE_NOOP("fields", "Collection"),
    "archive_location": QT_TRANSLATE_NOOP("fields", "Place in archive"),
    "authority": QT_TRANSLATE_NOOP("fields", "Authority"),
    "call-number": QT_TRANSLATE_NOOP("fields", "Call number"),
    "chapter-number": QT_TRANSLATE_NOOP("fields", "Chapter"),
    "citation-key": QT_TRANSLATE_NOOP("fields", "Citation key"),
    "collection-number": QT_TRANSLATE_NOOP("fields", "Number in series"),
    "collection-title": QT_TRANSLATE_NOOP("fields", "Series"),
    "container-title": QT_TRANSLATE_NOOP("fields", "Published in"),
    "container-title-short": QT_TRANSLATE_NOOP("fields", "Published in (short)"),
    "dimensions": QT_TRANSLATE_NOOP("fields", "Length or size"),
    "division": QT_TRANSLATE_NOOP("fields", "Division"),
    "DOI": QT_TRANSLATE_NOOP("fields", "DOI"),
    "edition": QT_TRANSLATE_NOOP("fields", "Edition"),
    "event-place": QT_TRANSLATE_NOOP("fields", "Place of the occasion"),
    "event-title": QT_TRANSLATE_NOOP("fields", "Occasion"),
    "genre": QT_TRANSLATE_NOOP("fields", "Kind"),
    "ISBN": QT_TRANSLATE_NOOP("fields", "ISBN"),
    "ISSN": QT_TRANSLATE_NOOP("fields", "ISSN"),
    "issue": QT_TRANSLATE_NOOP("fields", "Issue"),
    "jurisdiction": QT_TRANSLATE_NOOP("fields", "Jurisdiction"),
    "keyword": QT_TRANSLATE_NOOP("fields", "Keywords"),
    "medium": QT_TRANSLATE_NOOP("fields", "Medium"),
    "number": QT_TRANSLATE_NOOP("fields", "Number"),
    "number-of-pages": QT_TRANSLATE_NOOP("fields", "Number of pages"),
    "number-of-volumes": QT_TRANSLATE_NOOP("fields", "Number of volumes"),
    "original-publisher": QT_TRANSLATE_NOOP("fields", "First publisher"),
    "original-title": QT_TRANSLATE_NOOP("fields", "Original title"),
    "page": QT_TRANSLATE_NOOP("fields", "Pages"),
    "part-number": QT_TRANSLATE_NOOP("fields", "Part"),
    "part-title": QT_TRANSLATE_NOOP("fields", "Title of the part"),
    "PMID": QT_TRANSLATE_NOOP("fields", "PMID"),
    "printing-number": QT_TRANSLATE_NOOP("fields", "Printing"),
    "publisher-place": QT_TRANSLATE_NOOP("fields", "Publisher's place"),
    "references": QT_TRANSLATE_NOOP("fields", "History of the law or case"),
    "reviewed-title": QT_TRANSLATE_NOOP("fields", "Reviewed work"),
    "scale": QT_TRANSLATE_NOOP("fields", "Scale"),
    "section": QT_TRANSLATE_NOOP("fields", "Section"),
    "source": QT_TRANSLATE_NOOP("fields", "Found in"),
    "status": QT_TRANSLATE_NOOP("fields", "Publication status"),
    "supplement-number": QT_TRANSLATE_NOOP("fields", "Supplement"),
    "title-short": QT_TRANSLATE_NOOP("fields", "Short title"),
    "version": QT_TRANSLATE_NOOP("fields", "Version"),
    "volume": QT_TRANSLATE_NOOP("fields", "Volume"),
    "volume-title": QT_TRANSLATE_NOOP("fields", "Title of the volume"),
}
# Where a type has a better word than the common one.
TYPE_FIELD = {
    (SourceType.ARTICLE_NEWSPAPER, "container_title"): QT_TRANSLATE_NOOP("fields", "Newspaper or site"),
    (SourceType.ARTICLE_MAGAZINE, "container_title"): QT_TRANSLATE_NOOP("fields", "Magazine"),
    (SourceType.ARTICLE_JOURNAL, "container_title"): QT_TRANSLATE_NOOP("fields", "Journal"),
    (SourceType.WEBPAGE, "container_title"): QT_TRANSLATE_NOOP("fields", "Website"),
    (SourceType.POST, "container_title"): QT_TRANSLATE_NOOP("fields", "Platform"),
    (SourceType.POST_WEBLOG, "container_title"): QT_TRANSLATE_NOOP("fields", "Blog"),
    (SourceType.BROADCAST, "container_title"): QT_TRANSLATE_NOOP("fields", "Programme"),
    (SourceType.BROADCAST, "publisher"): QT_TRANSLATE_NOOP("fields", "Broadcaster"),
    (SourceType.CHAPTER, "container_title"): QT_TRANSLATE_NOOP("fields", "Book"),
    (SourceType.LEGAL_CASE, "container_title"): QT_TRANSLATE_NOOP("fields", "Reporter"),
    (SourceType.LEGAL_CASE, "authority"): QT_TRANSLATE_NOOP("fields", "Court"),
    (SourceType.LEGAL_CASE, "number"): QT_TRANSLATE_NOOP("fields", "Case number"),
    (SourceType.LEGISLATION, "container_title"): QT_TRANSLATE_NOOP("fields", "Code or gazette"),
    (SourceType.BILL, "number"): QT_TRANSLATE_NOOP("fields", "Bill number"),
    (SourceType.BILL, "authority"): QT_TRANSLATE_NOOP("fields", "Legislature"),
    (SourceType.HEARING, "authority"): QT_TRANSLATE_NOOP("fields", "Committee"),
    (SourceType.REPORT, "publisher"): QT_TRANSLATE_NOOP("fields", "Institution"),
    (SourceType.REPORT, "number"): QT_TRANSLATE_NOOP("fields", "Report number"),
    (SourceType.THESIS, "publisher"): QT_TRANSLATE_NOOP("fields", "University"),
    (SourceType.SPEECH, "event-title"): QT_TRANSLATE_NOOP("fields", "Occasion"),
    (SourceType.DATASET, "publisher"): QT_TRANSLATE_NOOP("fields", "Data publisher"),
    (SourceType.MOTION_PICTURE, "publisher"): QT_TRANSLATE_NOOP("fields", "Studio or channel"),
}
PROBLEM = {
    "missing": QT_TRANSLATE_NOOP("fields", "is missing"),
    "too_long": QT_TRANSLATE_NOOP("fields", "is too long"),
    "bad_url": QT_TRANSLATE_NOOP("fields", "is not a web address; it begins with http:// or https://"),
    "bad_value": QT_TRANSLATE_NOOP("fields", "cannot be used here"),
    "taken": QT_TRANSLATE_NOOP("fields", "is already in use here"),
}


def field_text(name: str, source_type: SourceType | None = None) -> str:
    """The label of a field by its draft or CSL name; a name without a label is shown as it is."""
    if source_type and (source_type, name) in TYPE_FIELD:
        return QCoreApplication.translate("fields", TYPE_FIELD[source_type, name])
    table = FIELD if name in FIELD else CSL_FIELD
    return QCoreApplication.translate("fields", table[name]) if name in table else name


def csl_field_text(name: str, source_type: SourceType | None = None) -> str:
    """The label of a further CSL variable of a source ("publisher-place" → "Publisher's place")."""
    if source_type and (source_type, name) in TYPE_FIELD:
        return QCoreApplication.translate("fields", TYPE_FIELD[source_type, name])
    return QCoreApplication.translate("fields", CSL_FIELD[name]) if name in CSL_FIELD else name


def field_problem_text(field: str, code: str, source_type: SourceType | None = None) -> str:
    """One sentence for a refused field: "Title is missing."."""
    outer, _, inner = field.partition(".")
    label = csl_field_text(inner, source_type) if outer == "fields" and inner else field_text(outer, source_type)
    said = QCoreApplication.translate("fields", PROBLEM.get(code, PROBLEM["bad_value"]))
    return f"{label} {said}."
