"""Planners that are really running, as they are on Community Cloud and on a server of our own."""

from collections.abc import Iterator

import pytest

from tests.servers.running import Running, free_port, on_our_own, running


@pytest.fixture(scope="session")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A server of our own, which the tests of this worker share."""
    port = free_port()
    with running(on_our_own(port), port, tmp_path_factory.mktemp("ours") / "log") as server:
        yield server
