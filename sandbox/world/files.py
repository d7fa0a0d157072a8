"""Stored files: one set of bytes, a new file_id each time it is sent, links that live an hour."""

import mimetypes
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from pathlib import PurePosixPath

from sandbox.world.errors import ApiError, bad_request
from sandbox.world.model import Json, UploadedFile

DOWNLOAD_LIMIT = 20 * 1024 * 1024
UPLOAD_LIMIT = 50 * 1024 * 1024
PHOTO_LIMIT = 10 * 1024 * 1024
LINK_LIFE = timedelta(hours=1)
_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"BM")


@dataclass(frozen=True, slots=True)
class StoredFile:
    """The bytes behind any number of file ids."""

    unique_id: str
    name: str
    mime: str
    content: bytes = field(repr=False)


class Files:
    """All files of the world."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self._by_id: dict[str, StoredFile] = {}
        self._links: dict[str, tuple[StoredFile, datetime]] = {}

    def add(self, name: str, content: bytes) -> str:
        """Keep a new file; return its first id."""
        number = next(self._numbers)
        mime = mimetypes.guess_type(name)[0] or "application/octet-stream"
        return self._issue(StoredFile(f"AgADsandbox{number}", name, mime, content))

    def again(self, file_id: str) -> str:
        """A fresh id for a file that is sent once more."""
        if file_id not in self._by_id:
            raise bad_request("wrong remote file identifier specified: Wrong string length")
        return self._issue(self._by_id[file_id])

    def get(self, file_id: str) -> StoredFile:
        """The file behind an id that this world gave out."""
        return self._by_id[file_id]

    def wire(self, file_id: str) -> Json:
        """The id part that every file object of the Bot API carries."""
        stored = self._by_id[file_id]
        return {
            "file_id": file_id,
            "file_unique_id": stored.unique_id,
            "file_size": len(stored.content),
        }

    def link(self, file_id: str, now: datetime) -> Json:
        """getFile: a path to download from for an hour."""
        stored = self._by_id.get(file_id)
        if stored is None:
            raise bad_request("invalid file_id")
        if len(stored.content) > DOWNLOAD_LIMIT:
            raise bad_request("file is too big")
        path = f"documents/{stored.unique_id}{PurePosixPath(stored.name).suffix}"
        self._links[path] = (stored, now + LINK_LIFE)
        return self.wire(file_id) | {"file_path": path}

    def download(self, path: str, now: datetime) -> bytes:
        """The bytes behind a link, or 404 when it is unknown or old."""
        stored, until = self._links.get(path, (None, now))
        if stored is None or now > until:
            raise ApiError(404, "Not Found")
        return stored.content

    def _issue(self, stored: StoredFile) -> str:
        file_id = f"BQACAgIsandbox{next(self._numbers):08d}"
        self._by_id[file_id] = stored
        return file_id


def check_upload(upload: UploadedFile, *, image: bool) -> None:
    """Refuse what Telegram does not take: nothing, too much, not a picture."""
    if not upload.content:
        raise bad_request("file must be non-empty")
    if len(upload.content) > UPLOAD_LIMIT:
        raise ApiError(413, "Request Entity Too Large")
    if image and len(upload.content) > PHOTO_LIMIT:
        raise bad_request("PHOTO_SAVE_FILE_INVALID")
    if image and not upload.content.startswith(_IMAGES):
        raise bad_request("IMAGE_PROCESS_FAILED")
