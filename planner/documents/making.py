"""How a file is made: a document in one of its forms, from a pack."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from enum import Enum, auto
from typing import TYPE_CHECKING

from planner.documents.answers_table import parts
from planner.documents.easy_read import EasyRead
from planner.documents.for_people import ForPeople
from planner.documents.markup import Words, read
from planner.documents.plain import plain_text
from planner.documents.reading_time import reading_time
from planner.documents.registry import NOT_READ, Document, Form, carries_plan
from planner.documents.save_file import save
from planner.documents.sealed import Sealed, seal
from planner.documents.views import View
from planner.documents.web_page import web_page
from planner.documents.writing import write
from planner.pack import Pack

if TYPE_CHECKING:
    from planner.documents.own_style import OwnStyle  # only a file of somebody's needs it

LONGEST_FILE_NAME = 80
TO_SHARE = "-to-share"


@dataclass(frozen=True)
class MadeFile:
    """A file ready to be handed over. ``reading`` says how long it takes to read; empty for what is worked in."""

    name: str
    mime: str
    data: bytes
    reading: str = ""

    @property
    def size(self) -> str:
        """How big it is, in words."""
        kilobytes = len(self.data) / 1000
        return f"{kilobytes / 1000:.1f} MB" if kilobytes >= 1000 else f"{max(1, round(kilobytes))} KB"  # noqa: PLR2004


def make(
    document: Document,
    pack: Pack,
    form: Form | None = None,
    *,
    style: "OwnStyle | None" = None,
    share: bool = False,
) -> MadeFile:
    """Make a document in one of its forms, the first unless another is named. The same pack gives the same bytes.

    ``style`` is somebody's own look for the Word files, as `own_style` takes it from a file of theirs. ``share``
    makes the copy for other people: of a file that carries the plan, one that does not.
    """
    return next(_made(document, pack, (form or document.form,), style, share=share))


def make_each(document: Document, pack: Pack, *, style: "OwnStyle | None" = None) -> Iterator[MadeFile]:
    """Every form of a document, in its order. Words that several forms share are worked out and read once."""
    return _made(document, pack, document.forms, style, share=False)


def text_of(document: Document, pack: Pack, form: Form | None = None) -> str:
    """The words of a document: Markdown as in `markup`, or the saved plan's JSON. Easy Read has words of its own."""
    return _text(document, pack, form is Form.EASY_READ, _Carried.NOT)


class _Carried(Enum):
    """Whether a file holds the whole plan, to open again here."""

    NOT = auto()
    INSIDE = auto()
    TOO_LONG = auto()


def _made(
    document: Document, pack: Pack, forms: Iterable[Form], style: "OwnStyle | None", *, share: bool
) -> Iterator[MadeFile]:
    written: dict[tuple[bool, _Carried], _Written] = {}
    for form in forms:
        sealed, carried = None, _Carried.NOT
        if carries_plan(document, form) and not share:
            sealed = seal(pack.plan)
            carried = _Carried.INSIDE if sealed else _Carried.TOO_LONG
        kind = (form is Form.EASY_READ, carried)
        if kind not in written:
            written[kind] = _written(document, pack, form, carried)
        words = written[kind]
        data = _data(document, pack, form, words, style)
        if sealed:
            data = _with_plan_inside(data, pack, form, sealed)
        yield MadeFile(file_name(document, pack, form, share=share), form.mime, data, words.reading)


@dataclass(frozen=True)
class _Written:
    """The words of a document, read into blocks where they are to be read, and how long that takes."""

    words: Words
    reading: str = ""


def _written(document: Document, pack: Pack, form: Form, carried: _Carried) -> _Written:
    is_easy = form is Form.EASY_READ
    text = _text(document, pack, is_easy, carried)
    if form in NOT_READ:
        return _Written(text)
    blocks = read(text)
    return _Written(blocks, reading_time(blocks, aloud=is_easy))


