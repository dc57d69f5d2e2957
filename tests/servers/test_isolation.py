"""Many people at once: each finds their own plan and nobody else's, and no answer is lost."""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass

import pytest

from tests.servers.running import free_port, on_community_cloud, running
from tests.servers.visitor import Visitor
from tests.servers.walk import MARK, lost, walk

AT_ONCE = 60
STEPS = ("purpose", "welcome")
THEN = ("check",)


@dataclass(frozen=True)
class Crowd:
    """What came of many people at once: what went wrong, what the log says, and what somebody saw who came later."""

    wrong: list[str]
    log: bytes
    seen_later: bytes


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Crowd:
    """Sixty people on one planner, and after them somebody who answers nothing."""
    port = free_port()
    with running(on_community_cloud(port), port, tmp_path_factory.mktemp("crowd") / "log") as server:
        wrong = asyncio.run(at_once(server.address, AT_ONCE))
        seen = asyncio.run(everything_a_newcomer_sees(server.address))
        return Crowd(wrong, server.said.encode(), seen)


def test_sixty_people_at_once_each_find_only_their_own_answers(crowd: Crowd) -> None:
    assert not crowd.wrong, "\n".join(crowd.wrong)


def test_the_log_holds_nothing_of_what_they_typed(crowd: Crowd) -> None:
    assert not MARK.search(crowd.log)


def test_somebody_new_finds_nothing_of_those_who_were_there(crowd: Crowd) -> None:
    assert len(crowd.seen_later) > 100_000
    assert MARK.findall(crowd.seen_later) == []


def test_the_comparison_sees_an_answer_that_was_lost() -> None:
    said = {"purpose.title": "Parks", "audience.needs.bsl_users": True, "purpose.can_change": "Most of it"}
    kept = {"version": 1, "purpose": {"title": "Park", "can_change": "most"}}

    nothing, one = lost(said, None), lost(said, kept)

    assert nothing == list(said)
    assert one == ["purpose.title", "audience.needs.bsl_users"]


async def at_once(address: str, people: int) -> list[str]:
    """All of them arrive before anybody answers; gives back what went wrong."""
    async with AsyncExitStack() as here:
        visitors = [await here.enter_async_context(Visitor.arrives(address)) for _ in range(people)]
        found = await asyncio.gather(*(walk(one, number, STEPS, THEN) for number, one in enumerate(visitors)))
    return [words for wrong in found for words in wrong]


async def everything_a_newcomer_sees(address: str) -> bytes:
    """Every page, as it is sent to somebody who has answered nothing."""
    async with Visitor.arrives(address) as visitor:
        seen = [visitor.heard]
        for page in visitor.pages:
            await visitor.go(page)
            seen.append(visitor.heard)
    return b"".join(seen)
