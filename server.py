"""Starts here where the server is our own: the planner with security headers, British English and quick answers.

    uvicorn server:app --no-access-log

`streamlit run app.py` shows the same planner without this file, as on Streamlit Community Cloud.
"""

import gc
import logging
from base64 import b64encode
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path
from re import findall

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

import planner.documents.word
import planner.documents.workbook  # noqa: F401  with all they load, so that the first visitor does not wait for it
from planner.catalogue import catalogue

HERE = Path(__file__).parent
STREAMLITS_SHELL = Path(st.__file__).parent / "static" / "index.html"
OUR_SHELL = {
    b'<html lang="en">': b'<html lang="en-GB">',
    b"<title>Streamlit</title>": b"<title>Doing With</title>",
}


def content_security() -> str:
    """What a browser may load for the planner: from here and nowhere else.

    Streamlit writes its styles into the page and loads the components of this app (the plan on this device, the
    heading that gets focus) as blobs. Its one script inside the page is let in by its hash.
    """
    inline = findall(rb"(?s)<script>(.*?)</script>", STREAMLITS_SHELL.read_bytes())
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' blob: {' '.join(map(_hash, inline))}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' blob: data:",
            "font-src 'self' data:",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


def _hash(script: bytes) -> str:
    return f"'sha256-{b64encode(sha256(script).digest()).decode()}'"


HEADERS = {
    "Content-Security-Policy": content_security(),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class OurHeaders:
    """Every answer of the server says what a browser may do with it, and a page says that it is British English."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before everything that Streamlit answers."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        asked = Headers(scope=scope)
        if scope["method"] == "GET" and "text/html" in asked.get("accept", ""):
            # A shell that comes packed or in part could not be put into British English.
            unwanted = {b"accept-encoding", b"range", b"if-range"}
            scope = {**scope, "headers": [pair for pair in scope["headers"] if pair[0] not in unwanted]}
        await self.app(scope, receive, _Answer(send, whole=scope["method"] == "GET"))


class _Answer:
    """One answer on its way out."""

    def __init__(self, send: Send, *, whole: bool) -> None:
        self.send = send
        self.whole = whole  # a page whose headers alone are asked for has nothing to rewrite
        self.start: Message | None = None  # held back until the whole page is there, as its length changes
        self.page = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.update(HEADERS)
            is_page = headers.get("content-type", "").startswith("text/html")
            if self.whole and is_page and message["status"] == HTTPStatus.OK:
                self.start = message
                return
        if self.start is None or message["type"] != "http.response.body":
            await self.send(message)
            return
        self.page += message.get("body", b"")
        if not message.get("more_body"):
            await self._send_page(self.start)

    async def _send_page(self, start: Message) -> None:
        for theirs, ours in OUR_SHELL.items():
            self.page = self.page.replace(theirs, ours, 1)
        headers = MutableHeaders(scope=start)
        if "content-length" in headers:
            headers["content-length"] = str(len(self.page))
        await self.send(start)
        await self.send({"type": "http.response.body", "body": self.page})


@asynccontextmanager
async def ready(_app: st.App) -> AsyncGenerator[None]:
    """Read the catalogue before the first visitor, and tell Python that what is loaded now stays.

    Streamlit looks for rubbish after every run. It need not look through modules and catalogue each time.
    """
    logging.getLogger("uvicorn.access").disabled = True  # Streamlit has just turned it on
    logging.getLogger("uvicorn.error").addFilter(_names_nobody)
    catalogue()
    gc.collect()
    gc.freeze()
    yield


def _names_nobody(said: logging.LogRecord) -> bool:
    """Who opened a page, by the address of their device, is nobody's business."""
    return "WebSocket" not in said.getMessage()


app = st.App(HERE / "app.py", lifespan=ready, middleware=[Middleware(OurHeaders)])
