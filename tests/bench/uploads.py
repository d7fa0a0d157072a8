"""Files as the bot sends them: a body in chunks, its form in parts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came to a chat."""

    chat_id: int
    name: str
    content: bytes


def chunked(received: bytearray, begins: int) -> tuple[bytes, int] | None:
    """The body in chunks from there on and where it ends; None when not all of it has come."""
    body, at = bytearray(), begins
    while (line := received.find(b"\r\n", at)) >= 0:
        size, first = int(received[at:line], 16), line + 2
        at = first + size + 2
        if at > len(received):
            return None
        if not size:
            return bytes(body), at
        body += received[first : first + size]
    return None


def upload(body: bytes) -> Upload:
    """The parts of a form, of which one is a file."""
    chat_id, name, content = 0, "", b""
    for part in body.split(body[: body.index(b"\r\n")])[1:-1]:
        head, _, value = part.partition(b"\r\n\r\n")
        if b'name="chat_id"' in head:
            chat_id = int(value)
        elif b"filename=" in head:
            name = head.rpartition(b'filename="')[2].partition(b'"')[0].decode()
            content = value.removesuffix(b"\r\n")
    return Upload(chat_id, name, content)
