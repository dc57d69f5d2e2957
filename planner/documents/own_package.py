"""An empty Word file put together from somebody's look and from our own parts."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import quoteattr

from planner.documents.package import unpacked
from planner.documents.reference import Print, reference

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OUR_FOOTER = "word/our_footer.xml"
PICTURES = {
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "bmp": "image/bmp",
    "tif": "image/tiff", "tiff": "image/tiff", "emf": "image/x-emf", "wmf": "image/x-wmf", "svg": "image/svg+xml",
}  # fmt: skip
"""The kinds of picture that a header can have, by how their names end."""

Link = tuple[str, str, str]
"""Id, kind (header or footer) and name of a part."""


def put_together(
    parts: Mapping[str, bytes], page: str, links: Sequence[Link], *, odd_and_even: bool
) -> bytes:
    """A docx without a word in it. `page` is its section, which refers to the links; our footer fills a gap."""
    held = unpacked(reference(Print.STANDARD))
    footer = held.pop("word/footer1.xml")
    has_footer = any(kind == "footer" for _, kind, _ in links)
    held |= parts
    # Ids of their own, so that they never meet those of the headers.
    lines = (
        held["word/_rels/document.xml.rels"]
        .decode()
        .replace('Id="rId', 'Id="ours')
        .replace("footer1.xml", _OUR_FOOTER.removeprefix("word/"))
    )
    types = held["[Content_Types].xml"].decode().replace("/word/footer1.xml", f"/{_OUR_FOOTER}")
    if has_footer:
        lines = lines.replace(_line("ours4", "footer", _OUR_FOOTER), "")
        types = types.replace(_override(_OUR_FOOTER, "footer"), "")
    else:
        held[_OUR_FOOTER] = footer
        reference_ = f'<w:footerReference xmlns:r="{_OFFICE}" w:type="default" r:id="ours4"/>'
        first = page.index("<w:pgSz")
        page = f"{page[:first]}{reference_}{page[first:]}"
    new_lines = "".join(_line(*link) for link in links)
    new_types = "".join(_override(name, kind) for _, kind, name in sorted(set(links), key=lambda one: one[2]))
    endings = sorted({name.rpartition(".")[2].lower() for name in parts} & set(PICTURES))
    defaults = "".join(
        f'<Default Extension="{ending}" ContentType="{PICTURES[ending]}"/>' for ending in endings
    )
    held["word/_rels/document.xml.rels"] = lines.replace(
        "</Relationships>", f"{new_lines}</Relationships>"
    ).encode()
    held["[Content_Types].xml"] = (
        types.replace("<Override", f"{defaults}<Override", 1)
        .replace("</Types>", f"{new_types}</Types>")
        .encode()
    )
    held["word/document.xml"] = f'<w:document xmlns:w="{_MAIN}"><w:body>{page}</w:body></w:document>'.encode()
    if odd_and_even:
        held["word/settings.xml"] = held["word/settings.xml"].replace(
            b"<w:compat>", b"<w:evenAndOddHeaders/><w:compat>"
        )
    return _packed(held)


def _line(identity: str, kind: str, name: str) -> str:
    target = quoteattr(name.removeprefix("word/"))
    return f'<Relationship Id="{identity}" Type="{_OFFICE}/{kind}" Target={target}/>'


def _override(name: str, kind: str) -> str:
    return f'<Override PartName="/{name}" ContentType="{_TYPE}.{kind}+xml"/>'


def _packed(parts: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as rewritten:
        for name, content in parts.items():
            rewritten.writestr(zipfile.ZipInfo(name), content)
    return packed.getvalue()
