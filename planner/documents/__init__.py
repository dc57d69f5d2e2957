"""Everything people take away: the list of documents, and how each is made from a pack and opened again."""

from planner.documents.making import MadeFile, file_name, make, make_each, named, stamp, text_of
from planner.documents.opening import open_file
from planner.documents.registry import DOCUMENTS, Document, Form, Readers, carries_plan, chosen, fitting
from planner.documents.save_file import CannotOpen, open_plan, save

__all__ = [
    "DOCUMENTS",
    "CannotOpen",
    "Document",
    "Form",
    "MadeFile",
    "Readers",
    "carries_plan",
    "chosen",
    "file_name",
    "fitting",
    "make",
    "make_each",
    "named",
    "open_file",
    "open_plan",
    "save",
    "stamp",
    "text_of",
]
