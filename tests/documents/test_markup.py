"""Our small Markdown is read into blocks, and refuses what is not in it."""

import pytest
from markdown_it import MarkdownIt

from planner.documents.markup import (
    Callout,
    CalloutKind,
    Contents,
    Cover,
    Heading,
    Image,
    LineBreak,
    ListBlock,
    ListKind,
    MarkupError,
    PageBreak,
    Paragraph,
    Table,
    Text,
    plain,
    preview,
    read,
)
from planner.documents.writing import escape
from tests.documents.hostile import HOSTILE, on_one_line


def words(text: str) -> tuple[Text, ...]:
    return (Text(text),)


def test_a_cover_is_label_title_and_subtitle() -> None:
    blocks = read("<!-- cover -->\nNorthfield\n\n# Better bus stops\n\nFriday\n\nHello")

    assert blocks == (
        Cover(words("Northfield"), words("Better bus stops"), words("Friday")),
        Paragraph(words("Hello")),
    )


@pytest.mark.parametrize(
    ("text", "cover"),
    [
        ("# Bus stops\n\nHello", Cover((), words("Bus stops"), ())),
        ("<!-- cover -->\n\n# Bus stops\n\n## Why", Cover((), words("Bus stops"), ())),
        ("<!-- cover -->\nUs\n\n# Bus stops\n\n## Why", Cover(words("Us"), words("Bus stops"), ())),
        ("<!-- cover -->\n# Bus stops\n\nFriday", Cover((), words("Bus stops"), words("Friday"))),
    ],
)
def test_a_cover_may_lack_words(text: str, cover: Cover) -> None:
    first, *_ = read(text)

    assert first == cover


def test_headings_have_three_levels() -> None:
    blocks = read("# Title\n\n## Why\n\n### Who\n\n#### When\n\n## Where")

    assert [block.level for block in blocks if isinstance(block, Heading)] == [1, 2, 3, 1]


def test_words_may_be_bold_linked_and_broken() -> None:
    (paragraph,) = read("Read **the\nguide** [here](https://example.org) or ![a map](map.png)\\\ntoday")

    assert paragraph == Paragraph(
        (
            Text("Read "),
            Text("the guide", bold=True),
            Text(" "),
            Text("here", link="https://example.org"),
            Text(" or "),
            Image("map.png", "a map"),
            LineBreak(),
            Text("today"),
        )
    )


@pytest.mark.parametrize(
    "address",
    [
        "ftp://example.org",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "tel:01632960123",
        "/plans",
    ],
)
def test_only_the_web_and_mail_are_linked(address: str) -> None:
    (paragraph,) = read(f"[our words]({address})")

    assert paragraph == Paragraph(words("our words"))


def test_a_table_knows_its_caption_widths_numbers_and_total() -> None:
    text = "<!-- table: What it costs | 3 1 | total -->\n\n"
    text += "| Item | Cost |\n|---|---:|\n| Tea | £12 |\n| Total | £12 |"

    blocks = read(text)

    assert blocks == (
        Table(
            caption="What it costs",
            widths=(3, 1),
            head=(words("Item"), words("Cost")),
            rows=((words("Tea"), words("£12")), (words("Total"), words("£12"))),
            numeric=(False, True),
            total=True,
        ),
    )


def test_a_table_needs_no_directive() -> None:
    (table,) = read("| What | Details |\n|---|---|\n| When | Friday |")

    assert isinstance(table, Table)
    assert (table.caption, table.widths, table.names_rows) == ("", (), True)


def test_a_table_may_be_to_write_in() -> None:
    (table,) = read(
        "<!-- table: Your words | | fill-in plain -->\n| Question | Answer |\n|---|---|\n| Good? | |"
    )

    assert isinstance(table, Table)
    assert (table.fill_in, table.names_rows, table.rows[0][1]) == (True, False, ())


def test_lists_have_kinds_starts_and_lists_inside() -> None:
    blocks = read("3. Ask\n   - by post\n\n<!-- ticks -->\n- Signs\n")

    assert blocks == (
        ListBlock(
            ListKind.NUMBERS,
            ((Paragraph(words("Ask")), ListBlock(ListKind.BULLETS, ((Paragraph(words("by post")),),))),),
            start=3,
        ),
        ListBlock(ListKind.TICKS, ((Paragraph(words("Signs")),),)),
    )


def test_callouts_have_kinds() -> None:
    blocks = read("> Ask first.\n\n<!-- callout: shut-out -->\n> No lift.\n>\n> Move.")

    assert blocks == (
        Callout(CalloutKind.NOTE, (Paragraph(words("Ask first.")),)),
        Callout(CalloutKind.SHUT_OUT, (Paragraph(words("No lift.")), Paragraph(words("Move.")))),
    )


def test_contents_and_page_breaks_have_places() -> None:
    blocks = read("<!-- toc: What is inside -->\n\n<!-- page-break -->\n\nHello")

    assert blocks == (Contents("What is inside"), PageBreak(), Paragraph(words("Hello")))


@pytest.mark.parametrize(
    "text",
    [
        "## \n\nHello",
        "- \n\nHello",
        "> \n\nHello",
        "# \n\nHello",
        "| What |\n|---|\n\nHello",
    ],
)
def test_what_has_no_words_is_left_out(text: str) -> None:
    blocks = read(text)

    assert blocks == (Paragraph(words("Hello")),)


