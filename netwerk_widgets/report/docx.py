"""A small text document for Word and its kin: headings, paragraphs and tables of two columns.

A .docx is a zip of a few XML files (ECMA-376, Office Open XML). Written here in the small, so that no library of 15 MB
has to be installed for one page. Every text is escaped; nothing in the file refers to the outside.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from xml.sax.saxutils import escape

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""Characters that XML has no place for."""

_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>'
)
_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_DOCUMENT_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
)


class Document:
    """A document that is written from top to bottom.

    >>> document = Document("nl-NL")
    >>> document.heading("Leerlogboek")
    >>> document.paragraph("Een alinea")
    >>> document.bytes()[:2]
    b'PK'
    """

    def __init__(self, language: str) -> None:
        self._language = language
        self._body: list[str] = []

    def heading(self, text: str, level: int = 1) -> None:
        """A heading of level 1 or 2."""
        self._body.append(_paragraph(text, f"Heading{level}"))

    def paragraph(self, text: str) -> None:
        """A paragraph; a line break stays one."""
        self._body.append(_paragraph(text))

    def table(self, rows: Iterable[tuple[str, str]]) -> None:
        """A table of two columns: what it is, in bold, and what there is to say."""
        cells = "".join(
            f"<w:tr>{_cell(2600, _paragraph(name, bold=True))}{_cell(6400, _paragraph(text))}</w:tr>"
            for name, text in rows
        )
        edges = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="B8C4CE"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        look = f'<w:tblPr><w:tblW w:w="9000" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders></w:tblPr>'
        grid = '<w:tblGrid><w:gridCol w:w="2600"/><w:gridCol w:w="6400"/></w:tblGrid>'
        self._body.append(f"<w:tbl>{look}{grid}{cells}</w:tbl>")
        self._body.append(_paragraph(""))

    def bytes(self) -> bytes:
        """The file."""
        page = (
            '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
            '<w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/>'
            "</w:sectPr>"
        )
        body = "".join(self._body)
        parts = {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": _RELATIONS,
            "word/document.xml": f'{_HEAD}<w:document xmlns:w="{_W}"><w:body>{body}{page}</w:body></w:document>',
            "word/styles.xml": _styles(self._language),
            "word/_rels/document.xml.rels": _DOCUMENT_RELATIONS,
        }
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in parts.items():
                about = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))  # the same log is the same file
                about.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(about, text.encode("utf-8"))
        return buffer.getvalue()


def _cell(width: int, inner: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{inner}</w:tc>'


def _paragraph(text: str, style: str = "", *, bold: bool = False) -> str:
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    lines = [f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in _BAD.sub("", text).split("\n")]
    return f"<w:p>{look}<w:r>{weight}{'<w:br/>'.join(lines)}</w:r></w:p>"


def _styles(language: str) -> str:
    headings = "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/>'
        f'<w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>'
        for level, size in ((1, 36), (2, 26))
    )
    return (
        f'{_HEAD}<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>'
        '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/>'
        f'<w:lang w:val="{escape(language)}"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f'<w:pPr><w:spacing w:after="80"/></w:pPr></w:style>{headings}</w:styles>'
    )
