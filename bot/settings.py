"""The only reader of the environment (and of `.env`)."""

from datetime import datetime
from ipaddress import ip_address
from pathlib import Path
from typing import Literal, Self
from urllib.parse import urlsplit

from pydantic import SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What the outside decides; see README for the meaning of each name."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True, hide_input_in_errors=True)

    bot_token: SecretStr | None = None
    telegram_api_base: str | None = None
    telegram_proxy: str | None = None
    database_url: str = "sqlite:///data/nastavnik.db"
    data_dir: Path = Path("data")
    clock_start: datetime | None = None
    send_rate: float = 20.0
    operator_chat: int | None = None
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
    def _clock_moves_on_loopback_only(self) -> Self:
        if self.clock_start is not None and not self.on_loopback:
            raise ValueError("CLOCK_START is for a local TELEGRAM_API_BASE only")
        return self

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
