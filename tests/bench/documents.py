"""How long documents take, beside other ways to make them, and how much memory the whole ZIP needs."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from planner.documents import DOCUMENTS, text_of
from planner.documents.bundle import bundle
from planner.documents.sheets import sheets
from planner.documents.workbook import workbook
from planner.pack import Pack
from tests.bench.beside import SAVED, by_docxtpl, by_python_docx, by_us, by_xlsxwriter, lines_of
from tests.bench.page import AT_MOST, target
from tests.bench.timing import Section

ROOT = Path(__file__).parents[2]
SHARE = 12 / 37  # the plan of the richest example has 37 pages, laid out by LibreOffice
OURS, DOCXTPL, PYTHON_DOCX = "Ours", "docxtpl", "python-docx, its own API"
WORKBOOK, XLSXWRITER = "The workbook of the richest example", "XlsxWriter, the same cells"
ZIP = "The whole ZIP: every document in every form"
PLAN_10, WORKBOOK_10 = "Word, ten times the content", "Workbook, ten times the rows"
HOW_WORD = "The same words in turns. The other two get each line ready made; ours reads its Markdown first."
HOW_WORKBOOK = (
    "XlsxWriter gets every cell ready made, with its formats, widths, tables and drop-downs; ours reads its text "
    "first, works out the height of each row, colours what is late, and gives equal bytes for equal answers."
)

_PEAK = """
import re, sys
from datetime import date
from pathlib import Path
from planner.documents import open_plan
from planner.documents.bundle import bundle
from planner.pack import prepare
pack = prepare(open_plan(Path(sys.argv[1]).read_bytes()), today=date.fromisoformat(sys.argv[2]))
bundle(pack)
# Not ru_maxrss: that counts what the process that started this one held.
print(int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024)
"""


def word_cases(pack: Pack) -> dict[str, Callable[[], object]]:
    """About twelve pages, three ways, and ten times as much of it our way."""
    text = twelve_pages(text_of(DOCUMENTS["plan"], pack))
    lines = lines_of(text)
    body = text[text.index("\n## ") :]
    return {
        OURS: partial(by_us, text),
        DOCXTPL: partial(by_docxtpl, lines),
        PYTHON_DOCX: partial(by_python_docx, lines),
        PLAN_10: partial(by_us, text + body * 9),
    }


def workbook_cases(pack: Pack) -> dict[str, Callable[[], object]]:
    """The workbook, by somebody else's library, and the same with ten times the rows."""
    text = text_of(DOCUMENTS["checklist"], pack)
    return {
        WORKBOOK: partial(workbook, text, title="Side by side", saved=SAVED),
        XLSXWRITER: partial(by_xlsxwriter, sheets(text)),
        "Ours from the plan: words and file": lambda: workbook(
            text_of(DOCUMENTS["checklist"], pack), title="Side by side", saved=SAVED
        ),
        WORKBOOK_10: partial(workbook, more_rows(text, 10), title="Side by side", saved=SAVED),
    }


def whole_cases(pack: Pack) -> dict[str, Callable[[], object]]:
    """Everything that people can take away."""
    return {ZIP: partial(bundle, pack)}


def targets(words: Section, books: Section, whole: Section, peak: float) -> Iterator[str]:
    """Rows of a table of targets; ``peak`` is the memory of a process that makes it all, in MB."""
    ours, book = words.median(OURS), books.median(WORKBOOK)
    for name, budget, median in (
        ("Word, 12 pages: ours beside docxtpl", "word_beside_docxtpl", words.median(DOCXTPL)),
        (
            "Word, 12 pages: ours beside python-docx's API",
            "word_beside_python_docx",
            words.median(PYTHON_DOCX),
        ),
    ):
        yield target(name, ours / median, AT_MOST[budget], "×", ".2f")
    beside = book / books.median(XLSXWRITER)
    yield target(f"{WORKBOOK}, beside XlsxWriter", beside, AT_MOST["workbook_beside_xlsxwriter"], "×", ".2f")
    yield target(ZIP, whole.median(ZIP), AT_MOST["zip"], "ms")
    yield target(PLAN_10, words.median(PLAN_10) / ours, AT_MOST["ten_times"], "×")
    yield target(WORKBOOK_10, books.median(WORKBOOK_10) / book, AT_MOST["ten_times"], "×")
    yield target("Memory for the whole ZIP", peak, AT_MOST["zip_memory"], "MB")


def twelve_pages(text: str) -> str:
    """The first part of a plan, cut before a section."""
    starts = [found.start() for found in re.finditer(r"^## ", text, re.MULTILINE)]
    return text[: next(start for start in reversed(starts) if start <= len(text) * SHARE)]


def more_rows(text: str, times: int) -> str:
    """The workbook's text with each row so many times; the lists, and the sheet that counts, stay as they are."""
    sheets = re.split(r"(?m)^(?=## )", text)
    return "".join(
        sheet if sheet.startswith(("## Lists", "## Summary")) else _more(sheet, times) for sheet in sheets
    )


def _more(sheet: str, times: int) -> str:
    head, rule, rows = sheet.partition("---|\n")
    return (
        head
        + rule
        + "".join(f"{row}\n" * times if row.startswith("|") else f"{row}\n" for row in rows.splitlines())
    )


def peak_memory(example: Path, today: str) -> float:
    """Megabytes of a new process that does nothing but make the whole ZIP."""
    said = subprocess.run(
        [sys.executable, "-c", _PEAK, str(example), today],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return float(said.stdout)
