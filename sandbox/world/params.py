"""Reading a request's parameters, whichever way they came: JSON values or strings of a form."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from sandbox.world.errors import bad_request
from sandbox.world.model import UploadedFile


@dataclass(frozen=True, slots=True)
class Params:
    """The parameters of one call and the files that came with it."""

    values: Mapping[str, object]
    files: Mapping[str, UploadedFile] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """A string; empty when it is not given."""
        value = self.values.get(name)
        return "" if value is None else str(value)

    def integer(self, name: str, default: int = 0) -> int:
        """A number, also as a string; nonsense counts as the default, as in the real server."""
        try:
            return int(self.text(name))
        except ValueError:
            return default

    def flag(self, name: str) -> bool:
        """True for `true`, `yes`, `1` in any case."""
        return self.text(name).lower() in {"true", "yes", "1"}

    def json(self, name: str, what: str) -> object:
        """A nested value: given as such or as a JSON string."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {what} JSON object") from None

    def chat_id(self) -> int | None:
        """The chat that the call is about; None when there is none or it is not a number."""
        try:
            return int(self.text("chat_id"))
        except ValueError:
            return None

    def upload(self, name: str) -> UploadedFile | None:
        """The uploaded file of a field: sent under its own name or as `attach://other`."""
        value = self.text(name)
        if value.startswith("attach://"):
            return self.files.get(value.removeprefix("attach://"))
        return self.files.get(name)
