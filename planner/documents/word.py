"""The Word file: our Markdown as a designed, accessible docx, in standard or large print."""

import io
import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from types import MappingProxyType
from typing import Any
from xml.sax.saxutils import escape as _in_xml
from xml.sax.saxutils import quoteattr

from docx import Document
from docx.image.image import Image as Drawing
from docx.opc.constants import CONTENT_TYPE, NAMESPACE, RELATIONSHIP_TYPE
from docx.opc.packuri import CONTENT_TYPES_URI, PackURI
from docx.oxml.parser import parse_xml
from docx.parts.image import ImagePart

from planner.documents.columns import is_too_wide, widths_of
from planner.documents.found import DOCUMENT
from planner.documents.markup import (
    Block,
    Callout,
    CalloutKind,
    Contents,
    Cover,
    Heading,
    Image,
    Inline,
    LineBreak,
    ListBlock,
    ListKind,
    PageBreak,
    Paragraph,
    Table,
    Text,
    Words,
    plain,
    read,
)
from planner.documents.package import in_utc, one_line, packed
from planner.documents.reference import (
    BAND,
    BULLETS,
    NUMBERS,
    PANEL,
    PICTURE,
    SMALL_PICTURE,
    TICKS,
    TO_TICK,
    Look,
    Paper,
    Print,
    our_paper,
)

__all__ = ["Print", "word"]

_CONTENT_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<Types xmlns="{NAMESPACE.OPC_CONTENT_TYPES}">'
    f'<Default Extension="rels" ContentType="{CONTENT_TYPE.OPC_RELATIONSHIPS}"/>'
    f'<Default Extension="xml" ContentType="{CONTENT_TYPE.XML}"/>'
)
_NO_PICTURES: Mapping[str, bytes] = MappingProxyType({})


def word(
    text: Words,
    *,
    title: str,
    saved: datetime,
    size: Print = Print.STANDARD,
    description: str = "",
    pictures: Mapping[str, bytes] = _NO_PICTURES,
    reading: str = "",
    paper: Paper | None = None,
) -> bytes:
    """Make a docx of our Markdown; the same words, title and moment always give the same bytes.

    `saved` is when the plan was last changed (UTC if it names no zone). `pictures` are PNG or JPEG files
    under the names the Markdown has for them. `reading` stands below the cover. `paper` is somebody's own style,
    for letters of this size. Raises MarkupError for Markdown that is not ours, KeyError for
    a missing picture.
    """
    paper = paper or our_paper(size)
    document = Document(io.BytesIO(paper.package))
    writer = _Writer(paper, size, document.part, pictures, reading)
    blocks = "".join(writer.blocks(read(text)))
    for numbers in parse_xml(_in_namespaces("numbering", "".join(writer.numbering))):
        document.part.numbering_part.element.append(numbers)
    if not paper.has_footer:
        for element in parse_xml(_in_namespaces("ftr", _footer(one_line(title), paper.look))):
            document.sections[0].footer._element.append(element)  # noqa: SLF001  python-docx has no other door
    _describe(document.core_properties, one_line(title), one_line(description), saved)
    parts = _parts(document)
    parts[DOCUMENT] = _with(parts[DOCUMENT], blocks)
    return packed(parts, saved)


def _with(document: bytes, blocks: str) -> bytes:
    """The page of a paper with these blocks on it. Only the page is parsed, as the blocks are by far the most."""
    start, body, page = document.partition(b"<w:body>")
    if not body:
        raise ValueError("a paper has no body")
    return start + f"<w:body {_NAMESPACES}>{blocks}".encode() + page


def _parts(document: Any) -> dict[str, bytes]:
    """Every part of the file, which python-docx would press, only for us to press it again."""
    package = document.part.package
    parts = {"_rels/.rels": package.rels.xml}
    kinds = []
    for part in package.iter_parts():
        parts[part.partname.membername] = part.blob
        name, kind = quoteattr(part.partname), quoteattr(part.content_type)
        kinds.append(f"<Override PartName={name} ContentType={kind}/>")
        if part.rels:
            parts[part.partname.rels_uri.membername] = part.rels.xml
    parts[CONTENT_TYPES_URI.membername] = f"{_CONTENT_TYPES}{''.join(kinds)}</Types>".encode()
    return parts


