"""Somebody who uses the planner over Streamlit's own line, without a browser, so that many can come at once."""

import json
from collections.abc import AsyncGenerator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Self

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

HEARS = "$$STREAMLIT_INTERNAL_KEY_{}__events"  # how Streamlit names what a component has triggered
LARGEST = 64 * 1024 * 1024
PATIENT: dict[str, Any] = {"open_timeout": 120, "ping_timeout": None}  # one planner serves all of us in turn
KINDS = {
    "text_input": "string_value",
    "text_area": "string_value",
    "radio": "string_value",
    "selectbox": "string_value",
    "checkbox": "bool_value",
    "number_input": "double_value",
    "date_input": "string_array_value",
    "button": "trigger_value",
}


@dataclass(frozen=True)
class Field:
    """Something on the page to fill in or to press; ``options`` are the words to choose from."""

    kind: str
    id: str
    options: tuple[str, ...] = ()


class Visitor:
    """One session: pages, fields, buttons, and the browser that keeps the plan.

    A browser that answers what it holds is part of it: ``kept`` is what the planner handed over to be kept.
    """

    def __init__(self, line: ClientConnection) -> None:
        """Come in by that line."""
        self.line = line
        self.pages: dict[str, str] = {}
        self.here = ""
        self.fields: dict[str, Field] = {}
        self.faults: list[str] = []
        self.heard = b""
        self.runs = 0
        self.kept: dict[str, Any] | None = None
        self._autosave = ""
        self._asked = ""
        self._values: dict[str, WidgetState] = {}

    @classmethod
    @asynccontextmanager
    async def arrives(cls, address: str) -> AsyncGenerator[Self]:
        """Open the first page, and answer that this browser holds nothing yet; close the page at the end."""
        where = f"{address.replace('http', 'ws', 1)}/_stcore/stream"
        async with connect(
            where, subprotocols=[Subprotocol("streamlit")], max_size=LARGEST, **PATIENT
        ) as line:
            visitor = cls(line)
            await visitor._run()
            yield visitor

    async def go(self, page: str) -> None:
        """Open a page by its address; an empty one is the first page."""
        self.here = self.pages[page]
        await self._run()

    async def say(self, answers: dict[str, Any]) -> None:
        """Answer fields by their keys without the generation, such as ``purpose.title``, all in one go."""
        for key, value in answers.items():
            field = self.fields[key]
            state = WidgetState(id=field.id)
            if field.kind == "date_input":
                state.string_array_value.data.append(value)
            else:
                setattr(state, KINDS[field.kind], value)
            self._values[field.id] = state
        await self._run()

    async def press(self, key: str) -> None:
        """Press a button."""
        await self._run(WidgetState(id=self.fields[key].id, trigger_value=True))

    async def _run(self, *triggers: WidgetState) -> None:
        await self._rerun(triggers)
        if self._asked:
            boot = [{"event": "boot", "value": {"ask": self._asked, "found": "nothing"}}]
            await self._rerun(
                [WidgetState(id=HEARS.format(self._autosave), json_trigger_value=json.dumps(boot))]
            )

    async def _rerun(self, triggers: Iterable[WidgetState]) -> None:
        asked = BackMsg()
        asked.rerun_script.page_script_hash = self.here
        asked.rerun_script.widget_states.widgets.extend([*self._values.values(), *triggers])
        await self.line.send(asked.SerializeToString())
        await self._listen()
        self.runs += 1

    async def _listen(self) -> None:
        """Take in everything until the page is finished; a page that leads to another one goes on."""
        self._asked = ""
        heard: list[bytes] = []
        while True:
            words = await self.line.recv(decode=False)
            heard.append(bytes(words))
            message = ForwardMsg.FromString(bytes(words))
            match message.WhichOneof("type"):
                case "new_session":
                    self.fields = {}
                    self.here = message.new_session.page_script_hash
                case "navigation":
                    self.pages = {
                        one.url_pathname: one.page_script_hash for one in message.navigation.app_pages
                    }
                    self.here = message.navigation.page_script_hash
                case "delta":
                    self._take_in(message.delta.new_element)
                case "script_finished":
                    if message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                        break
        self.heard = b"".join(heard)
        shown = {field.id for field in self.fields.values()}
        self._values = {id_: state for id_, state in self._values.items() if id_ in shown}

    def _take_in(self, element: Any) -> None:
        kind = element.WhichOneof("type")
        if kind == "exception":
            self.faults.append(element.exception.message or element.exception.type)
        elif kind == "alert" and element.alert.format == Alert.ERROR:
            self.faults.append(element.alert.body)
        elif kind == "bidi_component" and element.bidi_component.component_name.endswith("autosave"):
            self._autosave = element.bidi_component.id
            data = json.loads(element.bidi_component.json)
            self._asked = data["ask"]
            if data["plan"]:
                self.kept = json.loads(data["plan"])
        elif kind in KINDS:
            shown = getattr(element, kind)
            self.fields[_key(shown.id)] = Field(kind, shown.id, tuple(getattr(shown, "options", ())))


def _key(id_: str) -> str:
    """What we call a field, from what Streamlit calls it."""
    key = id_.split("-", 2)[-1]
    return key.split(".", 1)[-1] if key.startswith("w") and key[1:].split(".")[0].isdigit() else key
