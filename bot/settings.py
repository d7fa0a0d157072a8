"""The only reader of the environment (and of `.env`, and of the files of secrets)."""

import os
import re
from datetime import datetime
from ipaddress import ip_address
from pathlib import Path
from typing import Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

DEFAULT_PORT = 8080
OWN_PAGES = ("/healthz", "/metrics")
DOCKERS_SECRETS = Path("/run/secrets")
_SECRET = re.compile(r"[A-Za-z0-9_-]{32,256}")  # what Telegram takes, and long enough to be no guess


class Settings(BaseSettings):
    """What the outside decides; see README for the meaning of each name."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True, hide_input_in_errors=True)

    bot_token: SecretStr | None = None
    telegram_api_base: str | None = None
    telegram_proxy: str | None = None
    database_url: str = "sqlite:///data/nastavnik.db"
    standby: Literal["yes"] | None = None
    data_dir: Path = Path("data")
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    http_host: str = "127.0.0.1"
    http_port: int | None = Field(default=None, ge=1, le=65535)
    clock_start: datetime | None = None
    send_rate: float = 20.0
    operator_chat: int | None = None
    backup_key_file: Path | None = None
    accept_notice: Literal["yes"] | None = None
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["text", "json"] = "text"

    @field_validator("clock_start")
    @classmethod
    def _zone_is_named(cls, moment: datetime | None) -> datetime | None:
        if moment is not None and moment.tzinfo is None:
            raise ValueError("CLOCK_START needs a time zone, for example 2026-09-01T12:00:00+03:00")
        return moment

    @model_validator(mode="after")
    def _two_share_a_server(self) -> Self:
        if self.standby is not None and not self.database_url.startswith(("postgresql://", "postgres://")):
            raise ValueError("STANDBY needs PostgreSQL: a SQLite file has one bot")
        return self

    @model_validator(mode="after")
    def _clock_moves_on_loopback_only(self) -> Self:
        if self.clock_start is not None and not self.on_loopback:
            raise ValueError("CLOCK_START is for a local TELEGRAM_API_BASE only")
        return self

    @field_validator("webhook_url")
    @classmethod
    def _is_an_address_that_telegram_takes(cls, url: str | None) -> str | None:
        parts = urlsplit(url or "")
        if url is not None and (parts.scheme != "https" or not parts.hostname or parts.query or parts.fragment):
            raise ValueError("WEBHOOK_URL is an https address without ? and #")
        if parts.path in OWN_PAGES:
            raise ValueError("WEBHOOK_URL needs a path of its own")
        return url

    @model_validator(mode="after")
    def _webhook_is_guarded(self) -> Self:
        if self.webhook_url is None:
            return self
        if self.webhook_secret is None or not _SECRET.fullmatch(self.webhook_secret.get_secret_value()):
            raise ValueError("WEBHOOK_SECRET needs 32 to 256 characters of A-Z, a-z, 0-9, _ and -")
        secrets = (self.bot_token, self.webhook_secret)
        if any(secret.get_secret_value() in self.webhook_url for secret in secrets if secret):
            raise ValueError("WEBHOOK_URL holds a secret, and addresses stand in every log on the way")
        return self

    @property
    def port(self) -> int | None:
        """Where to listen; None when nothing is to be served."""
        return self.http_port or (DEFAULT_PORT if self.webhook_url else None)

    @property
    def on_loopback(self) -> bool:
        """The Bot API is a stand-in on this machine, not Telegram itself."""
        host = urlsplit(self.telegram_api_base or "").hostname or ""
        if host == "localhost":
            return True
        try:
            return ip_address(host).is_loopback
        except ValueError:
            return False


def settings_from_outside() -> Settings:
    """The environment, else `.env`, else a file per setting: systemd's credentials or Docker's secrets."""
    folder = Path(os.environ.get("CREDENTIALS_DIRECTORY") or DOCKERS_SECRETS)
    return Settings(_secrets_dir=folder if folder.is_dir() else None)  # type: ignore[call-arg]  # of pydantic-settings