@dataclass
class _Writer:
    """Turns blocks into WordprocessingML, handing out the numbers that must be unique in a file."""

    paper: Paper
    size: Print
    part: Any
    pictures: Mapping[str, bytes]
    reading: str
    numbering: list[str] = field(default_factory=list)
    _lists: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    _drawings: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    _put_in: dict[str, tuple[str, Drawing]] = field(default_factory=dict)
    _on_new_page: bool = False
    _needs_room: bool = False

    @property
    def look(self) -> Look:
        """Sizes of what is written."""
        return self.paper.look

    def blocks(self, blocks: Sequence[Block]) -> Iterator[str]:
        """Every block in turn; a page break, and the room below a table, belong to the block that follows."""
        headings = [block for block in blocks if isinstance(block, Heading)]
        bookmarks = itertools.count(1)
        for block, following in zip(blocks, [*blocks[1:], None], strict=True):
            match block:
                case Cover():
                    yield from self._cover(block)
                    yield from self._reading_time()
                case Heading(level, inline):
                    # Said here too, because a style of somebody else may not say it.
                    runs = _bookmark(next(bookmarks), self._runs(inline))
                    yield self._paragraph(f"Heading{level}", runs, kept=True)
                case Paragraph(inline):
                    # "This is how:" does not end a page.
                    leads_in = plain(inline).endswith(":") and isinstance(following, ListBlock | Table)
                    yield self._paragraph(_style_for(inline), self._runs(inline), kept=leads_in or None)
                case ListBlock():
                    yield from self._list(block)
                case Callout():
                    yield from self._callout(block)
                case Table():
                    yield from self._table(block)
                case Contents(heading):
                    yield from self._contents(heading, headings)
                case PageBreak():
                    pass
            self._on_new_page = isinstance(block, PageBreak)
            self._needs_room = isinstance(block, Table) or (isinstance(block, Cover) and not self.reading)

    # Paragraphs

    def _paragraph(
        self, style: str, runs: str, *, kept: bool | None = None, number: str = "", inset: str = ""
    ) -> str:
        """One paragraph; `kept` with the next one, or not although its style says so."""
        is_close = self._needs_room and style in _CLOSE_TO_ABOVE
        properties = (
            (f'<w:pStyle w:val="{self.paper.names.get(style, style)}"/>' if style else "")
            + _KEPT[kept]
            + ("<w:pageBreakBefore/>" if self._on_new_page else "")
            + number
            + (f'<w:spacing w:before="{self.look.after + 60}"/>' if is_close else "")
            + ('<w:spacing w:before="0"/>' if self._on_new_page and not is_close else "")
            + inset
        )
        self._on_new_page = self._needs_room = False
        return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"

    def _cover(self, cover: Cover) -> Iterator[str]:
        for style, inline in (
            ("CoverLabel", cover.label),
            ("Title", cover.title),
            ("Subtitle", cover.subtitle),
        ):
            if plain(inline).strip():
                yield self._paragraph(style, self._runs(inline, on_plum=True))

    def _reading_time(self) -> Iterator[str]:
        if self.reading:
            self._needs_room = True
            yield self._paragraph("ReadingTime", _run(self.reading))

    def _list(self, block: ListBlock, depth: int = 0) -> Iterator[str]:
        number = self._new_list(block, depth)
        for place, item in enumerate(block.items):
            # The first two items stay together and so do the last two: no page holds one of them alone.
            is_kept = len(block.items) > 1 and place in (0, len(block.items) - 2)
            for position, inside in enumerate(item):
                if isinstance(inside, ListBlock):
                    yield from self._list(inside, min(depth + 1, 2))
                    continue
                is_first = position == 0
                yield self._paragraph(
                    "ListParagraph",
                    self._runs(inside.inline),
                    kept=is_kept or None,
                    number=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
                    if is_first
                    else "",
                    inset="" if is_first else f'<w:ind w:left="{self.look.indent * (depth + 1)}"/>',
                )

    def _new_list(self, block: ListBlock, depth: int) -> int:
        """Each list has numbers of its own, or it would go on counting where the last one stopped."""
        kind = {ListKind.BULLETS: BULLETS, ListKind.NUMBERS: NUMBERS, ListKind.TICKS: TICKS}[block.kind]
        number = next(self._lists) + self.paper.lists
        kind += self.paper.lists
        start = f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="{block.start}"/></w:lvlOverride>'
        self.numbering.append(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kind}"/>'
            f"{start if block.kind is ListKind.NUMBERS else ''}</w:num>"
        )
        return number

    def _callout(self, callout: Callout) -> Iterator[str]:
        last = len(callout.paragraphs) - 1
        for position, paragraph in enumerate(callout.paragraphs):
            yield self._paragraph(
                f"Callout-{callout.kind}", self._runs(paragraph.inline), kept=position < last or None
            )

    def _contents(self, heading: str, headings: Sequence[Heading]) -> Iterator[str]:
        """Entries ready made and no page numbers, so that Word need not ask to update anything on opening."""
        yield self._paragraph("TOCHeading", _run(heading))
        entries = [
            (number, found) for number, found in enumerate(headings, start=1) if found.level <= _IN_CONTENTS
        ]
        if len(entries) > _LONGEST_CONTENTS:
            entries = [(number, found) for number, found in entries if found.level == 1]
        for position, (number, found) in enumerate(entries):
            is_last = position == len(entries) - 1
            words = _run(plain(found.inline))
            link = f'<w:hyperlink w:anchor="_Toc{number:06}" w:history="1">{words}</w:hyperlink>'
            yield self._paragraph(
                f"TOC{found.level}",
                (_CONTENTS_BEGIN if position == 0 else "") + link + (_FIELD_END if is_last else ""),
                kept=False if is_last else None,
            )

    # Tables

    def _table(self, table: Table) -> Iterator[str]:
        if table.easy:
            yield self._pictured(table)
            return
        if table.caption:
            yield self._paragraph("TableCaption", _run(table.caption), kept=True)
        if self.size is not Print.STANDARD and is_too_wide(table, self.look.text_width, self.look.words):
            yield from self._records(table)
        else:
            yield self._grid(table)

    def _grid(self, table: Table) -> str:
        widths = widths_of(table, self.look.text_width, self.look.words)
        rows = [self._row(table, row, place, widths) for place, row in enumerate(table.rows)]
        return (
            '<w:tbl><w:tblPr><w:tblStyle w:val="PlanTable"/>'
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f'<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="{int(table.total)}"'
            f' w:firstColumn="{int(table.names_rows)}" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
            + (f'<w:tblCaption w:val="{_attribute(table.caption)}"/>' if table.caption else "")
            + "</w:tblPr><w:tblGrid>"
            + "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
            + f"</w:tblGrid>{self._head(table, widths)}{''.join(rows)}</w:tbl>"
        )

    def _head(self, table: Table, widths: Sequence[int]) -> str:
        cells = "".join(
            _cell(
                width,
                self._paragraph(
                    "TableHeading",
                    self._runs(inline, on_plum=True) or _run("–"),
                    inset='<w:jc w:val="right"/>' if is_number else "",
                ),
                fill=self.paper.fill,
                at="bottom",
            )
            for inline, width, is_number in zip(table.head, widths, table.numeric, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"

    def _row(self, table: Table, row: Sequence[Inline], place: int, widths: Sequence[int]) -> str:
        last = len(table.rows) - 1
        is_total = table.total and place == last
        # The first rows stay with their header and the last rows together, so no page holds one row alone.
        kept = place != last and (place < _KEPT_AT_TOP or place >= last - _KEPT_AT_BOTTOM)
        is_box = table.fill_in and len(row) == 1
        height = round(self.look.words * (_BOX if is_box else _LINE_TO_WRITE_ON)) if table.fill_in else 0
        fill = PANEL if is_total else BAND if place % 2 and not table.fill_in else ""
        cells = "".join(
            _cell(
                width,
                self._paragraph(
                    "TableNumber" if is_number else "TableWords",
                    self._runs(inline, bold=is_total or (column == 0 and table.names_rows), room=width - 200)
                    or _run("\u00a0" if table.fill_in else "–"),
                    kept=kept or None,
                ),
                fill=fill,
                rule=self.paper.fill if is_total or is_box else "",
                box=is_box,
            )
            for column, (inline, width, is_number) in enumerate(zip(row, widths, table.numeric, strict=True))
        )
        tall = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
        return f"<w:tr><w:trPr><w:cantSplit/>{tall}</w:trPr>{cells}</w:tr>"

    def _pictured(self, table: Table) -> str:
        """Easy Read: the picture on the left, the words in the middle of its height, and a box to tick."""
        tick = TO_TICK if len(table.head) > len(("picture", "words")) else 0
        room = SMALL_PICTURE if tick else PICTURE
        picture = room + 160
        widths = [width for width in (picture, self.look.text_width - picture - tick, tick) if width]
        styles = ("EasyPicture", "EasyWords", "EasyTick")
        last = len(table.rows) - 1
        is_short = len(table.rows) <= _EASY_ON_ONE_PAGE
        rows = [
            "".join(
                _cell(
                    width,
                    self._paragraph(
                        style,
                        self._runs(inline, room=room),
                        # A short topic is on one page; no page begins or ends with one row of a long one.
                        kept=(place < last and (is_short or place in (0, last - 1))) or None,
                        inset="" if style == "EasyWords" else _IN_THE_MIDDLE,
                    ),
                    at="center",
                )
                for inline, width, style in zip(row, widths, styles, strict=False)
            )
            for place, row in enumerate(table.rows)
        ]
        head = "".join(
            _cell(
                width,
                self._paragraph(
                    "EasyHeading", self._runs(inline), inset=_IN_THE_MIDDLE if column != 1 else ""
                ),
            )
            for column, (inline, width) in enumerate(zip(table.head, widths, strict=True))
        )
        return (
            '<w:tbl><w:tblPr><w:tblStyle w:val="EasyTable"/>'
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
            f' w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="{_attribute(table.caption)}"/></w:tblPr>'
            "<w:tblGrid>"
            + "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
            + f"</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"
            + "".join(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>" for cells in rows)
            + "</w:tbl>"
        )

    def _records(self, table: Table) -> Iterator[str]:
        """A table too wide for large print, as one small list for each row."""
        for row in table.rows:
            name, *rest = row
            lines = [
                (label, inline)
                for label, inline in zip(table.head[1:], rest, strict=True)
                if table.fill_in or plain(inline).strip()
            ]
            # Where people are to write, the line says what; elsewhere a dash says that there is nothing.
            nothing = f"{plain(table.head[0])}:" if table.fill_in else "–"
            yield self._paragraph("RecordName", self._runs(name) or _run(nothing))
            for position, (label, inline) in enumerate(lines):
                yield self._paragraph(
                    "RecordWords",
                    f"{_run(f'{plain(label)}: ', bold=True)}{self._runs(inline)}",
                    kept=position < len(lines) - 1 or None,
                )

    # Lines

    def _runs(self, inline: Inline, *, bold: bool = False, on_plum: bool = False, room: int = 0) -> str:
        return "".join(
            _LINE_BREAK
            if isinstance(piece, LineBreak)
            else self._picture(piece, room or self.look.text_width)
            if isinstance(piece, Image)
            else self._text(piece, bold=bold, on_plum=on_plum)
            for piece in inline
        )

    def _text(self, piece: Text, *, bold: bool, on_plum: bool) -> str:
        # Plum words on the plum band would vanish: there a link keeps the white of its line.
        style = "Hyperlink" if piece.link and not on_plum else ""
        run = _run(piece.words, bold=bold or piece.bold, style=style)
        if not piece.link:
            return run
        link = self.part.relate_to(piece.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return f'<w:hyperlink r:id="{link}" w:history="1">{run}</w:hyperlink>'

    def _picture(self, image: Image, room: int) -> str:
        """A picture at its own size, or as wide as the room it has."""
        link, picture = self._put_in.get(image.name) or self._add(image.name)
        width = min(int(picture.width), room * _EMU)
        height = round(int(picture.height) * width / int(picture.width))
        number, name, alt = next(self._drawings), _attribute(image.name), _attribute(image.alt)
        return (
            '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{width}" cy="{height}"/>'
            f'<wp:docPr id="{number}" name="{name}" descr="{alt}"/>'
            '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
            '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
            f'<pic:nvPicPr><pic:cNvPr id="{number}" name="{name}" descr="{alt}"/>'
            "<pic:cNvPicPr/></pic:nvPicPr>"
            f'<pic:blipFill><a:blip r:embed="{link}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
            "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )

    def _add(self, name: str) -> tuple[str, Drawing]:
        """Put a picture into the file. We know them apart by their names; python-docx would compare each with all."""
        picture = _drawing(self.pictures[name])
        address = PackURI(f"/word/media/our-picture-{len(self._put_in) + 1}.{picture.ext}")
        link = self.part.relate_to(ImagePart.from_image(picture, address), RELATIONSHIP_TYPE.IMAGE)
        self._put_in[name] = link, picture
        return self._put_in[name]


@lru_cache(maxsize=100)
def _drawing(data: bytes) -> Drawing:
    """A picture with its size. Easy Read has one set of pictures, which are looked at once and not for each paper."""
    return Drawing.from_blob(data)


# --- small pieces of WordprocessingML -----------------------------------------------------------------------

_KEPT = {None: "", True: "<w:keepNext/>", False: '<w:keepNext w:val="0"/>'}
_CLOSE_TO_ABOVE = {
    "",
    "ListParagraph",
    "TableCaption",
    "PlanPicture",
    "ReadingTime",
    *(f"Callout-{kind}" for kind in CalloutKind),
}
_IN_CONTENTS = 2
_LONGEST_CONTENTS = (
    30  # lines; a longer one has headings of the first level only, as it fills more than a page
)
_BOX, _LINE_TO_WRITE_ON = 150, 80
"""How high room to write is, in twentieths of the height of the letters."""
_EASY_ON_ONE_PAGE = 3
"""Rows of Easy Read that are worth keeping together with their heading."""
_IN_THE_MIDDLE = '<w:jc w:val="center"/>'
_KEPT_AT_TOP, _KEPT_AT_BOTTOM = 1, 2
_EMU = 635
"""English Metric Units, in which pictures are measured, in a twentieth of a point."""
_LINE_BREAK = "<w:r><w:br/></w:r>"
_FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def _field_begin(instruction: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


_CONTENTS_BEGIN = _field_begin(r'TOC \o "1-2" \n \h \z')


def _run(words: str, *, bold: bool = False, style: str = "") -> str:
    unbroken = words.replace("\n", " ")
    manner = (f'<w:rStyle w:val="{style}"/>' if style else "") + ("<w:b/><w:bCs/>" if bold else "")
    return (
        f"<w:r>{f'<w:rPr>{manner}</w:rPr>' if manner else ''}"
        f'<w:t xml:space="preserve">{_in_xml(unbroken)}</w:t></w:r>'
    )


def _bookmark(number: int, runs: str) -> str:
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="_Toc{number:06}"/>{runs}<w:bookmarkEnd w:id="{number}"/>'
    )


def _cell(
    width: int, paragraph: str, *, fill: str = "", at: str = "", rule: str = "", box: bool = False
) -> str:
    """`rule` is the colour of a line above, or round all of it where it is a box."""
    edges = ("top", "left", "bottom", "right") if box else ("top",)
    lines = "".join(
        f'<w:{edge} w:val="single" w:sz="12" w:space="0" w:color="{rule}"/>' for edge in edges if rule
    )
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
        + (f"<w:tcBorders>{lines}</w:tcBorders>" if lines else "")
        + (f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else "")
        + (f'<w:vAlign w:val="{at}"/>' if at else "")
        + f"</w:tcPr>{paragraph}</w:tc>"
    )


def _style_for(inline: Inline) -> str:
    """A picture alone in its line has a style of its own; plain words have none but Normal."""
    return "PlanPicture" if all(isinstance(piece, Image) for piece in inline) else ""


def _footer(title: str, look: Look) -> str:
    """The title on the left, "Page x of y" on the right, or below it where it leaves no room."""
    page = (
        f"{_run('Page ')}{_field_begin('PAGE')}{_run('1')}{_FIELD_END}"
        f"{_run(' of ')}{_field_begin('NUMPAGES')}{_run('1')}{_FIELD_END}"
    )
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{look.text_width}"/></w:tabs>'
    named = f"{_run(_shortened(title, _letters_beside_page(look)))}<w:r><w:tab/></w:r>" if title else ""
    return f'<w:p><w:pPr><w:pStyle w:val="Footer"/>{tab}</w:pPr>{named}{page}</w:p>'


def _letters_beside_page(look: Look) -> int:
    """Of a wide font; "Page 12 of 34" and a gap take nine heights of a letter."""
    return int((look.text_width / 20 / look.words - 9) / 0.62)


def _shortened(title: str, letters: int) -> str:
    """As many whole words as fit."""
    if len(title) <= letters:
        return title
    return f"{title[:letters].rpartition(' ')[0] or title[:letters]}…"


def _attribute(words: str) -> str:
    return _in_xml(words, {'"': "&quot;", "\n": " "})


def _in_namespaces(name: str, inside: str) -> str:
    return f"<w:{name} {_NAMESPACES}>{inside}</w:{name}>"


_NAMESPACES = " ".join(
    f'xmlns:{prefix}="http://schemas.openxmlformats.org/{place}"'
    for prefix, place in (
        ("w", "wordprocessingml/2006/main"),
        ("r", "officeDocument/2006/relationships"),
        ("wp", "drawingml/2006/wordprocessingDrawing"),
        ("a", "drawingml/2006/main"),
        ("pic", "drawingml/2006/picture"),
    )
)


def _describe(properties: Any, title: str, description: str, saved: datetime) -> None:
    properties.title = title[:_LONGEST_PROPERTY]
    properties.comments = description[:_LONGEST_PROPERTY]
    properties.author = properties.last_modified_by = "Doing With"
    properties.language = "en-GB"
    properties.created = properties.modified = in_utc(saved)


_LONGEST_PROPERTY = 255
"""Letters that python-docx takes for a property."""
