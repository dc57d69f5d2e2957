"""Whoever goes back to a page finds there what they said, also what could not be taken in."""

import asyncio

from tests.servers.running import Running
from tests.servers.visitor import Visitor

FAR = ("venue", "access", "methods", "welcome")
TOO_MANY = b"People taking part must be 500 or less."


def test_what_could_not_be_taken_in_is_still_there_after_many_pages(ours: Running) -> None:
    assert asyncio.run(there_and_back(ours.address, 9_999_999.0)) == (True, [False] * len(FAR), True)


def test_what_was_taken_in_leaves_no_complaint(ours: Running) -> None:
    assert asyncio.run(there_and_back(ours.address, 12.0)) == (False, [False] * len(FAR), False)


async def there_and_back(address: str, people: float) -> tuple[bool, list[bool], bool]:
    """Whether the page complains: after answering, on the pages after it, and on coming back."""
    async with Visitor.arrives(address) as visitor:
        await visitor.press("start-full")
        await visitor.go("audience")
        await visitor.say({"audience.people": people})
        at_first = TOO_MANY in visitor.heard
        on_the_way = []
        for page in FAR:
            await visitor.go(page)
            on_the_way.append(TOO_MANY in visitor.heard)
        await visitor.go("audience")
        return at_first, on_the_way, TOO_MANY in visitor.heard
