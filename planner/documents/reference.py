"""How our Word documents look: the empty document, with its styles, that the words are put into."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

PLUM = "6E2A62"
INK = "2A1B2E"
SOFT = "5E4F61"
LINE = "8A7A8C"
BAND = "FAF6F0"
PANEL = "F5EFE6"
MARIGOLD = "F2A93B"

BULLETS, NUMBERS, TICKS = 0, 1, 2
"""The three kinds of list, as numbering.xml knows them."""

A4_WIDTH, A4_HEIGHT = 11906, 16838
"""Of a page, in twentieths of a point."""

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Print(StrEnum):
    """How large the letters are: 12 points or more, 18 or more, or 16 beside the pictures of Easy Read."""

    STANDARD = "standard"
    LARGE = "large"
    EASY = "easy"


@dataclass(frozen=True, slots=True)
class Look:
    """Sizes of letters in points, of everything else in twentieths of a point."""

    words: float
    heading_1: float
    heading_2: float
    heading_3: float
    title: float
    label: float
    subtitle: float
    margin: int
    line: int
    """Height of a line, 240 being single."""
    table_line: int
    after: int
    """Room below a paragraph."""
    indent: int
    """How far the words of a list stand in."""
    foot: int
    """Room below the words of a page."""
    small: float
    """The smallest letters: the time it takes to read, and what stands above a column of Easy Read."""

    @property
    def text_width(self) -> int:
        """From margin to margin."""
        return A4_WIDTH - 2 * self.margin


LOOKS = {
    Print.STANDARD: Look(
        words=12,
        heading_1=20,
        heading_2=16,
        heading_3=13,
        title=30,
        label=13,
        subtitle=15,
        margin=1247,
        line=300,
        table_line=264,
        after=180,
        indent=420,
        foot=1247,
        small=12,
    ),
    Print.LARGE: Look(
        words=18,
        heading_1=28,
        heading_2=23,
        heading_3=20,
        title=36,
        label=20,
        subtitle=22,
        margin=1077,
        line=336,
        table_line=312,
        after=240,
        indent=600,
        foot=1247,
        small=18,
    ),
    Print.EASY: Look(
        words=16,
        heading_1=24,
        heading_2=20,
        heading_3=18,
        title=30,
        label=16,
        subtitle=18,
        margin=1134,
        line=336,
        table_line=336,
        after=220,
        indent=520,
        foot=1247,
        small=14,
    ),
}
PICTURE = 2041
"""How wide a picture of Easy Read is: 3.6 centimetres, in twentieths of a point."""
SMALL_PICTURE = 1474
"""The same beside a box to tick: 2.6 centimetres."""
TO_TICK = 1300
"""How wide the column of boxes to tick is."""
CALLOUT_COLOURS = {
    "note": (PANEL, PLUM),
    "good-idea": ("E2F3EF", "0B6156"),
    "look-again": ("FDF1D8", "7A4B00"),
    "shut-out": ("FCEBE7", "A3231A"),
}
"""Of each kind of callout: what lies under its words, and the bar beside them."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What words are put on: an empty docx, and what whoever writes on it must know."""

    package: bytes
    look: Look
    fill: str = PLUM
    """The colour behind the header of a table, on which white can be read."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Styles that go by another name than ours."""
    lists: int = 0
    """How many kinds of list stand before ours, and the number of the last list."""
    has_footer: bool = False


def our_paper(size: Print) -> Paper:
    """Paper in our own look."""
    return Paper(reference(size), LOOKS[size])


@cache
def reference(size: Print) -> bytes:
    """An empty docx with our styles, lists and settings, in British English."""
    look = LOOKS[size]
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, content in (
            ("[Content_Types].xml", _CONTENT_TYPES),
            ("_rels/.rels", _PACKAGE_LINKS),
            ("docProps/core.xml", _CORE),
            ("word/_rels/document.xml.rels", _DOCUMENT_LINKS),
            ("word/document.xml", _document(look)),
            ("word/styles.xml", _styles(look)),
            ("word/numbering.xml", _numbering(look)),
            ("word/settings.xml", _SETTINGS),
            ("word/fontTable.xml", _FONTS),
            ("word/theme/theme1.xml", _THEME),
            ("word/footer1.xml", f'<w:ftr xmlns:w="{_MAIN}"/>'),
        ):
            parts.writestr(zipfile.ZipInfo(name), _HEAD + content)
    return package.getvalue()


