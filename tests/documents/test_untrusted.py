"""Files from anybody: harmful ones are refused in one sentence, with little memory, and damaged ones do no harm."""

import tracemalloc
import zipfile
from io import BytesIO

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from planner.answers import Plan
from planner.documents import CannotOpen, open_file, save
from planner.documents.opening import Source
from planner.documents.untrusted import Refused, Why, unpacked
from tests.documents.hostile_files import (
    HOSTILE_FILES,
    MEGABYTE,
    document,
    hostile,
    package,
    sealed_as,
    zipped,
)
from tests.plans.test_versions import FOLDER

WORD, BOOK, SAVED = ((FOLDER / f"1-full.{kind}").read_bytes() for kind in ("docx", "xlsx", "json"))
MOST_MEMORY = 100 * MEGABYTE


@pytest.mark.parametrize("name", HOSTILE_FILES)
def test_it_is_refused_in_one_sentence_with_little_memory(name: str) -> None:
    data = hostile(name)

    tracemalloc.start()
    with pytest.raises(CannotOpen) as refused:
        open_file(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    said = str(refused.value)
    assert HOSTILE_FILES[name].refusal in said
    assert said.endswith(".")
    assert "\n" not in said
    assert len(said) < 250
    assert peak < MOST_MEMORY


@pytest.mark.parametrize(
    ("markup", "why"),
    [
        (b"<!DOCTYPE a><a/>", Why.DECLARES),
        ('<!DOCTYPE a [<!ENTITY b "cccc">]><a b="&b;"/>'.encode("utf-16"), Why.DECLARES),
        (b"\xef\xbb\xbf<!doctype a><a/>", Why.DECLARES),
        (b"<?xml version='1.0' encoding='UTF-7'?>+ADwAIQ-DOCTYPE a+AD4-<a/>", Why.DAMAGED),
        (b"<a>\xff</a>", Why.DAMAGED),
        (b"<a>", Why.DAMAGED),
        (b"", Why.DAMAGED),
        (b"<a>" * 300 + b"</a>" * 300, Why.DAMAGED),
        (b"<a>" + b"<b/>" * 250_000 + b"</a>", Why.MUCH_MARKUP),
        (b"<a " + b" ".join(b"b%d=''" % n for n in range(250_000)) + b"/>", Why.MUCH_MARKUP),
        (b" " * (9 * MEGABYTE), Why.LARGE_PART),
    ],
    ids=[
        "a DTD",
        "an entity in UTF-16",
        "a DTD in small letters",
        "letters that hide it",
        "no letters",
        "cut off",
        "nothing",
        "deep",
        "many elements",
        "many attributes",
        "large",
    ],
)
def test_no_tree_is_built_of_what_could_do_harm(markup: bytes, why: Why) -> None:
    parts = unpacked(package(a_xml=markup))

    with pytest.raises(Refused) as refused:
        parts.tree("a.xml")

    assert refused.value.why is why


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_tree_has_the_words_of_the_part_without_comments(encoding: str) -> None:
    name = encoding.removesuffix("-sig")
    text = f'<?xml version="1.0" encoding="{name}"?><a b="Caffè"><!-- not this -->Tea</a>'

    root = unpacked(package(a_xml=text.encode(encoding))).tree("a.xml")

    assert (root.get("b"), "".join(root.itertext())) == ("Caffè", "Tea")


def test_a_zip_made_here_opens_where_nothing_is_wrong_with_it() -> None:
    data = sealed_as(save(Plan().with_answer("purpose.title", "Better parks")))

    assert open_file(data).plan.purpose.title == "Better parks"


def test_two_thousand_parts_are_read_and_one_more_is_not() -> None:
    parts = [("word/document.xml", document("")), *((f"word/{n}.xml", "") for n in range(1_999))]

    assert len(unpacked(zipped(parts)).names) == 2_000
    with pytest.raises(CannotOpen, match="too many parts"):
        unpacked(zipped([*parts, ("word/more.xml", "")]))


def test_a_part_of_eight_megabytes_is_read_and_a_byte_more_is_not() -> None:
    most = 8 * MEGABYTE

    assert len(unpacked(package(a_xml=b" " * most)).read("a.xml")) == most
    with pytest.raises(CannotOpen, match="too large"):
        unpacked(package(a_xml=b" " * (most + 1))).read("a.xml")


def test_a_file_lets_only_so_much_of_itself_be_read() -> None:
    parts = unpacked(zipped([(f"{n}.xml", b" " * (7 * MEGABYTE)) for n in range(4)]))

    for name in parts.names[:3]:
        parts.read(name)

    with pytest.raises(CannotOpen, match="too large"):
        parts.read(parts.names[3])


@settings(max_examples=150)
@given(st.data())
def test_a_damaged_document_opens_whole_or_is_refused(data: st.DataObject) -> None:
    whole = bytearray(data.draw(st.sampled_from([WORD, BOOK])))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, 3)) == 0
    broken = bytes(whole[: data.draw(st.integers(0, len(whole)))]) if cut else bytes(whole)

    assert _plan_or_sentence(broken) in (open_file(SAVED).plan, "rebuilt", "refused.")


@settings(max_examples=60)
@given(st.data())
def test_a_document_with_one_part_changed_opens_or_is_refused(data: st.DataObject) -> None:
    original = zipfile.ZipFile(BytesIO(data.draw(st.sampled_from([WORD, BOOK]))))
    name = data.draw(st.sampled_from(original.namelist()))
    content = bytearray(original.read(name))
    start = data.draw(st.integers(0, len(content)))
    content[start : start + data.draw(st.integers(0, 60))] = data.draw(st.binary(max_size=60))
    parts: list[tuple[str, bytes | str]] = [
        (one, bytes(content) if one == name else original.read(one)) for one in original.namelist()
    ]

    assert _plan_or_sentence(zipped(parts)) in (open_file(SAVED).plan, "rebuilt", "refused.")


def _plan_or_sentence(data: bytes) -> Plan | str:
    """The plan from a stored copy, whether it was rebuilt from the words, or that a sentence refused it."""
    try:
        opened = open_file(data)
    except CannotOpen as refused:
        return f"refused{str(refused)[-1]}"
    return "rebuilt" if opened.source is Source.TABLE else opened.plan


_NAMES = st.sampled_from(
    [
        "word/document.xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "docProps/custom.xml",
        "customXml/item1.xml",
    ]
) | st.text(max_size=20)
_MARKUP = st.binary(max_size=200) | st.text(alphabet="<>/=\"'&;![]-?ab \n:wrtc", max_size=200).map(str.encode)


@settings(max_examples=150)
@example({"xl/workbook.xml": b"<a/>"})  # a workbook with no list of its sheets
@example({"": b"", "\x00": b""})
@given(st.dictionaries(_NAMES, _MARKUP, max_size=6))
def test_any_zip_is_refused_in_words(parts: dict[str, bytes]) -> None:
    # A ZIP cuts a name off there, and two could become one.
    data = zipped([*{name.replace("\x00", ""): content for name, content in parts.items()}.items()])

    with pytest.raises(CannotOpen) as refused:
        open_file(data)

    assert str(refused.value).endswith(".")
