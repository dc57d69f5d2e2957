"""A server of our own tells browsers what they may load, who may frame it and which language it speaks."""

import base64
import hashlib
import re
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.servers.running import Running

ADDRESSES = (
    "/",
    "/venue",
    "/_stcore/health",
    "/favicon.png",
    "/media/nothing-here",
    "/component/none/at-all",
)
PAGE = {"Accept": "text/html,*/*;q=0.8", "Accept-Encoding": "gzip, br"}


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_has_the_headers(ours: Running, address: str) -> None:
    headers, _ = asked(ours, address)

    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"
    assert "camera=()" in headers["permissions-policy"]
    assert "default-src 'self'" in headers["content-security-policy"]


def test_nothing_may_be_loaded_from_elsewhere_and_nobody_may_frame_the_planner(ours: Running) -> None:
    headers, _ = asked(ours, "/")

    allowed = dict(rule.split(" ", 1) for rule in headers["content-security-policy"].split("; "))
    assert not [rule for rule in allowed.values() if "http" in rule or "*" in rule or "unsafe-eval" in rule]
    assert "'unsafe-inline'" not in allowed["script-src"]
    assert allowed["frame-ancestors"] == "'none'"
    assert allowed["object-src"] == "'none'"


def test_the_one_script_inside_the_page_is_let_in_by_its_hash(ours: Running) -> None:
    headers, page = asked(ours, "/")

    scripts = re.findall(rb"<script>(.*?)</script>", page, re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(script).digest()).decode() for script in scripts]
    assert hashes
    assert all(f"'sha256-{one}'" in headers["content-security-policy"] for one in hashes)


@pytest.mark.parametrize("address", ["/", "/venue"])
def test_a_page_says_its_language_and_its_name_before_any_script_runs(ours: Running, address: str) -> None:
    headers, page = asked(ours, address)

    assert b'<html lang="en-GB">' in page
    assert b"<title>Doing With</title>" in page
    assert int(headers["content-length"]) == len(page)


def test_a_plan_cannot_be_sent_by_another_site(ours: Running) -> None:
    address = f"{ours.address}/_stcore/upload_file/some-session/some-file"
    upload = Request(address, method="PUT", data=b"--x--", headers={"Origin": "https://elsewhere.example"})  # noqa: S310  ours

    assert refused(upload) == 403


def test_the_door_for_machines_is_shut(ours: Running) -> None:
    machine = Request(f"{ours.address}/_stcore/agent/sessions", data=b"{}")  # noqa: S310  ours

    assert refused(machine) in {403, 404, 405}


def test_the_log_does_not_say_who_came(ours: Running) -> None:
    asked(ours, "/venue")

    assert "127.0.0.1:" not in ours.said.replace(ours.address, "")
    assert "/venue" not in ours.said


def asked(server: Running, address: str) -> tuple[dict[str, str], bytes]:
    """The headers and the body of one answer, as a browser asks for a page."""
    try:
        with urlopen(Request(server.address + address, headers=PAGE), timeout=30) as answer:  # noqa: S310  ours
            return {name.lower(): value for name, value in answer.headers.items()}, answer.read()
    except HTTPError as refusal:
        with refusal:
            return {name.lower(): value for name, value in refusal.headers.items()}, refusal.read()


def refused(request: Request) -> int:
    """With which number the server refuses."""
    with pytest.raises(HTTPError) as refusal:
        urlopen(request, timeout=30)  # noqa: S310  ours
    refusal.value.close()
    return refusal.value.code
