"""The planner without its pages: files when it can, one clear line and nothing written when it cannot."""

import json
from datetime import date
from pathlib import Path

import pytest

from planner.__main__ import main
from planner.answers import QUESTIONS, Plan
from planner.catalogue import catalogue
from planner.documents import DOCUMENTS, fitting, make, open_plan, save
from planner.pack import Pack, prepare

TODAY = ["--today", "2026-11-23"]


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    plan = Plan().with_answer("purpose.title", "Better parks").with_answer("timing.day", date(2027, 3, 18))
    path = tmp_path / "parks.json"
    path.write_bytes(save(plan.with_answer("timing.break_every", "none")))
    return path


def test_pack_writes_every_document(saved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["pack", str(saved), "--out", str(tmp_path / "new" / "out"), *TODAY])

    written = sorted(path.name for path in (tmp_path / "new" / "out").iterdir())
    assert code == 0
    assert len(written) == sum(len(document.forms) for document in fitting(_prepared(saved)))
    assert {
        "better-parks-2027-03-18-plan.docx",
        "better-parks-2027-03-18-invitation-large-print.docx",
        "better-parks-2027-03-18-invitation.txt",
        "better-parks-2027-03-18-invitation.html",
    } <= set(written)
    assert not [name for name in written if "brief-interpreters" in name]
    assert len(capsys.readouterr().out.splitlines()) == len(written)
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["out"]


def test_pack_writes_the_same_bytes_each_time_over_what_was_there(saved: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = ["pack", str(saved), "--out", str(out), "--only", "plan,saved", *TODAY]

    codes = [main(command)]
    first = {path.name: path.read_bytes() for path in out.iterdir()}
    codes.append(main(command))
    second = {path.name: path.read_bytes() for path in out.iterdir()}

    assert codes == [0, 0]
    assert len(first) == 5
    assert first == second


def _prepared(saved: Path) -> Pack:
    return prepare(open_plan(saved.read_bytes()), today=date(2026, 11, 23))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (["--only", "brief-captioner"], "This plan does not call for any of these documents"),
        (["--only", "plan,cake"], "There is no document called cake. There are: plan, checklist, "),
        (["--today", "soon"], "soon is not a day"),
    ],
)
def test_pack_says_in_one_line_what_is_wrong_and_writes_nothing(
    saved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], change: list[str], said: str
) -> None:
    code = main(["pack", str(saved), "--out", str(tmp_path / "out"), *change])

    error = capsys.readouterr().err
    assert code == 2
    assert said in error
    assert len(error.splitlines()) == 1
    assert list(tmp_path.iterdir()) == [saved]


@pytest.mark.parametrize("content", [b"", b"{}", b"[", b"PK", None])
def test_a_plan_that_cannot_be_opened_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None
) -> None:
    path = tmp_path / "plan.json"
    if content is not None:
        path.write_bytes(content)
    before = list(tmp_path.iterdir())

    code = main(["pack", str(path), "--out", str(tmp_path / "out"), *TODAY])

    error = capsys.readouterr().err
    assert code == 2
    assert len(error.splitlines()) == 1
    assert "plan.json" in error
    assert list(tmp_path.iterdir()) == before


@pytest.mark.parametrize("document", ["plan", "checklist"])
def test_a_word_plan_and_a_workbook_are_plans_too(
    saved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], document: str
) -> None:
    made = make(DOCUMENTS[document], _prepared(saved))
    (tmp_path / made.name).write_bytes(made.data)
    main(["advise", str(saved), *TODAY])
    expected = capsys.readouterr()

    code = main(["advise", str(tmp_path / made.name), *TODAY])

    assert code == 0
    assert capsys.readouterr() == expected
    assert expected.out


def test_what_does_not_fit_is_named_and_the_rest_is_used(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "plan.json"
    path.write_text('{"version": 1, "timing": {"day": 5, "break_every": "none"}, "mood": "good"}')

    code = main(["advise", str(path), *TODAY])

    said = capsys.readouterr()
    assert code == 0
    assert said.err.splitlines() == [
        "planner: Left out: Day: the answer does not fit.",
        "planner: Left out: mood: this planner has no such question.",
    ]
    assert "About: How often is there a break?" in said.out


def test_a_folder_that_cannot_be_made_is_said_in_one_line(
    saved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["pack", str(saved), "--out", str(saved), *TODAY])

    assert code == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert list(tmp_path.iterdir()) == [saved]


def test_advise_says_what_to_do(saved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["advise", str(saved), *TODAY])

    out = capsys.readouterr().out
    assert code == 0
    assert "What to do: " in out
    assert "[breaks.sitting_too_long]" in out


def test_advise_marks_a_fact_that_is_past_its_day(saved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["advise", str(saved), "--today", "2029-01-01"])
    late = capsys.readouterr().out
    main(["advise", str(saved), *TODAY])
    in_time = capsys.readouterr().out

    assert "checked November 2026, check again" in late
    assert "checked November 2026)" in in_time
    assert "check again" not in in_time


def test_advise_for_other_programs(saved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["advise", str(saved), "--json", *TODAY])

    given = json.loads(capsys.readouterr().out)
    assert code == 0
    assert "breaks.sitting_too_long" in [one["id"] for one in given]
    assert all(
        {"id", "level", "question", "headline", "what_to_do", "sources", "how_sure"} <= set(one)
        for one in given
    )


def test_questions_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["questions"])

    assert code == 0
    assert len(capsys.readouterr().out.splitlines()) == len(QUESTIONS)


def test_questions_for_other_programs_come_with_the_schema_of_a_plan(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = main(["questions", "--json"])

    listed = json.loads(capsys.readouterr().out)
    assert code == 0
    assert [one["path"] for one in listed["questions"]] == [one.path for one in QUESTIONS]
    assert "timing" in listed["schema"]["properties"]


def test_every_fact_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["facts", *TODAY])

    out = capsys.readouterr().out
    assert code == 0
    assert out.count("check again by") == len(list(catalogue().evidence()))
    assert "prices.contingency: " in out


def test_facts_past_their_day_are_listed_for_other_programs(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["facts", "--due", "--json", "--today", "2027-05-01"])

    listed = json.loads(capsys.readouterr().out)
    assert code == 0
    assert [one["fact"] for one in listed] == catalogue().stale(date(2027, 5, 1))
    assert all(one["due"] and one["check_again_by"] < "2027-05-01" for one in listed)
    assert {"how_sure", "sources", "checked_on"} <= set(listed[0])


def test_no_fact_is_due_on_the_day_it_was_checked(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["facts", "--due", *TODAY])

    assert code == 0
    assert capsys.readouterr().out == "No fact is due to be checked again.\n"


def test_facts_on_a_day_that_is_none_are_said_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["facts", "--today", "soon"])

    assert code == 2
    assert "soon is not a day" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["bake"], ["pack"], ["pack", "plan.json"]])
def test_wrong_usage_ends_with_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)

    assert stopped.value.code == 2
    assert "usage: planner" in capsys.readouterr().err
