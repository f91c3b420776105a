"""XML of strangers as a tree: no DTD, no entities, nothing fetched, libxml2's own limits on depth and size kept on.

Imports lxml, so only readers that are loaded late may import this module.
"""

from lxml import etree

from importers.zip_guard import refuse, refuse_size
from models.enums import ImportFault

# A Word file of this many tags takes about 700 MB of the worker's 1 GB.
MAX_TAGS = 1_200_000


def parse_xml(data: bytes) -> etree._Element:
    """The root of `data`. Raises UserFacingError IMPORT_TOO_LARGE, IMPORT_UNREADABLE "too-deep" or "malformed"."""
    if data.count(b"<") > MAX_TAGS:  # counted before the parser builds anything
        refuse_size()
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        refuse(ImportFault.TOO_DEEP if "depth" in str(error) else ImportFault.MALFORMED)
    if root.getroottree().docinfo.internalDTD is not None:  # neither format allows one; entities need one
        refuse(ImportFault.MALFORMED)
    return root


def local_name(element: etree._Element) -> str:
    """The tag without its namespace: the strict and the transitional form of a format differ in that alone."""
    return str(element.tag).rpartition("}")[2]
