"""What people take away: the main files at the top, then every other document on a row that opens."""

from collections.abc import Iterator
from functools import partial

import streamlit as st

from pages.shared import announce, in_turn, store
from pages.shared.choosing import choose_documents
from pages.shared.own_style import own_style
from planner.documents import (
    DOCUMENTS,
    Document,
    Form,
    MadeFile,
    Readers,
    carries_plan,
    chosen,
    file_name,
    make,
    make_each,
    text_of,
)
from planner.documents.bundle import MIME, bundle
from planner.documents.check import Report, check
from planner.documents.markup import preview
from planner.documents.own_style import OwnStyle
from planner.documents.reading_time import reading_time
from planner.pack import Pack

MAIN = {"plan": "Download the plan", "checklist": "Download the checklist and budget"}
CHECKED = (".docx", ".xlsx", ".html")


def all_documents() -> None:
    """The plan, the checklist and the ZIP; then each document, made when somebody opens its row."""
    pack = store.pack()
    st.markdown("Everything is made from your answers. You can download at any time, whatever is still open.")
    main = st.container(key="panel-main-downloads", gap="small")
    choose_documents()
    style = own_style()
    with main:
        with st.container(horizontal=True, gap="small"):
            for key, words in MAIN.items():
                _main(DOCUMENTS[key], words, pack, style)
        is_new = _everything(pack, style)
    for readers in Readers:
        documents = [document for document in chosen(pack) if document.readers is readers]
        if documents:
            st.markdown(f"## {readers.words}", anchors=False)
        for document in documents:
            _row(document, pack, style)
    if is_new:
        st.rerun()  # here, when every row is drawn: Streamlit forgets which are open where it does not meet them


def _main(document: Document, words: str, pack: Pack, style: OwnStyle | None) -> None:
    """A file that nearly everybody wants, made when somebody presses the button."""
    st.download_button(
        f"{words} ({document.form.words})",
        data=partial(_bytes, document, pack, style),
        file_name=file_name(document, pack),
        mime=document.form.mime,
        icon=":material/download:",
        key=f"download-main-{document.key}",
        type="primary",
        on_click="ignore",
    )


def _bytes(document: Document, pack: Pack, style: OwnStyle | None) -> bytes:
    with in_turn.files_of_one_person():
        return make(document, pack, style=style).data


def _everything(pack: Pack, style: OwnStyle | None) -> bool:
    """The ZIP takes a second or two, so it is made first, and the button to keep it says how big it is.

    Gives back whether it was made in this run, so that the next one can say so.
    """
    key = f"everything-{id(style)}"
    made, is_new = store.kept(key), False
    if not made and st.button(
        "Make everything in one ZIP", icon=":material/folder_zip:", key="make-everything"
    ):
        bar = st.progress(0.0, "Making the files")
        with in_turn.files_of_one_person():
            files = bundle(
                pack, lambda done, in_all, name: bar.progress(done / in_all, f"Making: {name}"), style
            )
        made = store.keep_made(key, files)
        # The button that was pressed is gone, and the focus with it.
        announce.once("The ZIP is ready.", ".st-key-download-everything button")
        is_new = True
    if isinstance(made, MadeFile):
        st.download_button(
            f"Download everything (ZIP, {made.size})",
            data=made.data,
            file_name=made.name,
            mime=MIME,
            icon=":material/folder_zip:",
            key="download-everything",
            on_click="ignore",
        )
    return is_new


def _row(document: Document, pack: Pack, style: OwnStyle | None) -> None:
    with st.container(key=f"row-{document.key}", gap="xsmall"):
        st.markdown(f"### {document.name}", anchors=False)
        st.markdown(f"For: {document.for_whom[0].lower()}{document.for_whom[1:]}.{_reads(document, pack)}")
        name = f"Files and preview: {document.name.lower()}"
        with st.expander(name, key=f"open-{document.key}", on_change="rerun", type="compact") as opened:
            if opened.open:
                _files(document, pack, style)
                _preview(document, pack)


def _reads(document: Document, pack: Pack) -> str:
    """How long it takes and how hard it is; nothing for what is worked in, not read."""
    if {Form.WORKBOOK, Form.CALENDAR, Form.SAVED} & set(document.forms):
        return ""
    key = f"reads-{document.key}"
    found = store.kept(key) or store.keep_made(key, reading_time(text_of(document, pack)))
    return f" {found}"


def _files(document: Document, pack: Pack, style: OwnStyle | None) -> None:
    """A button for each kind of file, with its size and what the check found in it; then the copies to share."""
    key = f"files-{document.key}-{id(style)}"  # the session holds one style, as long as it is used
    made = store.kept(key)
    if not made:
        with st.spinner("Making the files"), in_turn.files_of_one_person():
            made = store.keep_made(key, tuple(_each(document, pack, style)))
    for name, words, file, report in made:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.download_button(
                f"{words}, {file.size}:small[: {document.name}]",
                data=file.data,
                file_name=file.name,
                mime=file.mime,
                icon=":material/download:",
                key=f"download-{name}",
                on_click="ignore",
            )
            if report:
                st.caption(f"{report.passed} of {len(report.checks)} access checks passed", width="content")
        for fault in report.faults if report else ():
            st.markdown(f"- {fault}")
    if any(carries_plan(document, form) for form in document.forms):
        st.caption(
            "The copies to share look the same, without your answers inside. The others open here again."
        )


def _each(
    document: Document, pack: Pack, style: OwnStyle | None
) -> Iterator[tuple[str, str, MadeFile, Report | None]]:
    """Every file with the end of its key, what its button says, and what the check says of it."""
    for form, file in zip(document.forms, make_each(document, pack, style=style), strict=True):
        words = f"{form.words[0].upper()}{form.words[1:]}"
        yield f"{document.key}-{form.value}", words, file, _looked_at(file)
    for form in document.forms:
        if carries_plan(document, form):
            file = make(document, pack, form, style=style, share=True)
            yield (
                f"{document.key}-{form.value}-share",
                f"A copy to share, {form.words}",
                file,
                _looked_at(file),
            )


def _looked_at(file: MadeFile) -> Report | None:
    """What the check says of a file; None for kinds that have nothing to look at, such as plain text."""
    return check(file.data) if file.name.endswith(CHECKED) else None


def _preview(document: Document, pack: Pack) -> None:
    """The same words as in the file."""
    text = text_of(document, pack)
    if document.form is Form.SAVED:
        st.code(text, language=None)
        return
    st.markdown("**Preview**")
    st.markdown(preview(text), anchors=False)
