"""What the outside may say: wrong settings by name and never by value, secrets out of files."""

import warnings
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.cli import _wrong
from bot.settings import DEFAULT_PORT, Settings, settings_from_outside

TOKEN = "7654321:" + "Q" * 35
SECRET = "W" * 40
HOOK = "https://bot.school.example/from-telegram"


@pytest.fixture(autouse=True)
def nothing_outside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Neither `.env` nor the variables of whoever runs the tests."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"WEBHOOK_URL": HOOK}, "WEBHOOK_SECRET needs 32 to 256 characters"),
        ({"WEBHOOK_URL": HOOK, "WEBHOOK_SECRET": "ж" * 40}, "WEBHOOK_SECRET needs 32 to 256 characters"),
        ({"WEBHOOK_URL": HOOK, "WEBHOOK_SECRET": "x" * 31}, "WEBHOOK_SECRET needs 32 to 256 characters"),
        ({"WEBHOOK_URL": HOOK, "WEBHOOK_SECRET": "x" * 257}, "WEBHOOK_SECRET needs 32 to 256 characters"),
        ({"WEBHOOK_URL": HOOK.replace("s:", ":", 1), "WEBHOOK_SECRET": SECRET}, "WEBHOOK_URL is an https address"),
        ({"WEBHOOK_URL": "https:///x", "WEBHOOK_SECRET": SECRET}, "WEBHOOK_URL is an https address"),
        ({"WEBHOOK_URL": f"{HOOK}?a=1", "WEBHOOK_SECRET": SECRET}, "WEBHOOK_URL is an https address"),
        ({"WEBHOOK_URL": "https://a.example/healthz", "WEBHOOK_SECRET": SECRET}, "WEBHOOK_URL needs a path of its own"),
        ({"WEBHOOK_URL": f"{HOOK}/{TOKEN}", "WEBHOOK_SECRET": SECRET}, "WEBHOOK_URL holds a secret"),
        ({"WEBHOOK_URL": f"{HOOK}/{SECRET}", "WEBHOOK_SECRET": SECRET}, "WEBHOOK_URL holds a secret"),
        ({"HTTP_PORT": "70000"}, "HTTP_PORT: Input should be less than or equal to 65535"),
        ({"HTTP_PORT": "0"}, "HTTP_PORT: Input should be greater than or equal to 1"),
        ({"STANDBY": "yes"}, "STANDBY needs PostgreSQL: a SQLite file has one bot"),
        ({"STANDBY": "no", "DATABASE_URL": "postgresql://db/nastavnik"}, "STANDBY: Input should be 'yes'"),
        ({"LOG_FORMAT": "xml"}, "LOG_FORMAT: Input should be 'text' or 'json'"),
    ],
)
def test_what_is_wrong_is_told_by_name(monkeypatch: pytest.MonkeyPatch, given: dict[str, str], words: str) -> None:
    for name, value in {"BOT_TOKEN": TOKEN, **given}.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ValidationError) as caught:
        settings_from_outside()
    (line,) = map(_wrong, caught.value.errors(include_input=False))
    assert words in line
    assert [value for value in given.values() if len(value) > 6 and value in line] == []


def test_port_is_open_by_webhook_or_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings_from_outside().port is None
    monkeypatch.setenv("WEBHOOK_URL", HOOK)
    monkeypatch.setenv("WEBHOOK_SECRET", SECRET)
    assert settings_from_outside().port == DEFAULT_PORT
    monkeypatch.setenv("HTTP_PORT", "9000")
    assert settings_from_outside().port == 9000
    monkeypatch.delenv("WEBHOOK_URL")
    assert settings_from_outside().port == 9000
    assert settings_from_outside().http_host == "127.0.0.1"


def test_secrets_come_out_of_files_and_the_environment_goes_before_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "credentials"
    folder.mkdir()
    (folder / "bot_token").write_text(f"{TOKEN}\n")
    (folder / "webhook_secret").write_text(SECRET)
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(folder))
    monkeypatch.setenv("WEBHOOK_URL", HOOK)
    found = settings_from_outside()
    assert found.bot_token is not None
    assert found.bot_token.get_secret_value() == TOKEN
    assert found.webhook_secret is not None
    assert found.webhook_secret.get_secret_value() == SECRET
    monkeypatch.setenv("WEBHOOK_SECRET", "V" * 40)
    found = settings_from_outside()
    assert found.webhook_secret is not None
    assert found.webhook_secret.get_secret_value() == "V" * 40
    assert TOKEN not in repr(found)


def test_empty_variable_lets_the_file_speak(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "database_url").write_text("postgresql://nastavnik:word@db/nastavnik")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    monkeypatch.setenv("DATABASE_URL", "")
    assert settings_from_outside().database_url == "postgresql://nastavnik:word@db/nastavnik"


def test_no_folder_of_secrets_is_no_trouble(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path / "none"))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert settings_from_outside().bot_token is None
