"""Throws millions of spoilt files at the openers, for as long as you like: `make fuzz`.

Whatever the bytes, the answer must be a plan or one sentence, within a second. atheris looks inside the program for
files that reach lines nobody has reached before.
"""

import argparse
import io
import sys
import tempfile
import time
import zipfile
from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

DAY = date(2026, 11, 23)
SLOWEST = 1.0  # seconds of one processor
TOOL = "atheris"


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzz for so many seconds; 0 where nothing was found."""
    parser = argparse.ArgumentParser(prog="fuzz", description="Throw spoilt files at the openers.")
    parser.add_argument("--seconds", type=int, default=300, help="how long")
    asked_for = parser.parse_args(arguments)

    import atheris  # noqa: PLC0415  only `make fuzz` installs it

    with atheris.instrument_imports(include=["planner.documents", "planner.answers"]):
        import planner.documents.opening  # noqa: F401, PLC0415  so that it is looked into
    with tempfile.TemporaryDirectory() as folder:
        for name, seed in seeds().items():
            (Path(folder) / name).write_bytes(seed)
        limits = [
            f"-max_total_time={asked_for.seconds}",
            "-timeout=10",
            "-rss_limit_mb=1024",
            "-max_len=60000",
        ]
        atheris.Setup([sys.argv[0], *limits, folder], one_file)
        atheris.Fuzz()
    return 0


def one_file(data: bytes) -> None:
    """Open what these bytes stand for. Raises AssertionError where it takes too long, and whatever was not caught."""
    from planner.documents import CannotOpen, open_file  # noqa: PLC0415  after atheris has looked into it

    file = as_file(data)
    began = time.process_time()
    try:
        said = open_file(file).plan.to_json()
    except CannotOpen as refused:
        said = str(refused)
    assert said
    assert time.process_time() - began < SLOWEST, f"too slow: {len(file)} bytes"


def as_file(data: bytes) -> bytes:
    """The file: the bytes alone, or as one part of a Word plan or a workbook that is sound otherwise."""
    if not data:
        return data
    which, rest = data[0] % (len(_PARTS) + 1), data[1:]
    if which == len(_PARTS):
        return rest
    kind, part = _PARTS[which]
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sound_files()[kind])) as sound, zipfile.ZipFile(packed, "w") as spoilt:
        for name in sound.namelist():
            spoilt.writestr(name, rest if name == part else sound.read(name))
    return packed.getvalue()


_PARTS = (
    ("docx", "word/document.xml"),
    ("docx", "customXml/item1.xml"),
    ("docx", "docProps/custom.xml"),
    ("xlsx", "xl/workbook.xml"),
    ("xlsx", "xl/_rels/workbook.xml.rels"),
    ("xlsx", "docProps/custom.xml"),
)


def seeds() -> dict[str, bytes]:
    """What to begin with: each part as it is, and each kind of file."""
    whole = bytes([len(_PARTS)])
    found = {f"file.{kind}": whole + data for kind, data in sound_files().items()}
    for number, (kind, part) in enumerate(_PARTS):
        with zipfile.ZipFile(io.BytesIO(sound_files()[kind])) as sound:
            found[f"{number}.part"] = bytes([number]) + sound.read(part)
    return found


@cache
def sound_files() -> dict[str, bytes]:
    """A small plan in each kind of file, so that thousands can be tried in a minute."""
    from planner.answers import Plan  # noqa: PLC0415  after atheris has looked into it
    from planner.documents import DOCUMENTS, make, save  # noqa: PLC0415
    from planner.documents.answers_table import parts  # noqa: PLC0415
    from planner.documents.carried import in_word  # noqa: PLC0415
    from planner.documents.sealed import seal  # noqa: PLC0415
    from planner.documents.word import word  # noqa: PLC0415
    from planner.pack import prepare  # noqa: PLC0415

    saved = datetime(2026, 11, 23, tzinfo=UTC)
    plan = Plan(saved=saved).with_answer("purpose.title", "Better parks")
    pack, sealed = prepare(plan, today=DAY), seal(plan)
    assert sealed
    rows = parts(plan, pack.facts)[0].rows[:3]
    lines = "".join(f"| {row.code} | {row.question} | {row.said or '-'} |\n" for row in rows)
    head = "<!-- table: Answers | 2 4 9 | plain -->\n| Code | Question | Your answer |\n|---|---|---|\n"
    return {
        "json": save(plan),
        "docx": in_word(word(f"# Parks\n\n{head}{lines}", title="Parks", saved=saved), sealed, rows, saved),
        "xlsx": make(DOCUMENTS["checklist"], pack).data,
    }


if __name__ == "__main__":
    sys.exit(main())
