"""Microsoft's own reader finds no error in the Word and Excel files of a hundred made-up plans."""

from pathlib import Path

from planner.documents import DOCUMENTS, make
from planner.pack import prepare
from tests.documents.test_many_plans import TODAY, many_plans, one_paper
from tests.prove.witnesses import sdk_errors_in


def test_microsofts_own_reader_finds_no_error_in_a_hundred_plans(tmp_path: Path) -> None:
    files = []
    for number, plan in enumerate(many_plans()):
        pack = prepare(plan, today=TODAY)
        document, form = one_paper(number, pack)
        for made in (make(document, pack, form), make(DOCUMENTS["checklist"], pack)):
            file = tmp_path / f"{number}{Path(made.name).suffix}"
            file.write_bytes(made.data)
            files.append(file)

    errors = sdk_errors_in(files)

    assert len(files) >= 200
    assert errors == {}
