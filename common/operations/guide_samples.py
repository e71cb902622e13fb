"""Pictures of samples, as guides show them."""

from __future__ import annotations

from collections.abc import Sequence

from common.domain.guide import SamplePicture
from common.store import Store


def sample_pictures(store: Store, digests: Sequence[str]) -> tuple[SamplePicture, ...]:
    """The pictures with these digests; one that is not there is left out."""
    with store.read() as tx:
        found = [tx.samples.picture(digest) for digest in digests]
    return tuple(picture for picture in found if picture is not None)
