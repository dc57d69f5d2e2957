"""What a reader of a document gets to see, as bare words."""

from planner.documents.markup import Block, Callout, Cover, Heading, ListBlock, Paragraph, Table, plain


def words_of(block: Block) -> str:
    """The words of a block, a line for each piece."""
    match block:
        case Cover(label, title, subtitle):
            return "\n".join(map(plain, (label, title, subtitle)))
        case Paragraph(inline) | Heading(inline=inline):
            return plain(inline)
        case Callout(paragraphs=paragraphs):
            return "\n".join(plain(paragraph.inline) for paragraph in paragraphs)
        case ListBlock(items=items):
            return "\n".join(words_of(inside) for item in items for inside in item)
        case Table(caption=caption, head=head, rows=rows):
            return "\n".join([caption, *map(plain, head), *(plain(cell) for row in rows for cell in row)])
        case _:
            return ""
