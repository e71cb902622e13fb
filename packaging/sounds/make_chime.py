"""Make the hall's chime: two soft bell tones, a falling third, before a number is shown.

    python packaging/sounds/make_chime.py

Written as 44.1 kHz, 16 bit, mono; the same bytes every time.
"""

import math
import struct
import wave
from pathlib import Path

TARGET = Path(__file__).resolve().parents[2] / "resources" / "sounds" / "chime.wav"
RATE = 44_100
LENGTH = 1.3
PEAK = 0.7  # of full scale; the rest is headroom for the hall's amplifier

E5, C5 = 659.26, 523.25
STRIKES = ((0.0, E5, 1.0), (0.42, C5, 0.95))  # start in seconds, pitch in Hz, loudness

# A struck bar rings in a few partials: multiple of the pitch, strength, seconds to fall to 1/e.
PARTIALS = ((1.0, 1.0, 0.34), (2.0, 0.28, 0.20), (3.01, 0.12, 0.10), (5.4, 0.04, 0.05))
ATTACK = 0.008
RELEASE = 0.12


def struck(pitch: float, age: float) -> float:
    """The sound of one strike, `age` seconds after it."""
    if age < 0:
        return 0.0
    swell = 1.0 if age >= ATTACK else math.sin(age / ATTACK * math.pi / 2) ** 2
    ring = sum(
        strength * math.exp(-age / decay) * math.sin(2 * math.pi * pitch * multiple * age)
        for multiple, strength, decay in PARTIALS
    )
    return swell * ring


def chime() -> list[float]:
    """All samples, scaled to PEAK, ending in silence so that nothing clicks."""
    samples = []
    for index in range(int(RATE * LENGTH)):
        now = index / RATE
        fade = min(1.0, (LENGTH - now) / RELEASE)
        samples.append(fade * sum(loud * struck(pitch, now - at) for at, pitch, loud in STRIKES))
    loudest = max(map(abs, samples))
    return [sample / loudest * PEAK for sample in samples]


def main() -> None:
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(TARGET), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(b"".join(struct.pack("<h", round(s * 32767)) for s in chime()))


if __name__ == "__main__":
    main()