def _document(look: Look) -> str:
    edges = f'w:top="{look.margin}" w:right="{look.margin}" w:bottom="{look.foot}" w:left="{look.margin}"'
    return (
        f'<w:document xmlns:w="{_MAIN}"><w:body>'
        f'<w:sectPr><w:footerReference xmlns:r="{_OFFICE}" w:type="default" r:id="rId4"/>'
        f'<w:pgSz w:w="{A4_WIDTH}" w:h="{A4_HEIGHT}"/>'
        f'<w:pgMar {edges} w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


# --- styles -------------------------------------------------------------------------------------------------


def _styles(look: Look) -> str:
    return (
        f'<w:styles xmlns:w="{_MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>'
        '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
        f'<w:color w:val="{INK}"/>{_size(look.words)}<w:lang w:val="en-GB"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        f"{_spacing(0, look.after, look.line)}</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
        f"{_TABLE_STYLES}{_cover_styles(look)}{_heading_styles(look)}{_word_styles(look)}{_table_words(look)}"
        f"{_callout_styles()}"
        '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:qFormat/>'
        "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        f'<w:rPr><w:color w:val="{PLUM}"/><w:u w:val="single"/></w:rPr></w:style>'
        "</w:styles>"
    )


def _cover_styles(look: Look) -> str:
    """Three paragraphs that read as one band: without the same fill and edges, Word draws lines between."""
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="{width}" w:space="{room}" w:color="{colour}"/>'
        for side, width, room, colour in (
            ("top", 48, 10, PLUM),
            ("left", 72, 14, MARIGOLD),
            ("bottom", 48, 12, PLUM),
            ("right", 48, 10, PLUM),
        )
    )
    # Edges stand outside the words: 14 + 9 points on the left, 10 + 6 on the right.
    band = f'<w:pBdr>{edges}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{PLUM}"/>'
    inset = '<w:ind w:left="460" w:right="320"/>'
    white = '<w:color w:val="FFFFFF"/>'
    return (
        _style(
            "CoverLabel",
            "Cover Label",
            following="Title",
            paragraph=f"<w:keepNext/>{band}{_spacing(0, 0, 276)}{inset}",
            letters=f"<w:b/><w:bCs/>{white}{_size(look.label)}",
        )
        + _style(
            "Title",
            "Title",
            following="Subtitle",
            # As a heading of the first level it is in Word's navigation pane, and a heading in a PDF.
            paragraph=f'<w:keepNext/>{band}{_spacing(60, 80, 264)}{inset}<w:outlineLvl w:val="0"/>',
            letters=f"<w:b/><w:bCs/>{white}{_size(look.title)}",
        )
        + _style(
            "Subtitle",
            "Subtitle",
            following="Normal",
            paragraph=f"{band}{_spacing(0, 0, 276)}{inset}",
            letters=f"{white}{_size(look.subtitle)}",
        )
    )


def _heading_styles(look: Look) -> str:
    rule = f'<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="3" w:color="{PLUM}"/></w:pBdr>'
    plum = f'<w:b/><w:bCs/><w:color w:val="{PLUM}"/>'
    kept = "<w:keepNext/><w:keepLines/>"
    return (
        "".join(
            _style(
                f"Heading{level}",
                f"heading {level}",
                following="Normal",
                paragraph=f'{kept}{edge}{_spacing(before, after, 264)}<w:outlineLvl w:val="{level - 1}"/>',
                letters=f"{plum}{_size(size)}",
            )
            for level, size, before, after, edge in (
                (1, look.heading_1, 480, 200, rule),
                (2, look.heading_2, 360, 110, ""),
                (3, look.heading_3, 280, 80, ""),
            )
        )
        + _style(
            "TOCHeading",
            "TOC Heading",
            following="Normal",
            paragraph=f"{kept}{rule}{_spacing(480, 200, 264)}",
            letters=f"{plum}{_size(look.heading_1)}",
        )
        + _style("TOC1", "toc 1", paragraph=f"<w:keepNext/>{_spacing(100, 40, 264)}", letters=plum)
        + _style(
            "TOC2", "toc 2", paragraph=f'<w:keepNext/>{_spacing(0, 40, 264)}<w:ind w:left="{look.indent}"/>'
        )
    )


def _word_styles(look: Look) -> str:
    small_gap = round(look.after * 0.45)
    return (
        _style("ListParagraph", "List Paragraph", paragraph=_spacing(0, small_gap, look.line))
        + _style("PlanPicture", "Plan Picture", paragraph=_spacing(60, look.after, 240))
        + _style(
            "ReadingTime",
            "Reading Time",
            paragraph=_spacing(0, look.after, look.line),
            letters=f'<w:color w:val="{SOFT}"/>{_size(look.small)}',
        )
        + _style("Footer", "footer", paragraph=_spacing(0, 0, 240), letters=f'<w:color w:val="{SOFT}"/>')
    )


