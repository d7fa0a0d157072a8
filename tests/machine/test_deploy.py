"""What a server runs the bot with: the systemd unit, the image, the compose file, the lock without tests' tools."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from bot import cli, running
from bot.settings import OWN_PAGES

CHECKOUT = Path(__file__).resolve().parents[2]
DEPLOY = CHECKOUT / "deploy"
UNIT = (DEPLOY / "nastavnik.service").read_text()
DOCKERFILE = (DEPLOY / "Dockerfile").read_text()
COMPOSE = (DEPLOY / "compose.yaml").read_text()
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())

HAS_SYSTEMD = shutil.which("systemd-analyze") is not None
WORST_EXPOSURE = 20  # of 100: a usual service has 96


def directive(name: str) -> list[str]:
    return re.findall(rf"^{name}=(.*)$", UNIT, re.MULTILINE)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("User", "nastavnik"),
        ("NoNewPrivileges", "yes"),
        ("ProtectSystem", "strict"),
        ("ReadWritePaths", "/var/lib/nastavnik"),
        ("StateDirectoryMode", "0700"),
        ("UMask", "0077"),
        ("CapabilityBoundingSet", ""),
        ("Restart", "on-failure"),
    ],
)
def test_unit_gives_the_bot_its_data_and_nothing_else(name: str, value: str) -> None:
    assert directive(name) == [value]


def test_unit_lets_the_bot_end_and_does_not_start_it_again_for_nothing() -> None:
    (stop,) = directive("TimeoutStopSec")
    assert int(stop) >= max(15, running.END_SECONDS)
    (codes,) = directive("RestartPreventExitStatus")
    assert set(codes.split()) == {"2", str(cli.FOR_GOOD)}


def test_command_line_works_with_the_database_of_the_unit() -> None:
    script = (DEPLOY / "nastavnik").read_text()
    subprocess.run(["sh", "-n", DEPLOY / "nastavnik"], check=True)
    assert set(re.findall(r"^(?:DATABASE_URL|DATA_DIR)=.*", script, re.MULTILINE)) == set(
        re.findall(r"(?:DATABASE_URL|DATA_DIR)=\S+", UNIT)
    )
    assert directive("EnvironmentFile")[0] in script


@pytest.mark.skipif(not HAS_SYSTEMD, reason="there is no systemd-analyze")
def test_unit_is_what_systemd_understands(tmp_path: Path) -> None:
    unit = tmp_path / "nastavnik.service"
    unit.write_text(UNIT.replace("/opt/nastavnik/.venv/bin/python", sys.executable))
    looked = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", unit], capture_output=True, text=True, check=False
    )
    said = [line for line in looked.stderr.splitlines() if "nastavnik" in line]
    assert (looked.returncode, said) == (0, [])
    subprocess.run(
        ["systemd-analyze", "security", "--offline=true", f"--threshold={WORST_EXPOSURE}", unit],
        capture_output=True,
        check=True,
    )


def test_no_secret_is_in_what_is_deployed() -> None:
    for name in running.SECRETS:
        given = re.findall(rf"\b{name}[=:]\s*(.*)", f"{UNIT}\n{DOCKERFILE}\n{COMPOSE}")
        assert all(re.match(r'sqlite:|""$', value) for value in given), (name, given)
    assert re.findall(r"PASSWORD(?!_FILE)", COMPOSE) == []
    assert re.findall(r"^    file: (?!secrets/)", COMPOSE, re.MULTILINE) == []
    assert "/deploy/secrets/" in (CHECKOUT / ".gitignore").read_text().splitlines()


def test_image_holds_the_program_and_what_its_lock_names() -> None:
    copied = set(re.findall(r"^COPY (\w+) /app/\1$", DOCKERFILE, re.MULTILINE))
    assert copied == set(PROJECT["tool"]["setuptools"]["packages"]) - {"sandbox"}
    others = re.findall(r"^COPY (?!\w+ /app/)(.*)", DOCKERFILE, re.MULTILINE)
    assert others == ["deploy/requirements.lock /requirements.lock", "--from=built /venv /venv"]
    (install,) = re.findall(r"pip install (.*)", DOCKERFILE)
    assert "--require-hashes" in install
    ignored = [line for line in (CHECKOUT / ".dockerignore").read_text().splitlines() if not line.startswith("#")]
    assert ignored[0] == "*"
    assert {line[1:] for line in ignored if line.startswith("!")} == copied | {"deploy/requirements.lock"}


def test_image_runs_as_nobody_special_and_says_how_it_is() -> None:
    (user,) = re.findall(r"^USER (\d+):\d+$", DOCKERFILE, re.MULTILINE)
    assert int(user) > 1000
    assert DOCKERFILE.index("\nUSER ") > DOCKERFILE.rindex("\nRUN ")
    port = re.findall(r"HTTP_PORT=(\d+)", DOCKERFILE)[0]
    assert f"http://127.0.0.1:{port}{OWN_PAGES[0]}" in DOCKERFILE
    assert "HEALTHCHECK" in DOCKERFILE
    assert 'ENTRYPOINT ["python", "-m", "bot"]' in DOCKERFILE, "as the first process: it is what hears SIGTERM"


def test_containers_cannot_write_or_become_more() -> None:
    bot = COMPOSE[COMPOSE.index("\n  bot:") : COMPOSE.index("\n  db:")]
    for line in (
        "read_only: true",
        "cap_drop: [ALL]",
        'security_opt: ["no-new-privileges:true"]',
        "stop_grace_period: 20s",
        "- data:/data",
    ):
        assert f"    {line}\n" in bot, line
    (user,) = re.findall(r'user: "(.*)"', bot)
    assert f"USER {user}\n" in DOCKERFILE
    assert "privileged" not in COMPOSE
    assert re.findall(r"^    ports:", COMPOSE, re.MULTILINE) == [], "nothing is open to the world by itself"


def test_servers_lock_is_the_lock_without_what_tests_need() -> None:
    ours, everything = (_locked(path) for path in (DEPLOY / "requirements.lock", CHECKOUT / "requirements.lock"))
    assert ours.items() <= everything.items()
    assert all("--hash=sha256:" in hashes for hashes in ours.values())
    wanted = [*PROJECT["project"]["dependencies"], *PROJECT["project"]["optional-dependencies"]["postgres"]]
    assert {_name(each) for each in wanted} <= {_name(each) for each in ours}
    tools = {_name(each) for each in PROJECT["project"]["optional-dependencies"]["dev"]}
    assert tools.isdisjoint(_name(each) for each in ours)


def _locked(path: Path) -> dict[str, str]:
    """Hashes by «name==version ; when»."""
    blocks = re.split(r"^(?=\w)", path.read_text(), flags=re.MULTILINE)
    found = {}
    for block in filter(None, (each.strip() for each in blocks)):
        head, *rest = block.splitlines()
        found[head.rstrip(" \\")] = "\n".join(line.rstrip(" \\") for line in rest if "--hash" in line)
    return found


def _name(requirement: str) -> str:
    return re.split(r"[^\w.-]", requirement, maxsplit=1)[0].lower().replace("_", "-")
