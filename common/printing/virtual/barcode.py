"""Bar codes as ``GS k`` draws them: data → the widths of bars and gaps, in modules.

EAN-13, EAN-8, UPC-A, UPC-E, CODE39, ITF, CODABAR, CODE93, CODE128 and GS1-128 (ISO/IEC 15420,
16388, 16390, 15417), not the GS1 DataBars. Data that a code cannot hold prints nothing, as in a
real printer.
"""

from __future__ import annotations

from collections.abc import Callable

from PIL import Image

from common.printing.virtual.code93 import code93

Pattern = str
"""One character per module: ``1`` is ink."""

_LEFT_ODD = ("0001101", "0011001", "0010011", "0111101", "0100011",
             "0110001", "0101111", "0111011", "0110111", "0001011")  # fmt: skip
_PARITY = ("000000", "001011", "001101", "001110", "010011",
           "011001", "011100", "010101", "010110", "011010")  # fmt: skip
_UPC_E_PARITY = ("000111", *_PARITY[1:])
"""By the check digit: which digits are even, named by the number system that is encoded."""
_CODE39_ORDER = "1234567890ABCDEFGHIJKLMNOPQRSTUVWXYZ-. *"
_CODE39_BARS = ("10001", "01001", "11000", "00101", "10100", "01100", "00011", "10010", "01010",
                "00110")  # fmt: skip
_CODE39_GAPS = ("0100", "0010", "0001", "1000")
_CODE39_SIGNS = {"$": "010101000", "/": "010100010", "+": "010001010", "%": "000101010"}
_ITF = ("00110", "10001", "01001", "11000", "00101", "10100", "01100", "00011", "10010", "01010")
_CODABAR = {
    "0": "0000011", "1": "0000110", "2": "0001001", "3": "1100000", "4": "0010010",
    "5": "1000010", "6": "0100001", "7": "0100100", "8": "0110000", "9": "1001000",
    "-": "0001100", "$": "0011000", ":": "1000101", "/": "1010001", ".": "1010100",
    "+": "0010101", "A": "0011010", "B": "0101001", "C": "0001011", "D": "0001110",
}  # fmt: skip
_CODE128_WIDTHS = (
    "212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 "
    "122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 "
    "321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 "
    "211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 "
    "213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 "
    "121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 "
    "241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 "
    "412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 "
    "211214 211232 2331112"
)
_CODE128 = _CODE128_WIDTHS.split(" ")
_STARTS = {"A": 103, "B": 104, "C": 105}
_SWITCHES = {"A": 101, "B": 100, "C": 99}
_FNC1, _STOP = 102, 106


def bars(symbology: int, data: bytes) -> tuple[Pattern, str] | None:
    """The modules of the code and the text below it; None for data that it cannot hold.

    `symbology` is the m of ``GS k``, in either of its two series (0-6, 65-73).
    """
    encode = _ENCODERS.get(symbology if symbology < 65 else symbology - 65)
    try:
        return encode(data.decode("ascii")) if encode is not None else None
    except (KeyError, ValueError, IndexError):
        return None


def draw_bars(pattern: Pattern, module: int, height: int) -> Image.Image:
    """The bars with ink set, `module` dots for each module."""
    row = Image.new("1", (max(1, len(pattern)), 1), 0)
    row.putdata([255 if ink == "1" else 0 for ink in pattern] or [0])
    return row.resize((row.width * module, height), Image.Resampling.NEAREST)


def _check_digit(digits: str) -> str:
    """Of EAN and UPC: the digits from the right count three and one in turn."""
    weights = ((3, 1)[place % 2] * int(digit) for place, digit in enumerate(reversed(digits)))
    return str(-sum(weights) % 10)


def _whole_number(data: str, length: int) -> str:
    if not data.isdigit() or len(data) not in (length - 1, length):
        raise ValueError(data)
    return data if len(data) == length else data + _check_digit(data)


def _inverted(digit: str) -> Pattern:
    return "".join("10"[int(ink)] for ink in _LEFT_ODD[int(digit)])


def _ean13(data: str) -> tuple[Pattern, str]:
    text = _whole_number(data, 13)
    parity = _PARITY[int(text[0])]
    left = "".join(
        _inverted(digit)[::-1] if even == "1" else _LEFT_ODD[int(digit)]
        for digit, even in zip(text[1:7], parity, strict=True)
    )
    return f"101{left}01010{''.join(map(_inverted, text[7:]))}101", text


def _upc_a(data: str) -> tuple[Pattern, str]:
    text = _whole_number(data, 12)
    return _ean13("0" + text)[0], text


def _upc_e(data: str) -> tuple[Pattern, str]:
    """Six digits, with the number system before and the check digit behind, or a whole UPC-A."""
    if len(data) > 8:
        data = _shortened(_whole_number(data, 12))
    elif len(data) == 6:
        data = "0" + data
    digits = _whole_number(_lengthened(data[:7]), 12)
    check, given = digits[-1], data[7:]
    if data[0] not in "01" or given not in ("", check):
        raise ValueError(data)
    modules = "".join(
        _inverted(digit)[::-1] if even == data[0] else _LEFT_ODD[int(digit)]
        for digit, even in zip(data[1:7], _UPC_E_PARITY[int(check)], strict=True)
    )
    return f"101{modules}010101", data[:7] + check


def _lengthened(short: str) -> str:
    """Number system and six digits of UPC-E → the eleven of UPC-A."""
    system, body, last = short[0], short[1:6], short[6]
    if last in "012":
        return f"{system}{body[:2]}{last}0000{body[2:]}"
    if last in "34":
        kept = int(last)
        return f"{system}{body[:kept]}00000{body[kept:]}"
    return f"{system}{body}0000{last}"


