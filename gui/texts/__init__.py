"""Every word that people read, by enum or code. Below gui there are only enums and codes."""

from gui.texts.changes import operation_text, redo_text, shorten, undo_text
from gui.texts.fields import csl_field_text, field_problem_text, field_text
from gui.texts.problems import Message, problem_text
from gui.texts.words import (
    confidence_text,
    creator_text,
    entity_text,
    incidents_text,
    link_text,
    locator_line,
    locator_text,
    method_text,
    quoted_text,
    source_type_text,
    stance_text,
    status_hint,
    status_text,
)

__all__ = [
    "Message",
    "confidence_text",
    "creator_text",
    "csl_field_text",
    "entity_text",
    "field_problem_text",
    "field_text",
    "incidents_text",
    "link_text",
    "locator_line",
    "locator_text",
    "method_text",
    "operation_text",
    "problem_text",
    "quoted_text",
    "redo_text",
    "shorten",
    "source_type_text",
    "stance_text",
    "status_hint",
    "status_text",
    "undo_text",
]
