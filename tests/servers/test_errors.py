"""When the planner itself goes wrong: people read one calm sentence, and neither page nor log tells what they typed."""

import asyncio
from pathlib import Path

import pytest

from pages.shared import mishap
from tests.servers.running import ROOT, free_port, on_community_cloud, running
from tests.servers.visitor import Visitor

TYPED = "Kestrel Lodge, for people who have had a stroke"
FAULTS = {
    "a rule": "raise ValueError(f'cannot judge {plan.purpose.title!r}')",
    "pydantic": "type(plan).model_validate({**plan.model_dump(), 'length': plan.purpose.title})",
    "one error in another": "try: int(plan.purpose.title)\n    except ValueError as e: raise KeyError(plan) from e",
}
FAULTY = """
from pages.shared import store
from planner.pack import prepare
def faulty(plan, **more):
  if 'Kestrel' in plan.purpose.title:
    {fault}
  return prepare(plan, **more)
store.prepare = faulty
"""
LINKED = (".streamlit", "examples", "pages", "planner", "static", "templates")


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_an_error_shows_no_trace_and_the_log_holds_no_answer(tmp_path: Path, fault: str) -> None:
    port = free_port()
    folder = planner_with(fault, tmp_path)
    with running(on_community_cloud(port), port, tmp_path / "log", folder) as server:
        shown, heard = asyncio.run(somebody_meets_the_fault(server.address))

    assert shown == [mishap.WORDS]
    assert b"Traceback" not in heard
    assert b"faulty" not in heard
    assert "Traceback" in server.said
    assert "in faulty" in server.said
    assert "Kestrel" not in server.said
    assert "stroke" not in server.said


def planner_with(fault: str, folder: Path) -> Path:
    """The planner of this folder, but for one fault that a plan of that name meets."""
    for name in LINKED:
        (folder / name).symlink_to(ROOT / name)
    app = (ROOT / "app.py").read_text(encoding="utf-8")
    (folder / "app.py").write_text(FAULTY.replace("{fault}", fault) + app, encoding="utf-8")
    return folder


async def somebody_meets_the_fault(address: str) -> tuple[list[str], bytes]:
    """What the page says of the error, and all that was sent with it."""
    async with Visitor.arrives(address) as visitor:
        await visitor.press("start-full")
        await visitor.say({"purpose.title": TYPED})
        return visitor.faults, visitor.heard
