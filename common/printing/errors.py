"""What can go wrong between the suite and a printer, in words for people."""

from __future__ import annotations

from common.domain.errors import JiaohaoError
from common.ports.errors import PortTimeout, PortUnreachable


class PrinterUnreachable(PortUnreachable):
    """The port or address could not be opened, or it went away. Facts: url, reason."""

    code = "printer_unreachable"
    en = "The printer at {url} cannot be reached ({reason}). Check its power and cable."
    zh = "无法连接打印机 {url}（{reason}）。请检查电源和连接线。"


class PrinterTimeout(PortTimeout):
    """The printer did not take the bytes in time. Facts: url, seconds, written.

    `written` is how many bytes it may have taken.
    """

    code = "printer_timeout"
    en = "The printer at {url} did not take the data within {seconds:g} s. Check paper and cover."
    zh = "打印机 {url} 在 {seconds:g} 秒内没有接收数据。请检查纸张和机盖。"


class BadPrinterAddress(JiaohaoError):
    """A printer URL that no transport understands. Facts: url, reason (a Text), example."""

    code = "bad_printer_address"
    en = "Printer address {url} is not usable: {reason}. Write for example {example}."
    zh = "打印机地址 {url} 无法使用：{reason}。请写成例如 {example}。"


class BadScan(JiaohaoError):
    """Networks that may not be searched for printers. Facts: network."""

    code = "bad_scan"
    en = "Network {network} is not searched. Write a private one of at most 1024 addresses, for example 192.168.1.0/24."
    zh = "不能搜索网段 {network}。请写不超过 1024 个地址的内网网段，例如 192.168.1.0/24。"


class UnknownProfile(JiaohaoError):
    """No profile has this code. Facts: profile, known."""

    code = "unknown_profile"
    en = "There is no printer profile {profile}. Known profiles: {known}."
    zh = "没有名为 {profile} 的打印机型号。可用型号：{known}。"


class BadProfile(JiaohaoError):
    """A profile file has a wrong or missing key. Facts: file, key, reason."""

    code = "bad_profile"
    en = "Printer profile {file}, key {key}: {reason}. Correct the file."
    zh = "打印机型号文件 {file} 的 {key} 项有误：{reason}。请改正该文件。"