def _table_words(look: Look) -> str:
    bold = "<w:b/><w:bCs/>"
    tight = _spacing(0, 0, look.table_line)
    return (
        _style("TableWords", "Table Words", paragraph=tight)
        # A colour in a paragraph's style wins over the table's, so the header has a style of its own.
        + _style(
            "TableHeading",
            "Table Heading",
            paragraph=f"<w:keepNext/>{tight}",
            letters=f'{bold}<w:color w:val="FFFFFF"/>',
        )
        + _style("EasyWords", "Easy Words", paragraph=_spacing(0, 0, look.table_line))
        + _style("EasyPicture", "Easy Picture", paragraph=_spacing(0, 0, 240))
        + _style(
            "EasyTick",
            "Easy Tick",
            paragraph=_spacing(0, 0, 240),
            letters=f'<w:rFonts w:ascii="Segoe UI Symbol" w:hAnsi="Segoe UI Symbol"/>{_size(look.title)}',
        )
        + _style(
            "EasyHeading",
            "Easy Heading",
            paragraph=f"<w:keepNext/>{_spacing(0, 0, 240)}",
            letters=f'<w:color w:val="{SOFT}"/>{_size(look.small)}',
        )
        + _style("TableNumber", "Table Number", based_on="TableWords", paragraph='<w:jc w:val="right"/>')
        + _style(
            "TableCaption",
            "caption",
            following="Normal",
            paragraph=f"<w:keepNext/><w:keepLines/>{_spacing(200, 90, 264)}",
            letters=bold,
        )
        + _style(
            "RecordName",
            "Record Name",
            following="RecordWords",
            paragraph=f"<w:keepNext/><w:keepLines/>{_spacing(240, 60, look.table_line)}",
            letters=f'{bold}<w:color w:val="{PLUM}"/>',
        )
        + _style(
            "RecordWords",
            "Record Words",
            paragraph=f'<w:keepLines/>{_spacing(0, 60, look.table_line)}<w:ind w:left="{look.indent}"/>',
        )
    )


def _callout_styles() -> str:
    return "".join(
        _style(
            f"Callout-{kind}",
            f"Callout {kind.replace('-', ' ')}",
            paragraph=(
                f"<w:keepLines/><w:pBdr>{_edge('top', fill, 6)}{_edge('left', bar, 12, 36)}"
                f"{_edge('bottom', fill, 6)}{_edge('right', fill, 8)}</w:pBdr>"
                f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>{_spacing(120, 120, 288)}'
                '<w:ind w:left="330" w:right="180"/>'
            ),
        )
        for kind, (fill, bar) in CALLOUT_COLOURS.items()
    )


def _edge(side: str, colour: str, room: int, width: int = 8) -> str:
    return f'<w:{side} w:val="single" w:sz="{width}" w:space="{room}" w:color="{colour}"/>'


def _style(
    identity: str,
    name: str,
    *,
    based_on: str = "Normal",
    following: str = "",
    paragraph: str = "",
    letters: str = "",
) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based_on}"/>'
        + (f'<w:next w:val="{following}"/>' if following else "")
        + f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )


def _spacing(before: int, after: int, line: int) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def _size(points: float) -> str:
    halves = round(points * 2)
    return f'<w:sz w:val="{halves}"/><w:szCs w:val="{halves}"/>'


_CELLS = '<w:top w:w="70" w:type="dxa"/><w:left w:w="100" w:type="dxa"/><w:bottom w:w="70" w:type="dxa"/>'
_TABLE_STYLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="table" w:styleId="PlanTable"><w:name w:val="Plan Table"/>'
    '<w:basedOn w:val="TableNormal"/>'
    "<w:qFormat/><w:tblPr><w:tblBorders>"
    f'<w:top w:val="single" w:sz="8" w:space="0" w:color="{PLUM}"/>'
    f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{PLUM}"/>'
    f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/></w:tblBorders>'
    f'<w:tblCellMar>{_CELLS}<w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="table" w:styleId="EasyTable"><w:name w:val="Easy Table"/>'
    '<w:basedOn w:val="TableNormal"/>'
    "<w:qFormat/><w:tblPr><w:tblBorders>"
    f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/></w:tblBorders><w:tblCellMar>'
    '<w:top w:w="140" w:type="dxa"/><w:left w:w="60" w:type="dxa"/>'
    '<w:bottom w:w="140" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)

