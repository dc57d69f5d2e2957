"""Whatever people type, our files run nothing, load nothing from elsewhere and work nothing out that is not ours."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import PurePosixPath
from xml.etree import ElementTree as ET

import openpyxl
import pytest

from planner.answers import Plan
from planner.documents import Document, Form, MadeFile, file_name, fitting, make, text_of
from planner.documents.bundle import bundle, bundle_name
from planner.pack import Pack, prepare
from tests.hostile.corpus import BY_AIM, CORPUS, DOORS, alone, through_every_door
from tests.pages.filled import filled
from tests.plans.test_examples import TODAY

PLANS = {
    **{f"alone-{number}": plan for number, plan in enumerate(alone())},
    "every door": through_every_door(),
}
TYPED = re.compile(r"evil\.example|/etc/passwd|javascript:|vbscript:", re.IGNORECASE)
RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
FIELD = re.compile(r"<w:instrText[^>]*>([^<]*)<")
SAFE_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.(docx|xlsx|txt|html|json|ics|zip|pdf)")
SAFE_TAGS = {
    *(
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "header",
        "main",
        "footer",
        "nav",
        "section",
        "article",
    ),
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "dl", "dt", "dd", "br", "hr", "span", "div"),
    *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "colgroup", "col"),
    *("strong", "em", "b", "i", "a", "blockquote", "code", "pre", "small", "label", "input"),
    *("img", "figure", "svg", "path", "circle", "rect", "line", "g"),
}
WORKED_OUT = "5041"  # 71 * 71


def test_there_are_enough_hostile_things_and_every_one_goes_through_a_door_alone() -> None:
    typed = {text for plan in alone() for text in _typed(plan)}

    assert len(CORPUS) >= 200
    assert len(alone()) * DOORS >= len(CORPUS)
    assert len([words for words in CORPUS if words in typed]) >= 200  # the rest is cleaned where it comes in


@pytest.fixture(params=list(PLANS.values()), ids=list(PLANS), scope="module")
def pack(request: pytest.FixtureRequest) -> Pack:
    """One hostile plan, prepared."""
    plan: Plan = request.param
    return prepare(plan, today=TODAY)


@pytest.fixture(scope="module")
def everything(pack: Pack) -> dict[str, bytes]:
    """All its files, as they come out of the ZIP."""
    with zipfile.ZipFile(io.BytesIO(bundle(pack).data)) as files:
        assert len(set(files.namelist())) == len(files.namelist())
        return {name: files.read(name) for name in files.namelist()}


@cache
def calm(document: Document, form: Form) -> MadeFile:
    """The same file of a plan with words that nobody would worry about."""
    return make(document, prepare(filled(), today=TODAY), form)


def test_every_file_of_every_form_is_safe(pack: Pack, everything: dict[str, bytes]) -> None:
    made = {PurePosixPath(name).name: data for name, data in everything.items()}

    faults = [
        f"{document.key}, {form.value}: {fault}"
        for document in fitting(pack)
        for form in document.forms
        for name in [file_name(document, pack, form)]
        for fault in CHECKS[form](MadeFile(name, form.mime, made[name]), calm(document, form))
    ]

    assert not faults, "\n".join(faults[:20])


def test_no_template_is_worked_out(pack: Pack) -> None:
    texts = [text_of(document, pack) for document in fitting(pack)]

    assert not [text for text in texts if WORKED_OUT in text]
    assert not [text for text in texts if "root:x:0" in text]


@pytest.mark.parametrize("typed", BY_AIM["templates"][:2])
def test_a_template_that_was_typed_stays_as_it_was_typed(typed: str) -> None:
    pack = prepare(filled([typed]), today=TODAY)

    text = make(fitting(pack)[0], pack, Form.TEXT).data.decode()

    assert typed in text


def test_names_of_files_hold_nothing_but_letters_digits_and_hyphens() -> None:
    names = [
        name
        for words in CORPUS
        for pack in [prepare(Plan().with_answer("purpose.title", words), today=TODAY)]
        for name in [
            bundle_name(pack),
            *(file_name(document, pack, form) for document in fitting(pack) for form in document.forms),
        ]
    ]

    assert not [name for name in names if not SAFE_NAME.fullmatch(name)]


def test_a_zip_unpacks_into_its_own_folders(everything: dict[str, bytes]) -> None:
    names = list(everything)

    assert not [name for name in names if not SAFE_NAME.fullmatch(PurePosixPath(name).name)]
    assert not [name for name in names if len(PurePosixPath(name).parts) > 2 or name.startswith(("/", "."))]
    assert not list(_unsafe_in_page(everything["index.html"].decode(), set(names)))


def _office(made: MadeFile, calm: MadeFile) -> Iterator[str]:
    """No part of a Word or Excel file leads or reaches out, and nothing in it runs."""
    with (
        zipfile.ZipFile(io.BytesIO(made.data)) as parts,
        zipfile.ZipFile(io.BytesIO(calm.data)) as calm_parts,
    ):
        if strange := {_sort(name) for name in parts.namelist()} - {
            _sort(name) for name in calm_parts.namelist()
        }:
            yield f"holds {sorted(strange)}"
        for name in parts.namelist():
            words = parts.read(name)
            if name.endswith((".xml", ".rels")):
                ET.fromstring(words)  # noqa: S314  we made it, and it has to be sound
            if name.endswith(".rels"):
                yield from _outside(name, words)
            if name.endswith(".xml") and name.startswith("word/"):
                yield from (
                    f"{name} has a field {code}"
                    for code in FIELD.findall(words.decode())
                    if TYPED.search(code)
                )


def _outside(name: str, words: bytes) -> Iterator[str]:
    for link in ET.fromstring(words).iter(RELATIONSHIPS):  # noqa: S314  we made it
        if link.get("TargetMode") == "External" and not link.get("Type", "").endswith("/hyperlink"):
            yield f"{name} loads {link.get('Target')}"
        if TYPED.search(link.get("Target", "")):
            yield f"{name} leads to {link.get('Target')}"


def _workbook(made: MadeFile, calm: MadeFile) -> Iterator[str]:
    yield from _office(made, calm)
    if strange := _formulas(made) - _formulas(calm):
        yield f"works out {sorted(strange)[:5]}"
    for sheet in openpyxl.load_workbook(io.BytesIO(made.data)):
        for row in sheet.iter_rows():
            for cell in row:
                if cell.hyperlink and TYPED.search(cell.hyperlink.target or ""):
                    yield f"{cell.coordinate} leads to {cell.hyperlink.target}"


def _formulas(made: MadeFile) -> set[str]:
    """What is worked out in a workbook, whatever the number of the row."""
    return {
        re.sub(r"\d+", "N", str(cell.value))
        for sheet in openpyxl.load_workbook(io.BytesIO(made.data))
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def _page(made: MadeFile, _calm: MadeFile) -> Iterator[str]:
    yield from _unsafe_in_page(made.data.decode(), set())


def _unsafe_in_page(text: str, our_files: set[str]) -> Iterator[str]:
    reader = _Reader(our_files)
    reader.feed(text)
    reader.close()
    yield from reader.faults


class _Reader(HTMLParser):
    """Reads a page as a browser does, and writes down what could run or reach out."""

    def __init__(self, our_files: set[str]) -> None:
        super().__init__()
        self.our_files = our_files
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in SAFE_TAGS:
            self.faults.append(f"<{tag}>")
        for name, value in attrs:
            words = value or ""
            if name.startswith("on") or name in {"srcdoc", "formaction", "action", "http-equiv", "srcset"}:
                self.faults.append(f"<{tag} {name}={words}>")
            if name == "style" and "url(" in words:
                self.faults.append(f"<{tag} style={words}>")
            if name == "src" and not words.startswith("data:image/"):
                self.faults.append(f"<{tag} src={words}>")
            if (
                name == "href"
                and words not in self.our_files
                and not words.startswith(("#", "http://", "https://"))
            ):
                self.faults.append(f"<{tag} href={words}>")
            if name in {"href", "src"} and TYPED.search(words):
                self.faults.append(f"<{tag} {name}={words}>")


def _text(made: MadeFile, _calm: MadeFile) -> Iterator[str]:
    text = made.data.decode()
    strange = sorted({letter for letter in text if letter < " " and letter not in "\n\t\r"})
    if strange:
        yield f"holds control characters {strange}"


def _calendar(made: MadeFile, calm: MadeFile) -> Iterator[str]:
    """No line of a calendar is of a kind that ours are not, so nothing typed has begun a line of its own."""
    yield from _text(made, calm)
    if strange := _kinds_of_lines(made) - _kinds_of_lines(calm):
        yield f"has lines {sorted(strange)}"


def _kinds_of_lines(made: MadeFile) -> set[str]:
    unfolded = made.data.decode().replace("\r\n ", "")
    return {re.split("[:;]", line, maxsplit=1)[0] for line in unfolded.split("\r\n")}


def _saved(made: MadeFile, _calm: MadeFile) -> Iterator[str]:
    if re.search(rb"[\x00-\x09\x0b-\x1f]", made.data):
        yield "holds control characters"


def _sort(name: str) -> str:
    return re.sub(r"\d+", "N", name)


def _typed(plan: Plan) -> Iterator[str]:
    for step in plan.model_dump().values():
        if isinstance(step, dict):
            yield from (answer for answer in step.values() if isinstance(answer, str))
    yield from (one.title for one in plan.methods.activities)


# A form without a check here fails with its name: say what would be unsafe in it.
CHECKS: dict[Form, Callable[[MadeFile, MadeFile], Iterator[str]]] = {
    Form.WORD: _office,
    Form.LARGE_PRINT: _office,
    Form.EASY_READ: _office,
    Form.TEXT: _text,
    Form.PAGE: _page,
    Form.WORKBOOK: _workbook,
    Form.CALENDAR: _calendar,
    Form.SAVED: _saved,
}
