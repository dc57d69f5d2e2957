"""Every document with whom it is for, its download and a preview of the same text."""

from functools import partial

import streamlit as st

from pages.shared import store
from planner.documents import DOCUMENTS, Document, Form, file_name, make, text_of
from planner.documents.markup import preview
from planner.pack import Pack

MAIN = "plan"  # one plum button on a page
KIND = {Form.WORD: "Word", Form.WORKBOOK: "Excel", Form.SAVED: "your answers"}


def all_documents() -> None:
    """Each document on a row of its own. Files are made when somebody presses the button."""
    pack = store.pack()
    st.markdown("Everything is made from your answers. You can download at any time, whatever is still open.")
    for document in DOCUMENTS.values():
        with st.container(key=f"row-{document.key}", gap="small"):
            st.markdown(f"## {document.name}", anchors=False)
            st.markdown(f"For: {document.for_whom[0].lower()}{document.for_whom[1:]}.")
            with st.container(key=f"ear-{document.key}"):
                st.download_button(
                    f"Download {KIND[document.form]}:small[: {document.name}]",
                    data=partial(_bytes, document, pack),
                    file_name=file_name(document, pack),
                    mime=document.form.mime,
                    icon=":material/download:",
                    key=f"download-{document.key}",
                    type="primary" if document.key == MAIN else "secondary",
                    on_click="ignore",
                )
            _preview(document, pack)


def _bytes(document: Document, pack: Pack) -> bytes:
    return make(document, pack).data


def _preview(document: Document, pack: Pack) -> None:
    """The same words as in the file, worked out only when somebody wants to see them."""
    name = f"Preview: {document.name}"
    with st.expander(name, key=f"preview-{document.key}", on_change="rerun", type="compact") as opened:
        if opened.open:
            text = text_of(document, pack)
            if document.form is Form.SAVED:
                st.code(text, language=None)
            else:
                st.markdown(preview(text), anchors=False)
