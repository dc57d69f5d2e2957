"""Everything in one ZIP: each file that fits the plan, the page that leads to them, and the same bytes each time."""

import io
import re
import zipfile
from datetime import date
from functools import cache
from pathlib import Path

from hypothesis import given, settings

from planner.answers import Plan
from planner.documents import DOCUMENTS, Readers, fitting, make, open_plan
from planner.documents.bundle import FOLDERS, INDEX, bundle
from planner.pack import Pack, prepare
from tests.plans.strategies import plans

TODAY = date(2026, 11, 23)
EXAMPLE = Path(__file__).parents[2] / "examples" / "changing-rooms.json"


def test_it_holds_every_document_in_every_form_and_nothing_else() -> None:
    pack = _pack()

    files = _everything()

    made = {
        f"{FOLDERS[one.readers]}/{file.name}": file.data
        for one in fitting(pack)
        for form in one.forms
        for file in [make(one, pack, form)]
    }
    assert {name: data for name, data in files.items() if name != INDEX} == made


def test_the_page_leads_to_every_file() -> None:
    files = _everything()

    page = files[INDEX].decode()

    assert set(re.findall(r'href="([^"]+)"', page)) == set(files) - {INDEX}
    assert "<h1>Better changing rooms: plan them with us</h1>" in page
    assert all(readers.words in page for readers in Readers)


def test_a_group_without_documents_is_not_on_the_page() -> None:
    page = _unpacked(bundle(prepare(Plan(), today=TODAY)).data)[INDEX].decode()

    assert Readers.BOOKED.words not in page


def test_a_document_that_is_left_out_is_neither_packed_nor_on_the_page() -> None:
    plan = _pack().plan.without_documents(["run-sheet", "saved"])

    files = _unpacked(bundle(prepare(plan, today=TODAY)).data)

    assert not [name for name in files if "run-sheet" in name or name.endswith(".json")]
    assert "Run sheet" not in files[INDEX].decode()


def test_the_page_is_there_when_nothing_is_wanted() -> None:
    pack = prepare(Plan().without_documents(DOCUMENTS), today=TODAY)

    files = _unpacked(bundle(pack).data)

    assert list(files) == [INDEX]
    assert "<p>0 files." in files[INDEX].decode()


def test_the_page_names_kind_and_size_of_each_file_and_how_hard_it_is_to_read() -> None:
    files = _everything()

    page = files[INDEX].decode()

    size = round(len(next(data for name, data in files.items() if name.endswith("-agenda.docx"))) / 1000)
    assert f">Agenda: Word (docx, {size} KB)</a>" in page
    assert re.search(
        r"<h3>Invitation</h3><p>For: everybody you would like to come\. About \d+ minutes? to read\. Easy to read",
        page,
    )
    assert re.search(r"<h3>Workshop plan</h3><p>[^<]*About \d\d minutes to read\. [^<]+</p>", page)
    assert "to read" not in page.partition("<h3>Checklist and budget</h3>")[2].partition("</p>")[0]


def test_progress_is_told_of_each_file_up_to_the_last() -> None:
    told: list[tuple[int, int, str]] = []

    made = bundle(_pack(), progress=lambda *news: told.append(news))

    names = [name.rpartition("/")[2] for name in _unpacked(made.data)]
    assert [done for done, _, _ in told] == list(range(len(names) + 1))
    assert {in_all for _, in_all, _ in told} == {len(names)}
    assert {name for _, _, name in told} == {*names, made.name}


@settings(max_examples=2)
@given(plan=plans())
def test_the_same_plan_gives_the_same_bytes_under_a_safe_name(plan: Plan) -> None:
    made = [bundle(prepare(plan, today=TODAY)) for _ in range(2)]

    assert made[0] == made[1]
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]*-everything\.zip", made[0].name)
    assert len(made[0].name) <= 80


def test_a_name_of_the_workshop_is_words_on_the_page() -> None:
    plan = Plan().with_answer("purpose.title", "<script>alert(1)</script>")

    page = _unpacked(bundle(prepare(plan, today=TODAY)).data)[INDEX].decode()

    assert "<script" not in page


@cache
def _everything() -> dict[str, bytes]:
    return _unpacked(bundle(_pack()).data)


@cache
def _pack() -> Pack:
    return prepare(open_plan(EXAMPLE.read_bytes()), today=TODAY)


def _unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as files:
        return {name: files.read(name) for name in files.namelist()}