@pytest.mark.parametrize(
    "text",
    [
        "<!-- tabel: Money -->\n| a |\n|---|\n| b |",
        "<!--toc: Contents-->",
        "<!-- toc -->",
        "<!-- table: Money -->\n\nNot a table",
        "<!-- table: Money | 1 2 3 -->\n| a | b |\n|---|---|\n| c | d |",
        "<!-- table: Money | | totals -->\n| a |\n|---|\n| b |",
        "<!-- callout: panic -->\n> No lift.",
        "<!-- callout: note -->\nNot a callout",
        "<!-- ticks -->\n1. One",
        "<!-- cover -->\n## Not a title",
        "<!-- cover -->",
        "<b>bold</b>",
        "<div>\n\nHello\n\n</div>",
        "Hello <!-- page-break --> there",
        "<!-- page-break --> Hello",
        "*italic*",
        "`code`",
        "    code",
        "```\ncode\n```",
        "---",
        "![](map.png)",
        "### Too deep at once",
        "## One\n\n#### Three",
        "## One\n\n##### Five",
        "# One title\n\n# Another",
        "> - a list in a callout",
        "- ## a heading in a list",
        "- | a |\n  |---|\n  | b |",
    ],
)
def test_what_is_not_ours_is_refused(text: str) -> None:
    with pytest.raises(MarkupError):
        read(text)


@pytest.mark.parametrize("typed", HOSTILE)
def test_typed_words_change_no_block(typed: str) -> None:
    text = f"## Why {escape(typed)}\n\n{escape(typed)}\n\n- {escape(typed)}\n\n> {escape(typed)}"

    heading, paragraph, bullets, callout = read(text)

    line = words(on_one_line(typed))
    assert heading == Heading(1, words(f"Why {on_one_line(typed)}"))
    assert paragraph == Paragraph(line)
    assert bullets == ListBlock(ListKind.BULLETS, ((Paragraph(line),),))
    assert callout == Callout(CalloutKind.NOTE, (Paragraph(line),))


@pytest.mark.parametrize("typed", HOSTILE)
def test_typed_words_stay_in_their_cell(typed: str) -> None:
    cell = escape(typed)
    text = f"<!-- table: About {cell} | 1 2 -->\n\n| {cell} | b |\n|---|---|\n| {cell} |{cell}|"

    (table,) = read(text)

    assert isinstance(table, Table)
    assert table.caption == f"About {on_one_line(typed)}"
    assert [plain(line) for line in (table.head[0], *table.rows[0])] == [on_one_line(typed)] * 3
    assert plain(table.head[1]) == "b"


@pytest.mark.parametrize("typed", HOSTILE)
def test_the_preview_shows_what_was_typed_as_words(typed: str) -> None:
    text = preview(f"Why: {escape(typed)}\n")

    (line,) = [
        token for token in MarkdownIt("gfm-like", {"linkify": False}).parse(text) if token.type == "inline"
    ]
    pieces = line.children or []
    assert {piece.type for piece in pieces} == {"text"}
    shown = "".join(piece.content for piece in pieces).replace("\u2060", "")
    assert shown == f"Why: {on_one_line(typed)}".replace("\u2060", "")


@pytest.mark.parametrize(
    "sign", ["<->", "->", "<-", "--", ">=", "<=", "~=", ":smile:", ":streamlit:", ":material/home:"]
)
def test_the_preview_keeps_signs_that_streamlit_would_replace(sign: str) -> None:
    text = preview(f"from a {escape(sign)} b")

    (line,) = [token for token in MarkdownIt().parse(text) if token.type == "inline"]
    shown = "".join(piece.content for piece in line.children or [])
    assert sign not in shown
    assert shown.replace("\u2060", "") == f"from a {sign} b"


@pytest.mark.parametrize("sign", [":red[a]", "$x$", "[a](b)", ":blue-badge[a]"])
def test_the_preview_leaves_nothing_bare_that_streamlit_reads(sign: str) -> None:
    text = preview(escape(sign))

    for letter in set(sign) & set(":$[]()"):
        assert text.count(letter) == text.count(f"\\{letter}")


def test_the_preview_has_captions_and_no_directives() -> None:
    text = "<!-- page-break -->\n\n<!-- table: What it costs | 1 2 -->\n\n"
    text += "| Item | Cost |\n|---|---|\n| Tea | £12 |\n"

    shown = preview(text)

    assert "<!--" not in shown
    assert "**What it costs**\n\n" in shown
    assert shown.endswith("| Item | Cost |\n|---|---|\n| Tea | £12 |\n")


def test_a_caption_in_the_preview_stands_apart_from_its_table() -> None:
    shown = preview("<!-- table: What it costs -->\n| Item |\n|---|\n| Tea |")

    assert shown == "**What it costs**\n\n| Item |\n|---|\n| Tea |"


def test_pictures_in_the_preview_have_an_address_or_words() -> None:
    text = "![A clock](clock.png) ![A bus](bus.png)"

    shown = preview(text, {"clock.png": "data:image/png;base64,AAAA"})

    assert shown == "![A clock](data:image/png;base64,AAAA) A bus"