def _shortened(digits: str) -> str:
    """The UPC-E of a UPC-A with enough zeros; its number system before and its check behind."""
    system, maker, product, check = digits[0], digits[1:6], digits[6:11], digits[11]
    for short in (
        maker[:2] + product[2:] + maker[2],
        maker[:3] + product[3:] + "3",
        maker[:4] + product[4] + "4",
        maker + product[4],
    ):
        if _lengthened(system + short) == digits[:11]:
            return system + short + check
    raise ValueError(digits)


def _ean8(data: str) -> tuple[Pattern, str]:
    text = _whole_number(data, 8)
    left = "".join(_LEFT_ODD[int(digit)] for digit in text[:4])
    return f"101{left}01010{''.join(map(_inverted, text[4:]))}101", text


def _wide_and_narrow(elements: str, wide: int) -> Pattern:
    """Bars and gaps in turn, beginning with a bar; ``1`` is a wide one."""
    return "".join("10"[place % 2] * (wide if e == "1" else 1) for place, e in enumerate(elements))


def _code39(data: str) -> tuple[Pattern, str]:
    text = data.strip("*")
    codes = [_wide_and_narrow(_code39_elements(sign), 3) for sign in f"*{text}*"]
    return "0".join(codes), f"*{text}*"


def _code39_elements(sign: str) -> str:
    if sign in _CODE39_SIGNS:
        return _CODE39_SIGNS[sign]
    place = _CODE39_ORDER.index(sign)
    bars_of, gaps = _CODE39_BARS[place % 10], _CODE39_GAPS[place // 10]
    return "".join(bar + gap for bar, gap in zip(bars_of, gaps + " ", strict=True)).strip()


def _itf(data: str) -> tuple[Pattern, str]:
    text = data[: len(data) // 2 * 2]
    if not text.isdigit():
        raise ValueError(data)
    pairs = (
        bar + gap
        for first, second in zip(text[::2], text[1::2], strict=True)
        for bar, gap in zip(_ITF[int(first)], _ITF[int(second)], strict=True)
    )
    return _wide_and_narrow(f"0000{''.join(pairs)}100", 3), text


def _codabar(data: str) -> tuple[Pattern, str]:
    text = data.upper()
    if len(text) < 3 or text[0] not in "ABCD" or text[-1] not in "ABCD":
        raise ValueError(data)
    return "0".join(_wide_and_narrow(_CODABAR[sign], 3) for sign in text), text


def _code128(data: str) -> tuple[Pattern, str]:
    """``{A``, ``{B`` and ``{C`` choose the set; in set C each byte is a number below 100."""
    current, codes, text = data[1], [_STARTS[data[1]]], ""
    if data[0] != "{":
        raise ValueError(data)
    at = 2
    while at < len(data):
        sign = data[at]
        at += 1
        if sign == "{" and data[at] in _SWITCHES and data[at] != current:
            current = data[at]
            codes.append(_SWITCHES[current])
            at += 1
        elif sign == "{" and data[at] != "{":
            codes.append(
                {"1": 102, "2": 97, "3": 96, "4": 101 if current == "A" else 100}[data[at]]
            )
            at += 1
        elif current == "C":
            if ord(sign) > 99:
                raise ValueError(data)
            codes.append(ord(sign))
            text += f"{ord(sign):02d}"
        else:
            at += sign == "{"
            codes.append(_code128_value(sign, current))
            text += sign if sign.isprintable() else " "
    return _code128_pattern(codes), text


def _code128_pattern(codes: list[int]) -> Pattern:
    """With the check character and the stop."""
    check = (codes[0] + sum(place * code for place, code in enumerate(codes))) % 103
    widths = "".join(_CODE128[code] for code in (*codes, check, _STOP))
    return "".join("10"[place % 2] * int(width) for place, width in enumerate(widths))


def _gs1_128(data: str) -> tuple[Pattern, str]:
    """CODE128 that begins with FNC1 and chooses its sets itself; brackets are only shown.

    Some programs name a set as for CODE128, which is passed over.
    """
    data = data[2:] if data[:1] == "{" and data[1:2] in _STARTS else data
    signs = [sign for sign in data.replace("{1", "\xf1") if sign not in "{() *"]
    current = "C" if _digits_at(signs, 0) >= 2 else "B"
    codes, at = [_STARTS[current], _FNC1], 0
    while at < len(signs):
        run = _digits_at(signs, at)
        if signs[at] == "\xf1":
            codes.append(_FNC1)
        elif current == "C" and run >= 2:
            codes.append(int(signs[at] + signs[at + 1]))
            at += 1
        elif current == "C" or (run >= 4 and run % 2 == 0):
            current = "B" if current == "C" else "C"
            codes.append(_SWITCHES[current])
            continue
        else:
            codes.append(_code128_value(signs[at], "B"))
        at += 1
    return _code128_pattern(codes), data.replace("{1", "").replace("{", "")


def _digits_at(signs: list[str], start: int) -> int:
    """How many digits stand there in a row."""
    end = start
    while end < len(signs) and signs[end].isdigit():
        end += 1
    return end - start


def _code128_value(sign: str, current: str) -> int:
    code = ord(sign)
    if current == "A" and code < 32:
        return code + 64
    if not 32 <= code <= (95 if current == "A" else 127):
        raise ValueError(sign)
    return code - 32


_ENCODERS: dict[int, Callable[[str], tuple[Pattern, str]]] = {
    0: _upc_a, 1: _upc_e, 2: _ean13, 3: _ean8, 4: _code39, 5: _itf, 6: _codabar, 7: code93,
    8: _code128, 9: _gs1_128,
}  # fmt: skip
