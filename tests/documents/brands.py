"""Word files such as organisations have, made here: with their colours, without styles, and some that mean harm."""

import io
import zipfile
from collections.abc import Mapping

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt, RGBColor
from PIL import Image

WHOLE = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"


def brand(
    colour: str = "0B4F6C",
    font: str = "Georgia",
    points: float = 12,
    *,
    logo: bool = True,
    foot: str = "Northfield Leisure",
) -> bytes:
    """A letterhead: a colour for headings, a font, a logo in the header, words in the footer."""
    document = Document()
    document.styles["Normal"].font.name = font
    document.styles["Normal"].font.size = Pt(points)
    for name in ("Heading 1", "Heading 2", "Heading 3", "Title"):
        document.styles[name].font.color.rgb = RGBColor.from_string(colour)
    document.add_heading("Their own words, which we leave out", 1)
    document.add_paragraph("One", style="List Number")
    section = document.sections[0]
    if logo:
        section.header.paragraphs[0].add_run().add_picture(_logo(colour), height=Pt(30))
    if foot:
        section.footer.paragraphs[0].text = foot
    return _saved(document)


def bare() -> bytes:
    """A file whose styles are gone, but for the plainest; no header, no footer."""
    document = Document()
    for style in list(document.styles):
        if style.type != WD_STYLE_TYPE.PARAGRAPH or style.name != "Normal":
            style.delete()
    return _saved(document)


def changed(docx: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The same file with some of its parts in the place of what was there, or added."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(docx)) as held,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in held.namelist():
            if name not in parts:
                made.writestr(name, held.read(name))
        for name, content in parts.items():
            made.writestr(name, content)
    return packed.getvalue()


def part(docx: bytes, name: str) -> str:
    """A part of a file as text."""
    with zipfile.ZipFile(io.BytesIO(docx)) as held:
        return held.read(name).decode()


def of_type(docx: bytes, kind: str) -> bytes:
    """The same file, said to be of another kind."""
    types = part(docx, "[Content_Types].xml").replace(DOCUMENT, kind)
    return changed(docx, {"[Content_Types].xml": types.encode()})


def linked(docx: bytes, owner: str, kind: str, target: str) -> bytes:
    """The same file with a link to somewhere else."""
    folder, _, file = owner.rpartition("/")
    link = f'<Relationship Id="rId99" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="External"/>'
    whole = f'<Relationships xmlns="{WHOLE}">{link}</Relationships>'
    return changed(docx, {f"{folder}/_rels/{file}.rels": whole.encode()})


def _logo(colour: str) -> io.BytesIO:
    drawn = io.BytesIO()
    Image.new("RGB", (120, 60), f"#{colour}").save(drawn, "PNG")
    drawn.seek(0)
    return drawn


def _saved(document: object) -> bytes:
    held = io.BytesIO()
    document.save(held)  # type: ignore[attr-defined]  # python-docx does not name the class that it makes
    return held.getvalue()