def _text(document: Document, pack: Pack, is_easy: bool, carried: _Carried) -> str:  # noqa: FBT001  only here
    """The words; with a table of answers that can be read back, where the plan is inside."""
    if document.form is Form.SAVED:
        return save(pack.plan).decode()
    people = ForPeople(View(pack))
    return write(
        document.easy_template if is_easy else document.template,
        pack=pack,
        plan=pack.plan,
        view=people.view,
        people=people,
        easy=EasyRead(people),
        to_open=parts(pack.plan, pack.facts) if carried is _Carried.INSIDE else (),
        too_long_to_carry=carried is _Carried.TOO_LONG,
    )


def file_name(document: Document, pack: Pack, form: Form | None = None, *, share: bool = False) -> str:
    """A name any computer can keep: the workshop's title, its day where known, which document and which form."""
    chosen = form or document.form
    to_share = TO_SHARE if share and carries_plan(document, chosen) else ""
    return named(pack, f"{document.key}{to_share}{chosen.suffix}")


def named(pack: Pack, end: str) -> str:
    """A name any computer can keep, that ends like this."""
    day = View(pack).day
    ending = f"{f'-{day.isoformat()}' if day else ''}-{end}"
    return f"{_slug(pack.plan.purpose.title, LONGEST_FILE_NAME - len(ending))}{ending}"


def _title(document: Document, pack: Pack) -> str:
    """What a file says it is, for a window's title or the foot of a page."""
    return f"{View(pack).title or 'Workshop'}: {document.name[0].lower()}{document.name[1:]}"


def _data(document: Document, pack: Pack, form: Form, written: _Written, style: "OwnStyle | None") -> bytes:
    """The bytes. Word and Excel are only loaded for those who ask for them, so that the app starts quickly."""
    text, title, described = written.words, _title(document, pack), f"For: {document.for_whom}"
    match form:
        case Form.WORD | Form.LARGE_PRINT | Form.EASY_READ:
            from planner.documents.word import Print, word  # noqa: PLC0415  see above

            size = {Form.LARGE_PRINT: Print.LARGE, Form.EASY_READ: Print.EASY}.get(form, Print.STANDARD)
            return word(
                text,
                title=f"{title}, Easy Read draft" if form is Form.EASY_READ else title,
                saved=stamp(pack),
                size=size,
                description=described,
                pictures=_pictures(form),
                reading=written.reading,
                paper=style.paper(size) if style else None,
            )
        case Form.TEXT:
            return plain_text(text, written.reading)
        case Form.PAGE:
            return web_page(text, title=title, description=described, reading=written.reading)
        case Form.WORKBOOK:
            from planner.documents.workbook import workbook  # noqa: PLC0415  see above

            assert isinstance(text, str), "sheets have a Markdown of their own"
            return workbook(text, title=title, saved=stamp(pack), description=described)
        case Form.CALENDAR:
            from planner.documents.calendar_file import calendar_file  # noqa: PLC0415  see above

            return calendar_file(pack, title=View(pack).title or "Our workshop", saved=stamp(pack))
        case Form.SAVED:
            return save(pack.plan)


def _with_plan_inside(data: bytes, pack: Pack, form: Form, sealed: Sealed) -> bytes:
    from planner.documents.carried import in_word, in_workbook  # noqa: PLC0415  see above

    if form is Form.WORKBOOK:
        return in_workbook(data, sealed, stamp(pack))
    rows = (row for part in parts(pack.plan, pack.facts) for row in part.rows)
    return in_word(data, sealed, rows, stamp(pack))


def _pictures(form: Form) -> Mapping[str, bytes]:
    if form is not Form.EASY_READ:
        return {}
    from planner.documents.pictures import PICTURES  # noqa: PLC0415  see above

    return PICTURES


def stamp(pack: Pack) -> datetime:
    """When the file says it was made: the plan's last change, or the start of the day, never the clock."""
    return pack.plan.saved or datetime.combine(pack.today, time(), UTC)


def _slug(title: str, longest: int) -> str:
    """A title in small plain letters, cut between words."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(words) > longest:
        words = words[: longest + 1].rpartition("-")[0] or words[:longest]
    return words or "workshop"
