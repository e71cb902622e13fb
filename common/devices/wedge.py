"""Scanners that type like a keyboard: when a burst of keys is a scan.

A scanner types a sign every few milliseconds and ends with Enter; nobody else does. Each sign is
therefore kept back for a moment: a person's comes late by the length of `gap`, a scanner's never
reaches a text field.

An input method stands between keys and text. In full-width state it commits each sign as it comes,
which is undone. While it composes, three things may happen to a burst: it is committed as it was
typed, which is understood; a digit picks a candidate, and characters come out; or nothing comes
out. The latter two cannot be undone. They are told, so that the person scans again, the screen
clears the input method, and the hall sets the scanner to its serial mode.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

GAP = 0.05
"""Seconds between two signs of a scanner, at most. Fast typists need 80 ms and more."""
FEWEST = 4
"""Signs of a code, at least. Two keys at once may happen to anybody."""
LONGEST = 512

_ENDS = ("\r", "\n", "\r\n")
_SEPARATORS = str.maketrans("", "", " '\u2006\u3000")
"""What input methods put between the syllables that they compose."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of an event."""

    keep: bool
    """Keep it back: it may belong to a scan."""
    release: bool = False
    """What was kept back before was typed by a person: give it back first."""
    scan: str | None = None
    """A scan is over, and this is what it said; what was kept back is dropped."""
    spoiled: bool = False
    """A scan is over that an input method has turned into something else; drop it likewise."""


PASS = Verdict(keep=False)


class KeyBurst:
    """Gets what a keyboard does, in order, and tells scans from typing.

    Times are seconds of any clock. After each event that was kept, call `lapse` when nothing came
    for `gap`.
    """

    def __init__(self, gap: float = GAP, fewest: int = FEWEST) -> None:
        self.gap = gap
        self._fewest = fewest
        self._last = float("-inf")
        self._begin()

    def _begin(self) -> None:
        self._text = ""
        self._preedit = ""
        self._count = 0
        self._kept = False
        self._composed = False
        self._spoiled = False

    def __repr__(self) -> str:
        return f"KeyBurst({self._count} keys)"

    def press(self, text: str, at: float) -> Verdict:
        """A key that is not eaten by an input method; `text` is empty for those without a sign."""
        quick = self._goes_on(at)
        if text in _ENDS and quick and self._count >= self._fewest:
            self._text += _plain(self._preedit)
            return self._ended()
        if not text.isprintable() or not text:
            return self._given_up()
        release = self._anew(quick)
        self._add(text, at)
        return Verdict(keep=True, release=release)

    def compose(self, preedit: str, at: float) -> Verdict:
        """An input method shows what it composes, of which no text field keeps anything yet."""
        quick = self._goes_on(at) and len(preedit) <= len(self._preedit) + 2
        release = self._anew(quick)
        self._preedit = preedit
        self._composed = True
        self._count += 1
        self._last = at
        return Verdict(keep=self._count >= self._fewest, release=release)

    def commit(self, text: str, at: float) -> Verdict:
        """An input method has composed `text`."""
        quick, composing = self._goes_on(at), bool(self._preedit)
        if composing and not (quick and self._count >= self._fewest):
            return self._given_up()
        plain = _plain(text)
        if not composing and len(plain) != 1:
            return self._given_up()
        release = self._anew(quick)
        if not plain.isascii():
            if not quick:
                return Verdict(keep=False, release=release)
            self._spoiled = True
        self._preedit = ""
        self._add(plain, at)
        return Verdict(keep=True, release=release)

    def lapse(self, at: float) -> Verdict:
        """Nothing came for a while: what was kept was typed, or an input method took the Enter."""
        if self._goes_on(at):
            return PASS
        if self._composed and self._count >= self._fewest:
            self._spoiled = self._spoiled or bool(self._preedit)
            return self._ended()
        return self._given_up()

    def _goes_on(self, at: float) -> bool:
        return self._count > 0 and at - self._last <= self.gap

    def _anew(self, quick: bool) -> bool:
        """Begin another burst unless this one goes on; whether something must be released."""
        if quick:
            return False
        release = self._kept
        self._begin()
        return release

    def _add(self, text: str, at: float) -> None:
        self._spoiled = self._spoiled or len(self._text) + len(text) > LONGEST
        self._text += text[: LONGEST - len(self._text)]
        self._count += 1
        self._kept = True
        self._last = at

    def _given_up(self) -> Verdict:
        release = self._kept
        self._begin()
        return Verdict(keep=False, release=release)

    def _ended(self) -> Verdict:
        text, spoiled = self._text, self._spoiled
        self._begin()
        if spoiled:
            return Verdict(keep=True, spoiled=True)
        return Verdict(keep=True, scan=unicodedata.normalize("NFKC", text))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text.translate(_SEPARATORS))
