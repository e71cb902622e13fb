"""What a printer model can do, as data: one TOML file per model.

The suite's own files lie in ``resources/printers``. A hall puts its own beside them in
`own_profiles`; one with the code of a shipped file replaces it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from common.domain.text import Text
from common.printing.errors import UnknownProfile
from common.printing.signs import Signs
from common.resources import resource

DEFAULT_PROFILE = "generic-80"
"""The most careful one, where nobody says which printer it is."""


class Chinese(StrEnum):
    """Which Chinese characters the printer's own font holds."""

    GBK = "gbk"
    NONE = "none"


class Cutter(StrEnum):
    """How the printer parts a slip from the roll."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


class Buzzer(StrEnum):
    """By which command the printer beeps."""

    ESC_B = "esc_b"
    """``ESC B n t``: Xprinter, Gprinter and most makes beside them."""
    NONE = "none"


class Proof(StrEnum):
    """The strongest proof of printing that the model gives, strongest first."""

    PROCESS_ID = "process_id"
    """``GS ( H`` function 48: the job's own number comes back when it is on paper."""
    GS_R = "gs_r"
    """``GS r 1`` after the cut is executed in order, so its reply means all before it is done."""
    STATUS = "status"
    """Only ``DLE EOT``: health before and after, no proof."""
    NONE = "none"
    """The printer answers nothing."""


class Tried(StrEnum):
    """What a profile was checked against."""

    DOCUMENTS = "documents"
    DEVICE = "device"


@dataclass(frozen=True, slots=True)
class Profile:
    """One printer model."""

    code: str
    name: Text
    dots: int
    """Printable dots per row."""
    columns: int
    """Half-width characters (12 dots) per line."""
    dpi: int
    chinese: Chinese
    qr: bool
    """True when the printer draws QR codes itself (``GS ( k``)."""
    raster: bool
    """True when the model prints pictures (``GS v 0``)."""
    cutter: Cutter
    cut_feed: int
    """Dots of blank paper beyond the cut; without a cutter, dots from the head to the tear bar."""
    buzzer: Buzzer
    proof: Proof
    asb: bool
    """True when the model can send status by itself (``GS a``)."""
    clears: bool
    """True when the model forgets what it has not printed on ``DLE DC4`` function 8."""
    speed: int
    """Paper speed, mm/s."""
    roll_mm: int
    """Paper on a new roll."""
    near_end_mm: int
    """Paper left when the near-end sensor first reports, about; 0 = it has no such sensor."""
    tried: Tried
    status: Signs
    """What its status bits mean."""

    @property
    def dots_per_mm(self) -> float:
        """Rows of dots on one millimetre of paper."""
        return self.dpi / 25.4

    @property
    def answers(self) -> bool:
        """True when the model replies to status requests at all."""
        return self.proof is not Proof.NONE


def own_profiles() -> Path:
    """The folder for profiles of this computer's own; it need not exist."""
    from platformdirs import user_config_dir

    return Path(user_config_dir("jiaohao", appauthor=False)) / "printers"


def profile_codes() -> tuple[str, ...]:
    """The codes of all profiles, own and shipped, sorted."""
    return tuple(sorted(_files()))


def load_profile(code: str) -> Profile:
    """The profile with this code, or in the file when `code` is the path of a ``.toml`` file.

    Raises UnknownProfile with the codes that exist, BadProfile with file and key.
    """
    from common.printing.profile_file import read_profile

    files = _files()
    if code in files:
        return read_profile(files[code])
    path = Path(code)
    if path.suffix == ".toml" and path.is_file():
        return read_profile(path)
    raise UnknownProfile(profile=code, known=", ".join(sorted(files)))


def _files() -> dict[str, Path]:
    shipped, own = resource("printers").glob("*.toml"), own_profiles().glob("*.toml")
    return {path.stem: path for path in (*shipped, *own)}
