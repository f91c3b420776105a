"""The project's own title, subtitle, language and description."""

from models.changes import RecordKind, Subject
from models.drafts import ProjectPatch
from models.enums import Operation
from models.snapshots import ProjectCard
from services.project import Project


def get_project_card(project: Project) -> ProjectCard:
    """The project's properties."""
    with project.read() as connection:
        row = connection.exec_driver_sql(
            "SELECT uuid, title, subtitle, language, description, created_at FROM project"
        ).one()
    return ProjectCard(*row)


def edit_project(project: Project, patch: ProjectPatch, *, burst: str = "", initiator: object | None = None) -> None:
    """Write the given properties."""
    subject = Subject(RecordKind.PROJECT, 1, patch.sole_field())
    with project.change(Operation.EDIT_PROJECT, subject=subject, burst=burst, initiator=initiator) as change:
        change.update(RecordKind.PROJECT, 1, patch.given())
