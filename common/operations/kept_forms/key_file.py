"""The file with the private keys that open filled forms. It never goes into the database."""

from __future__ import annotations

import json
import os
import stat
import sys
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from common.domain.ids import HallCode
from common.machine.home import at_home
from common.machine.owned_files import ALONE, write_whole
from common.operations.kept_forms.errors import (
    FormKeyExposed,
    FormKeyMissing,
    FormKeyUnreadable,
    FormKeyUnwritable,
)

PLACE_VARIABLE = "JIAOHAO_FORM_KEY"
_WHAT = "jiaohao form key"
_LAYOUT = 1
_KEY_BYTES = 32
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


@dataclass(frozen=True, slots=True)
class FormKeys:
    """A hall's private keys by their ids: the one in use, and older ones of forms still kept."""

    file: Path
    hall: HallCode
    private: Mapping[str, bytes] = field(repr=False)


def key_file(given: Path | None = None) -> Path:
    """Where the key file is: as given, else JIAOHAO_FORM_KEY, else in the user's settings."""
    if given is None and (named := os.environ.get(PLACE_VARIABLE)):
        given = Path(named)
    if given is None:
        from platformdirs import user_config_path

        given = user_config_path("jiaohao") / "forms.key"
    return at_home(given).absolute()


def read_keys(file: Path) -> FormKeys:
    """Raises FormKeyMissing, FormKeyExposed, FormKeyUnreadable."""
    try:
        with file.open(encoding="utf-8") as opened:
            if sys.platform != "win32" and os.fstat(opened.fileno()).st_mode & _OTHERS:
                raise FormKeyExposed(file=file)
            facts = json.load(opened)
        if facts["what"] != _WHAT or facts["layout"] != _LAYOUT:
            raise FormKeyUnreadable(file=file)
        private = {
            str(key): b64decode(secret, validate=True) for key, secret in facts["keys"].items()
        }
        if any(len(secret) != _KEY_BYTES for secret in private.values()):
            raise FormKeyUnreadable(file=file)
        return FormKeys(file, HallCode(str(facts["hall"])), private)
    except (FileNotFoundError, NotADirectoryError):
        raise FormKeyMissing(file=file) from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise FormKeyUnreadable(file=file) from None


def write_keys(keys: FormKeys) -> None:
    """Put the file in the place of an older one, whole or not at all, for this user alone.

    Raises FormKeyUnwritable.
    """
    facts = {
        "what": _WHAT,
        "layout": _LAYOUT,
        "hall": keys.hall,
        "keys": {key: b64encode(secret).decode() for key, secret in keys.private.items()},
    }
    try:
        keys.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(keys.file, json.dumps(facts, indent=1).encode(), ALONE)
    except OSError:
        raise FormKeyUnwritable(file=keys.file) from None
