"""Prices that the organiser was really given, in the place of ours: one for each line of the budget."""

from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, Field

MOST_OWN_PRICES = 200
HIGHEST_PRICE = 100_000  # pounds

LineId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*){1,2}$", max_length=130)]
OwnPrice = Annotated[
    Decimal,
    Field(ge=0, le=HIGHEST_PRICE, decimal_places=2),
    AfterValidator(lambda price: price.quantize(Decimal("0.01"))),  # the same price is always saved alike
]


def _by_id(prices: dict[str, Decimal]) -> dict[str, Decimal]:
    return dict(sorted(prices.items()))


OwnPrices = Annotated[dict[LineId, OwnPrice], Field(max_length=MOST_OWN_PRICES), AfterValidator(_by_id)]
