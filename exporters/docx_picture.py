"""The timeline's drawing in a Word document: a picture in the line, as wide as the text at most.

DrawingML, ECMA-376 part 1 §20.4.2.8 (inline) and §20.2 (picture).
"""

from exporters.document import Picture
from exporters.docx_xml import escape

MEDIA = "media/timeline.png"
_EMU_PER_PX = 9_525  # at 96 px an inch
# The text of an A4 page with margins of 25 mm, and what stays of its height under the title.
_MOST_WIDE, _MOST_HIGH = 5_760_720, 7_560_000
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


def picture_run(picture: Picture, relationship: str) -> str:
    """The run that shows the picture behind a relationship id; its words are the alternative text."""
    wide, high = _extent(picture)
    words = escape(picture.words)
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{wide}" cy="{high}"/><wp:docPr id="1" name="Timeline" descr="{words}"/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_DRAWING}/main" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="1" name="Timeline" descr="{words}"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def _extent(picture: Picture) -> tuple[int, int]:
    """Width and height in EMU: as drawn, or as large as the page allows."""
    wide, high = picture.width * _EMU_PER_PX, picture.height * _EMU_PER_PX
    scale = min(1.0, _MOST_WIDE / wide, _MOST_HIGH / high)
    return round(wide * scale), round(high * scale)
