"""The words of every document, from the templates, with every value an organiser typed kept as plain words.

A value can never become Markdown, HTML, a link, a picture or a table: whatever a template prints is escaped,
unless our own templates or filters wrote it (`Markdown`).
"""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, time
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from planner.documents.package import one_line

TEMPLATES = Path(__file__).parents[2] / "templates"
_LINE_BREAK = re.compile("[\n\r\v\f\x85\u2028\u2029]+")
# All punctuation of CommonMark but , ' " ? % / ; which mean nothing alone and are better read plain.
_PUNCTUATION = re.compile(r"[!#$&()*+\-.:<=>@\[\\\]^_`{|}~]")
# A backslash before "|" is read in three ways by three readers of tables; an entity in one.
_AS_ENTITIES = {"\\": "&#92;", "|": "&#124;"}


def _sign(found: re.Match[str]) -> str:
    return _AS_ENTITIES.get(found[0]) or f"\\{found[0]}"


def write(template: str, /, **context: object) -> str:
    """Render a template of the templates folder, such as "plan.md.j2", to our small Markdown.

    Raises jinja2.TemplateNotFound, jinja2.UndefinedError for a name nobody gave, and TypeError for a value
    that needs a filter first (a date, money, None).
    """
    return str(environment(TEMPLATES).get_template(template).render(context))


class Markdown(str):
    """Text that is Markdown already, written by us."""

    __slots__ = ()


def escape(text: str) -> Markdown:
    r"""Make plain words of anything typed, on one line.

    >>> print(escape("**R&D**"))
    \*\*R\&D\*\*
    """
    return Markdown(_PUNCTUATION.sub(_sign, one_line(text)))


def paragraphs(text: str, before: str = "") -> Markdown:
    r"""Several lines somebody typed, each a paragraph; `before` starts every line after the first ("> ").

    >>> print(paragraphs("Ring the bell.\nWait.", "> "))
    Ring the bell\.
    >
    > Wait\.
    """
    lines = (escape(line) for line in _LINE_BREAK.split(text))
    return Markdown(f"\n{before.rstrip()}\n{before}".join(line for line in lines if line))


def pounds(amount: Decimal | int) -> Markdown:
    """Money in pounds, with pence only where there are some.

    >>> print(pounds(1250), pounds(Decimal("12.5")))
    £1,250 £12.50
    """
    exact = Decimal(amount).quantize(Decimal("0.01"))
    whole = exact == exact.to_integral_value()
    sign = "\u2212" if exact < 0 else ""
    return Markdown(f"{sign}£{abs(exact):,.0f}" if whole else f"{sign}£{abs(exact):,.2f}")


def pounds_in_words(amount: Decimal) -> Markdown:
    """Money as people say it.

    >>> print(pounds_in_words(Decimal("85")), pounds_in_words(Decimal("12.50")), sep="; ")
    85 pounds; 12 pounds 50 pence
    """
    whole, pence = divmod(round(amount * 100), 100)
    return Markdown(f"{whole:,} pounds" + (f" {pence} pence" if pence else ""))


def drawn(name: str, shows: str) -> Markdown:
    r"""A picture with what it shows for those who do not see it.

    >>> print(drawn("cup_of_tea", "A cup of tea"))
    ![A cup of tea](cup_of_tea)
    """
    return Markdown(f"![{escape(shows)}]({name})")


def day(on: date) -> Markdown:
    """A day in full.

    >>> print(day(date(2027, 3, 18)))
    Thursday 18 March 2027
    """
    return Markdown(f"{_WEEKDAYS[on.weekday()]} {short_day(on)}")


def short_day(on: date) -> Markdown:
    """A day without its weekday.

    >>> print(short_day(date(2027, 3, 18)))
    18 March 2027
    """
    return Markdown(f"{on.day} {_MONTHS[on.month - 1]} {on.year}")


