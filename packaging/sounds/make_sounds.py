"""Make the sounds of the hall, the same bytes every time: 44.1 kHz, 16 bit, mono.

    python packaging/sounds/make_sounds.py

chime.wav    two soft bell tones, a falling third, before a number is shown in the hall
arrival.wav  one quiet, short tone for a free clerk: somebody has come
alarm.wav    two quiet, low tones for those who look after the kiosks: one needs help
"""

import math
import struct
import wave
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "sounds"
RATE = 44_100

Strike = tuple[float, float, float]
"""Start in seconds, pitch in Hz, loudness."""
Partial = tuple[float, float, float]
"""Multiple of the pitch, strength, seconds to fall to 1/e."""


@dataclass(frozen=True)
class Sound:
    file: str
    length: float
    peak: float
    """Of full scale; the rest is headroom for the hall's amplifier."""
    strikes: tuple[Strike, ...]
    partials: tuple[Partial, ...]
    attack: float
    release: float


E5, C5, G5, G4 = 659.26, 523.25, 783.99, 392.00

# A struck bar rings in a few partials; a mallet of felt leaves only the lowest.
CHIME = Sound(
    file="chime.wav",
    length=1.3,
    peak=0.7,
    strikes=((0.0, E5, 1.0), (0.42, C5, 0.95)),
    partials=((1.0, 1.0, 0.34), (2.0, 0.28, 0.20), (3.01, 0.12, 0.10), (5.4, 0.04, 0.05)),
    attack=0.008,
    release=0.12,
)
ARRIVAL = Sound(
    file="arrival.wav",
    length=0.25,
    peak=0.18,
    strikes=((0.0, G5, 1.0),),
    partials=((1.0, 1.0, 0.08), (2.0, 0.10, 0.04)),
    attack=0.012,
    release=0.08,
)
ALARM = Sound(
    file="alarm.wav",
    length=0.6,
    peak=0.2,
    strikes=((0.0, G4, 1.0), (0.22, C5, 0.9)),
    partials=((1.0, 1.0, 0.12), (2.0, 0.12, 0.06)),
    attack=0.014,
    release=0.12,
)


def struck(sound: Sound, pitch: float, age: float) -> float:
    """The sound of one strike, `age` seconds after it."""
    if age < 0:
        return 0.0
    swell = 1.0 if age >= sound.attack else math.sin(age / sound.attack * math.pi / 2) ** 2
    ring = sum(
        strength * math.exp(-age / decay) * math.sin(2 * math.pi * pitch * multiple * age)
        for multiple, strength, decay in sound.partials
    )
    return swell * ring


def samples_of(sound: Sound) -> list[float]:
    """All samples, scaled to the peak, ending in silence so that nothing clicks."""
    samples = []
    for index in range(int(RATE * sound.length)):
        now = index / RATE
        fade = min(1.0, (sound.length - now) / sound.release)
        strikes = (loud * struck(sound, pitch, now - at) for at, pitch, loud in sound.strikes)
        samples.append(fade * sum(strikes))
    loudest = max(map(abs, samples))
    return [sample / loudest * sound.peak for sample in samples]


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for sound in (CHIME, ARRIVAL, ALARM):
        with wave.open(str(FOLDER / sound.file), "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(RATE)
            samples = samples_of(sound)
            out.writeframes(b"".join(struct.pack("<h", round(s * 32767)) for s in samples))


if __name__ == "__main__":
    main()
