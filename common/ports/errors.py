"""What can go wrong between this computer and a port, in words for people."""

from __future__ import annotations

from common.domain.errors import JiaohaoError


class PortUnreachable(JiaohaoError):
    """The port or address could not be opened, or it went away. Facts: url, reason, written."""

    code = "device_unreachable"
    en = "The device at {url} cannot be reached ({reason}). Check its power and cable."
    zh = "无法连接设备 {url}（{reason}）。请检查电源和连接线。"


class PlaceRefused(JiaohaoError):
    """A virtual device cannot be where it was told to be. Facts: place, reason (a Text)."""

    code = "place_refused"
    en = "{place} cannot be used: {reason}."
    zh = "{place} 无法使用：{reason}。"


class PortTimeout(JiaohaoError):
    """The device did not take the bytes in time. Facts: url, seconds, written.

    `written` is how many bytes it may have taken.
    """

    code = "device_timeout"
    en = (
        "The device at {url} did not take the data within {seconds:g} s. Check its power and cable."
    )
    zh = "设备 {url} 在 {seconds:g} 秒内没有接收数据。请检查电源和连接线。"
