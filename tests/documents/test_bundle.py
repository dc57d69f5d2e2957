"""Everything in one ZIP: each file that fits the plan, the page that leads to them, and the same bytes each time."""

import io
import re
import zipfile
from datetime import date
from pathlib import Path

from hypothesis import given, settings

from planner.answers import Plan
from planner.documents import Readers, fitting, make, open_plan
from planner.documents.bundle import FOLDERS, INDEX, bundle
from planner.pack import Pack, prepare
from tests.plans.strategies import plans

TODAY = date(2026, 11, 23)
EXAMPLE = Path(__file__).parents[2] / "examples" / "changing-rooms.json"


def test_it_holds_every_document_in_every_form_and_nothing_else() -> None:
    pack = _pack()

    files = _unpacked(bundle(pack).data)

    made = {
        f"{FOLDERS[one.readers]}/{file.name}": file.data
        for one in fitting(pack)
        for form in one.forms
        for file in [make(one, pack, form)]
    }
    assert {name: data for name, data in files.items() if name != INDEX} == made


def test_the_page_leads_to_every_file() -> None:
    files = _unpacked(bundle(_pack()).data)

    page = files[INDEX].decode()

    assert set(re.findall(r'href="([^"]+)"', page)) == set(files) - {INDEX}
    assert "<h1>Better changing rooms: plan them with us</h1>" in page
    assert all(readers.words in page for readers in Readers)


def test_a_group_without_documents_is_not_on_the_page() -> None:
    page = _unpacked(bundle(prepare(Plan(), today=TODAY)).data)[INDEX].decode()

    assert Readers.BOOKED.words not in page


@settings(max_examples=5)
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


def _pack() -> Pack:
    return prepare(open_plan(EXAMPLE.read_bytes()), today=TODAY)


def _unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as files:
        return {name: files.read(name) for name in files.namelist()}
