"""How a call may fail: the Bot API's refusals, and what the network does to a request."""

from collections.abc import Mapping


class ApiError(Exception):
    """A refusal with Telegram's code and words."""

    def __init__(self, code: int, description: str, parameters: Mapping[str, int] | None = None) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.parameters = dict(parameters or {})

    def body(self) -> dict[str, object]:
        """The answer as the wire carries it."""
        body: dict[str, object] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        return body | ({"parameters": self.parameters} if self.parameters else {})


class WireFault(Exception):
    """The caller gets no Bot API answer at all."""


class NotArrived(WireFault):
    """The connection failed before the request had any effect."""


class LostAnswer(WireFault):
    """The request took effect, and the answer never came back."""


class HtmlAnswer(WireFault):
    """A gateway between us and the Bot API answered with a page instead of JSON."""

    def __init__(self, status: int) -> None:
        super().__init__(str(status))
        self.status = status
        self.body = f"<html><head><title>{status}</title></head><body><h1>{status}</h1></body></html>"


class Impossible(Exception):
    """A person cannot do this in a real client: no such button, the bot is blocked."""


def bad_request(words: str) -> ApiError:
    """The commonest refusal."""
    return ApiError(400, f"Bad Request: {words}")


def forbidden(words: str) -> ApiError:
    """The bot may not write there."""
    return ApiError(403, f"Forbidden: {words}")