def clock(at: time) -> Markdown:
    """A time of day on the 24-hour clock.

    >>> print(clock(time(9, 30)), clock(time(14)))
    9:30 14:00
    """
    return Markdown(f"{at.hour}:{at.minute:02}")


def time_of_day(at: time) -> Markdown:
    """A time as people say it, on the 12-hour clock.

    >>> print(time_of_day(time(9, 30)), time_of_day(time(12)), time_of_day(time(14)), sep="; ")
    9:30 in the morning; 12 o'clock midday; 2 o'clock in the afternoon
    """
    hour = (at.hour - 1) % 12 + 1
    told = f"{hour}:{at.minute:02}" if at.minute else f"{hour} o'clock"
    if (at.hour, at.minute) == (12, 0):
        return Markdown(f"{told} midday")
    part = "morning" if at.hour < _NOON else "afternoon" if at.hour < _EVENING else "evening"
    return Markdown(f"{told} in the {part}")


def minutes(number: int) -> Markdown:
    """A number of minutes in words.

    >>> print(minutes(45), minutes(1), sep="; ")
    45 minutes; 1 minute
    """
    return counted(number, "minute", "minutes")


def counted(number: int, one: str, many: str) -> Markdown:
    """A number with the right word after it.

    >>> print(counted(1, "person", "people"), counted(1200, "person", "people"), sep="; ")
    1 person; 1,200 people
    """
    return Markdown(f"{number:,} {escape(one if number == 1 else many)}")


def listed(things: Iterable[str]) -> Markdown:
    """Names in a sentence.

    >>> print(listed(["tea", "water", "juice"]), listed(["tea"]), sep="; ")
    tea, water and juice; tea
    """
    names = [_finalize(thing) for thing in things]
    if len(names) < 2:  # noqa: PLR2004  "and" needs two
        return Markdown("".join(names))
    return Markdown(f"{', '.join(names[:-1])} and {names[-1]}")


_FACTS = (str, int, date, time, Decimal, tuple)
"""What can be handed to a template as it is: nothing to call."""


class _Environment(ImmutableSandboxedEnvironment):
    """Jinja in its sandbox, where what a macro or a `set` block wrote stays Markdown."""

    @staticmethod
    def _joined(pieces: Iterable[str]) -> Markdown:
        return Markdown("".join(pieces))

    concat = _joined

    def getattr(self, obj: Any, attribute: str) -> Any:
        """What the sandbox says; sooner for a fact of something it has looked at before."""
        if self._safe.get((type(obj), attribute)):
            value = getattr(obj, attribute, self)
            if isinstance(value, _FACTS):
                return value
        return super().getattr(obj, attribute)

    @cached_property
    def _safe(self) -> dict[tuple[type, str], bool]:
        return {}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Ask the sandbox once for each kind of thing: its answer is the same for all of that kind."""
        asked = (type(obj), attr)
        if asked not in self._safe:
            self._safe[asked] = super().is_safe_attribute(obj, attr, value)
        return self._safe[asked]


@cache
def environment(folder: Path) -> Environment:
    """The templates of a folder, in the sandbox and with our filters; made once."""
    made = _Environment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        # Escaping is ours, by _finalize: HTML's would be the wrong one.
        autoescape=False,
    )
    made.filters.update({written.__name__: written for written in _FILTERS})
    return made


def _finalize(value: object) -> str:
    match value:
        case Markdown():
            return value
        case StrictUndefined():
            # Raises jinja2's own clear error: this name was never given.
            return str(value)
        case str():
            return escape(value)
        case int() if not isinstance(value, bool):
            return Markdown(value)
    raise TypeError(f"A template printed {value!r} ({type(value).__name__}): it needs a filter, or an if.")


_FILTERS: Sequence[Callable[..., Markdown]] = (
    paragraphs,
    pounds,
    day,
    short_day,
    clock,
    time_of_day,
    pounds_in_words,
    drawn,
    minutes,
    counted,
    listed,
)
_NOON, _EVENING = 12, 18
# Not strftime: it would speak the language of the server.
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
