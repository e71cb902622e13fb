"""The pictures of samples: written when a hall file is applied, read by kiosks one at a time."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterable

from common.domain.guide import SamplePicture
from common.store.driver import HallLink

_PICTURES = "SELECT digest, data FROM sample_picture WHERE hall = :hall"
SAMPLE_PICTURE = f"{_PICTURES} AND digest = :digest"
_DIGESTS = "SELECT digest FROM sample_picture WHERE hall = :hall"
_ADD = "INSERT INTO sample_picture (hall, digest, data) VALUES (:hall, :digest, :data)"
_DROP = "DELETE FROM sample_picture WHERE hall = :hall AND digest = :digest"


class Samples:
    """Which pictures there are."""

    def __init__(self, link: HallLink) -> None:
        self._link = link

    def picture(self, digest: str) -> SamplePicture | None:
        rows = self._link.rows(SAMPLE_PICTURE, digest=digest)
        return next((SamplePicture(b64decode(data)) for _, data in rows), None)

    def every(self) -> tuple[SamplePicture, ...]:
        return tuple(SamplePicture(b64decode(data)) for _, data in self._link.rows(_PICTURES))


class SampleChanges(Samples):
    """Other pictures."""

    def replace(self, pictures: Iterable[SamplePicture]) -> None:
        """These are the hall's from now on, and no others."""
        wanted = {picture.digest: picture for picture in pictures}
        known = {digest for (digest,) in self._link.rows(_DIGESTS)}
        for digest in known - wanted.keys():
            self._link.change(_DROP, digest=digest)
        for digest in wanted.keys() - known:
            data = b64encode(wanted[digest].data).decode("ascii")
            self._link.change(_ADD, digest=digest, data=data)
