"""How long a document takes to read, and how hard that is."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.documents import Document, text_of
from planner.documents.markup import Block, Callout, Cover, Heading, ListBlock, Paragraph, Table, plain, read
from planner.pack import Pack
from planner.reading.level import Label, grade_of, label_of, minutes_to_read
from planner.reading.sentences import sentences_of


@dataclass(frozen=True)
class HowItReads:
    """Minutes of silent reading, and how hard the text is; None where it is too short to judge."""

    minutes: int
    label: Label | None

    @property
    def words(self) -> str:
        """Both in a sentence or two."""
        minutes = f"About {self.minutes} {'minute' if self.minutes == 1 else 'minutes'} to read."
        return f"{minutes} {self.label.words}." if self.label else minutes


def how_it_reads(document: Document, pack: Pack) -> HowItReads:
    """What a reader can expect of a document that is read; forms that are filled in count as they stand."""
    sentences = sentences_of("\n".join(_lines(read(text_of(document, pack)))))
    grade = grade_of(sentences)
    words = sum(len(sentence.words) for sentence in sentences)
    return HowItReads(minutes_to_read(words), None if grade is None else label_of(grade))


def _lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Every line that has words: a cell of a table is a line of its own."""
    for block in blocks:
        match block:
            case Heading(inline=line) | Paragraph(inline=line):
                yield plain(line)
            case Cover(label, title, subtitle):
                yield from map(plain, (label, title, subtitle))
            case Callout(paragraphs=inside):
                yield from _lines(inside)
            case ListBlock(items=items):
                for item in items:
                    yield from _lines(item)
            case Table(head=head, rows=rows):
                yield from (plain(cell) for row in (head, *rows) for cell in row)
            case _:
                pass
