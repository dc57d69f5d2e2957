"""The plan: every answer of an organiser, and the only thing that is ever saved."""

import json
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import Field

from planner.answers.access import Access
from planner.answers.audience import Audience
from planner.answers.budget import Budget
from planner.answers.follow_up import FollowUp
from planner.answers.left_out import LeftOut
from planner.answers.methods import Methods
from planner.answers.own_prices import OwnPrices
from planner.answers.purpose import Purpose
from planner.answers.question import Choice, Step
from planner.answers.seen import Seen
from planner.answers.settings import Booked, LocalWords
from planner.answers.timing import Timing
from planner.answers.together import Together
from planner.answers.venue import Venue
from planner.answers.welcome import Welcome
from planner.answers.who import Who


class Length(Choice):
    """How many questions the organiser wants to be asked."""

    QUICK = "quick", "Quick plan"
    FULL = "full", "Full plan"


class Plan(Step):
    """Every answer, in ten steps. It never changes: an answer makes a new plan.

    ``revision`` counts the changes; ``saved`` is the moment of the last one, given by whoever holds the clock.
    What stands below the ten steps is left out of the file while it is empty, so that a planner from before it can
    open the file.
    """

    version: Literal[1] = 1
    length: Length = Length.FULL
    revision: int = 0
    saved: datetime | None = None
    purpose: Purpose = Purpose()
    audience: Audience = Audience()
    timing: Timing = Timing()
    venue: Venue = Venue()
    access: Access = Access()
    methods: Methods = Methods()
    welcome: Welcome = Welcome()
    budget: Budget = Budget()
    follow_up: FollowUp = FollowUp()
    together: Together = Together()
    # advice that the organiser goes ahead with, and why
    seen: Annotated[Seen, Field(exclude_if=lambda seen: not seen)] = {}
    # pounds that they were really quoted, by the line of the budget
    own_prices: Annotated[OwnPrices, Field(exclude_if=lambda prices: not prices)] = {}
    # provisions and formats that are ordered already, as in "provisions.bsl_interpreters"
    booked: Annotated[Booked, Field(exclude_if=lambda booked: not booked)] = ()
    # what people near them are called
    local_words: Annotated[LocalWords | None, Field(exclude_if=lambda words: words is None)] = None
    # documents that are not wanted
    left_out: Annotated[LeftOut, Field(exclude_if=lambda left_out: not left_out)] = ()
    # letters and digits that say nothing about the plan and stay when it changes
    id: Annotated[str, Field(pattern=r"^([0-9a-f]{32})?$", exclude_if=lambda id_: not id_)] = ""
    # roles for things to do, by the id of the thing
    who: Annotated[Who, Field(exclude_if=lambda who: not who)] = {}

    def answer(self, path: str) -> Any:
        """The answer at a path such as ``timing.starts``."""
        step, field = path.split(".")
        return getattr(getattr(self, step), field)

    def with_answer(self, path: str, answer: Any) -> "Plan":
        """The same plan with another answer. Raises pydantic's ValidationError where it does not fit the question."""
        step_name, field = path.split(".")
        step = getattr(self, step_name)
        changed = type(step).model_validate({**dict(step), field: answer})
        return self.model_copy(update={step_name: changed})

    def with_seen(self, rule: str, reason: str) -> "Plan":
        """The same plan, going ahead with that advice. Raises ValidationError where the reason is empty or too long."""
        return type(self).model_validate({**dict(self), "seen": {**self.seen, rule: reason}})

    def without_seen(self, rule: str) -> "Plan":
        """The same plan, with that advice taken up again."""
        return self.model_copy(update={"seen": {id_: why for id_, why in self.seen.items() if id_ != rule}})

    def with_own_price(self, line: str, price: Decimal) -> "Plan":
        """The same plan with the price, in pounds, that was given for a line of the budget.

        Raises ValidationError where it is below zero, too high or not in whole pennies.
        """
        return type(self).model_validate({**dict(self), "own_prices": {**self.own_prices, line: price}})

    def without_own_price(self, line: str) -> "Plan":
        """The same plan, with our own price for that line again."""
        return self.model_copy(
            update={"own_prices": {id_: price for id_, price in self.own_prices.items() if id_ != line}}
        )

    def with_booked(self, entry: str, *, booked: bool) -> "Plan":
        """The same plan, with a provision or format booked or not. Raises ValidationError for any other name."""
        others = [name for name in self.booked if name != entry]
        return type(self).model_validate({**dict(self), "booked": [*others, *([entry] if booked else [])]})

    def with_local_words(self, words: LocalWords | None) -> "Plan":
        """The same plan, with the words that people near the organiser use."""
        return self.model_copy(update={"local_words": words})

    def without_documents(self, keys: Iterable[str]) -> "Plan":
        """The same plan, with only these documents left out. Raises ValidationError for what cannot be a key."""
        return type(self).model_validate({**dict(self), "left_out": tuple(keys)})

    def with_who(self, task: str, role: str) -> "Plan":
        """The same plan with a role for that thing to do; without one where the role is empty.

        Raises ValidationError where it is too long.
        """
        return type(self).model_validate({**dict(self), "who": {**self.who, task: role}})

    def to_json(self) -> str:
        """The plan as text: the same answers always give the same text."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, sort_keys=True, indent=2) + "\n"