# --- lists --------------------------------------------------------------------------------------------------


def _numbering(look: Look) -> str:
    bullet, square = ("•", "–", "•"), ("☐", "☐", "☐")
    return (
        f'<w:numbering xmlns:w="{_MAIN}">'
        + _kind_of_list(BULLETS, "bullet", bullet, look, f'<w:color w:val="{PLUM}"/>')
        + _kind_of_list(NUMBERS, "decimal", ("%1.", "%2.", "%3."), look, "")
        # Arial has no box; these do, on Windows, on a Mac and on Linux.
        + _kind_of_list(
            TICKS, "bullet", square, look, '<w:rFonts w:ascii="Segoe UI Symbol" w:hAnsi="Segoe UI Symbol"/>'
        )
        + "</w:numbering>"
    )


def _kind_of_list(identity: int, form: str, signs: tuple[str, ...], look: Look, letters: str) -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{sign}"/>'
        '<w:lvlJc w:val="left"/><w:pPr>'
        f'<w:ind w:left="{look.indent * (depth + 1)}" w:hanging="{look.indent}"/></w:pPr>'
        f"<w:rPr>{letters}</w:rPr></w:lvl>"
        for depth, sign in enumerate(signs)
    )
    return (
        f'<w:abstractNum w:abstractNumId="{identity}"><w:multiLevelType w:val="multilevel"/>'
        f"{levels}</w:abstractNum>"
    )


# --- the rest of the package --------------------------------------------------------------------------------

_SETTINGS = (
    f'<w:settings xmlns:w="{_MAIN}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:compat>'
    + "".join(
        f'<w:compatSetting w:name="{name}"'
        f' w:uri="http://schemas.microsoft.com/office/word" w:val="{setting}"/>'
        for name, setting in (
            # 15 is today's Word: anything less and the window says "Compatibility Mode".
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
    + '</w:compat><w:themeFontLang w:val="en-GB"/>'
    '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
)
_CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    + "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for part, kind in (
            ("styles", "styles"),
            ("numbering", "numbering"),
            ("settings", "settings"),
            ("footer1", "footer"),
            ("fontTable", "fontTable"),
        )
    )
    + '<Override PartName="/word/theme/theme1.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
    '<Override PartName="/docProps/core.xml"'
    ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_PACKAGE_LINKS = (
    f'<Relationships xmlns="{_LINKS}">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_LINKS}/metadata/core-properties" Target="docProps/core.xml"/>'
    "</Relationships>"
)
_DOCUMENT_LINKS = (
    f'<Relationships xmlns="{_LINKS}">'
    + "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}.xml"/>'
        for number, (kind, target) in enumerate(
            (
                ("styles", "styles"),
                ("numbering", "numbering"),
                ("settings", "settings"),
                ("footer", "footer1"),
                ("fontTable", "fontTable"),
                ("theme", "theme/theme1"),
            ),
            start=1,
        )
    )
    + "</Relationships>"
)
_FONTS = (
    f'<w:fonts xmlns:w="{_MAIN}"><w:font w:name="Arial"><w:panose1 w:val="020B0604020202020204"/>'
    '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
)
_PALETTE = {
    "dk1": INK,
    "lt1": "FFFFFF",
    "dk2": PLUM,
    "lt2": PANEL,
    "accent1": PLUM,
    "accent2": "0B6156",
    "accent3": "B26A00",
    "accent4": "A3231A",
    "accent5": SOFT,
    "accent6": MARIGOLD,
    "hlink": PLUM,
    "folHlink": SOFT,
}
_PLAIN_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_PLAIN_LINE = f'<a:ln w="9525">{_PLAIN_FILL}</a:ln>'
_PLAIN_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
# The colours Word offers whoever works on in the document.
_THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Doing With">'
    "<a:themeElements>"
    '<a:clrScheme name="Doing With">'
    + "".join(f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>' for name, colour in _PALETTE.items())
    + '</a:clrScheme><a:fontScheme name="Doing With">'
    + "".join(
        f'<a:{font}><a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/></a:{font}>'
        for font in ("majorFont", "minorFont")
    )
    + '</a:fontScheme><a:fmtScheme name="Doing With">'
    f"<a:fillStyleLst>{_PLAIN_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_PLAIN_LINE * 3}</a:lnStyleLst>"
    f"<a:effectStyleLst>{_PLAIN_EFFECT * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_PLAIN_FILL * 3}</a:bgFillStyleLst>"
    "</a:fmtScheme></a:themeElements></a:theme>"
)
_CORE = (
    "<cp:coreProperties"
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
)
