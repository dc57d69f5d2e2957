"""Every document with whom it is for, its downloads and a preview of the same text, in three groups."""

from functools import partial

import streamlit as st

from pages.shared import store
from planner.documents import Document, Form, Readers, file_name, fitting, make, text_of
from planner.documents.bundle import MIME, bundle, bundle_name
from planner.documents.markup import preview
from planner.pack import Pack
from planner.reading.level import minutes_to_read


def all_documents() -> None:
    """Everything in one ZIP, then each document on a row of its own. Files are made when somebody presses a button."""
    pack = store.pack()
    st.markdown("Everything is made from your answers. You can download at any time, whatever is still open.")
    st.download_button(
        "Download everything (ZIP)",
        data=partial(_all_bytes, pack),
        file_name=bundle_name(pack),
        mime=MIME,
        icon=":material/folder_zip:",
        key="download-everything",
        type="primary",
        on_click="ignore",
    )
    for readers in Readers:
        documents = [document for document in fitting(pack) if document.readers is readers]
        if documents:
            st.markdown(f"## {readers.words}", anchors=False)
        for document in documents:
            _row(document, pack)


def _row(document: Document, pack: Pack) -> None:
    with st.container(key=f"row-{document.key}", gap="small"):
        st.markdown(f"### {document.name}", anchors=False)
        st.markdown(f"For: {document.for_whom[0].lower()}{document.for_whom[1:]}.")
        with st.container(key=f"ear-{document.key}", horizontal=True, gap="small"):
            for form in document.forms:
                _button(document, form, pack)
        _preview(document, pack)


def _button(document: Document, form: Form, pack: Pack) -> None:
    st.download_button(
        f"Download {form.words}:small[: {document.name}]",
        data=partial(_bytes, document, form, pack),
        file_name=file_name(document, pack, form),
        mime=form.mime,
        icon=":material/download:",
        key=f"download-{document.key}-{form.value}",
        on_click="ignore",
    )


def _bytes(document: Document, form: Form, pack: Pack) -> bytes:
    return make(document, pack, form).data


def _all_bytes(pack: Pack) -> bytes:
    return bundle(pack).data


def _preview(document: Document, pack: Pack) -> None:
    """The same words as in the file, worked out only when somebody wants to see them."""
    name = f"Preview: {document.name}"
    with st.expander(name, key=f"preview-{document.key}", on_change="rerun", type="compact") as opened:
        if opened.open:
            text = text_of(document, pack)
            if document.form is Form.SAVED:
                st.code(text, language=None)
                return
            minutes = minutes_to_read(len(text.split()))
            st.caption(f"About {minutes} {'minute' if minutes == 1 else 'minutes'} to read.")
            st.markdown(preview(text), anchors=False)
