"""The files of deploy/ fit the planner and each other."""

import re
from pathlib import Path

from tests.servers.running import ROOT

DEPLOY = ROOT / "deploy"
HEALTH = "/_stcore/health"


def test_the_container_gets_everything_the_planner_needs_and_nothing_else() -> None:
    copied = re.findall(r"^COPY (.+) \S+$", words("Containerfile"), re.MULTILINE)

    files = {name for line in copied for name in line.split()}
    assert files == {
        *("requirements.txt", ".streamlit/config.toml", "app.py", "server.py"),
        *("examples", "pages", "planner", "static", "templates"),
    }
    assert all((ROOT / name).exists() for name in files)


def test_everybody_asks_for_health_where_the_planner_answers() -> None:
    assert HEALTH in words("Containerfile")
    assert words("kubernetes.yaml").count(HEALTH) == 3


def test_nginx_and_compose_name_the_same_planners() -> None:
    before = set(re.findall(r"server (planner-\d):8501", words("nginx.conf")))
    services = set(re.findall(r"^  (planner-\d):", words("compose.yaml"), re.MULTILINE))

    assert before == services == {"planner-1", "planner-2"}


def test_all_planners_share_one_cookie_secret_that_is_in_no_file() -> None:
    for name in ("compose.yaml", "kubernetes.yaml"):
        assert words(name).count("STREAMLIT_SERVER_COOKIE_SECRET") == 1
    assert "${COOKIE_SECRET:?" in words("compose.yaml")
    assert "secretKeyRef" in words("kubernetes.yaml")


def test_nginx_takes_no_larger_upload_than_the_planner() -> None:
    settings = (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")

    planner = re.search(r"^maxUploadSize = (\d+)", settings, re.MULTILINE)
    nginx = re.search(r"client_max_body_size (\d+)m", words("nginx.conf"))

    assert planner
    assert nginx
    assert planner[1] == nginx[1]


def test_a_planner_on_somebodys_own_machine_is_open_to_nobody_else() -> None:
    starts = re.findall(r"streamlit run.*", (ROOT / "Makefile").read_text(encoding="utf-8"))

    assert len(starts) == 2
    assert all("--server.address localhost" in start for start in starts)


def test_every_file_is_in_the_guide() -> None:
    guide = (ROOT / "docs" / "deploying.md").read_text(encoding="utf-8")

    names = sorted(file.name for file in DEPLOY.iterdir())

    assert names == ["Containerfile", "compose.yaml", "kubernetes.yaml", "nginx.conf"]
    assert not [name for name in names if f"deploy/{name}" not in guide]


def words(name: str) -> str:
    """A file of deploy/."""
    return Path(DEPLOY / name).read_text(encoding="utf-8")
