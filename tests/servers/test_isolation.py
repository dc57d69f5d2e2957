"""Many people at once: each finds their own plan and nobody else's, and no answer is lost."""

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path

from tests.servers.running import free_port, on_community_cloud, running
from tests.servers.visitor import Visitor
from tests.servers.walk import MARK, lost, walk

AT_ONCE = 60
STEPS = ("purpose", "welcome")
THEN = ("check", "")


def test_sixty_people_at_once_each_find_only_their_own_answers(tmp_path: Path) -> None:
    port = free_port()
    with running(on_community_cloud(port), port, tmp_path / "log") as server:
        wrong = asyncio.run(at_once(server.address, AT_ONCE))

    assert not wrong, "\n".join(wrong)
    assert not MARK.search(server.said.encode())


def test_somebody_new_finds_nothing_of_those_who_were_there(tmp_path: Path) -> None:
    port = free_port()
    with running(on_community_cloud(port), port, tmp_path / "log") as server:
        asyncio.run(at_once(server.address, 3))

        seen = asyncio.run(everything_a_newcomer_sees(server.address))

    assert MARK.findall(seen) == []


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
