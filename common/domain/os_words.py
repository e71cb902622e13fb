"""What the operating system refused, in both languages; its own words are English only."""

from __future__ import annotations

import errno

from common.domain.text import Text

_WORDS = {
    errno.ENOENT: Text(
        zh="文件不存在，或没有该文件夹，请核对路径",
        en="there is no such file or folder; check the path",
    ),
    errno.ENOTDIR: Text(
        zh="路径中有一段不是文件夹，请核对路径", en="a part of the path is no folder; check it"
    ),
    errno.EEXIST: Text(
        zh="已有同名的文件，请换一个名称", en="there is a file of that name; choose another"
    ),
    errno.EISDIR: Text(zh="这是一个文件夹，请指定文件", en="it is a folder; name the file in it"),
    errno.EACCES: Text(zh="没有权限，请检查权限", en="it is not permitted; check the rights"),
    errno.EPERM: Text(zh="没有权限，请检查权限", en="it is not permitted; check the rights"),
    errno.ELOOP: Text(
        zh="这是一个链接，不是文件本身，请删除该链接",
        en="it is a link and not the file itself; remove that link",
    ),
    errno.EROFS: Text(zh="该磁盘只读，请换一个位置", en="the disk is read-only; choose another"),
    errno.ENOSPC: Text(zh="磁盘已满，请清理空间", en="the disk is full; make room on it"),
    errno.EIO: Text(zh="磁盘或设备读写出错，请检查", en="the disk or device fails; examine it"),
    errno.ENAMETOOLONG: Text(zh="名称过长，请缩短", en="the name is too long; shorten it"),
    errno.ENXIO: Text(zh="设备不存在，请检查连接", en="there is no such device; check its cable"),
    errno.ENODEV: Text(zh="设备不存在，请检查连接", en="there is no such device; check its cable"),
    errno.EBUSY: Text(zh="正被其他程序占用", en="another program is using it"),
    errno.EADDRINUSE: Text(
        zh="端口已被占用，请换一个", en="the port is taken already; choose another"
    ),
    errno.ECONNREFUSED: Text(zh="对方拒绝连接", en="the other end refuses the connection"),
    errno.ECONNRESET: Text(zh="连接被对方中断", en="the other end broke the connection"),
    errno.EPIPE: Text(zh="连接被对方中断", en="the other end broke the connection"),
    errno.ETIMEDOUT: Text(zh="对方没有应答", en="the other end does not answer"),
    errno.EHOSTUNREACH: Text(zh="网络不可达，请检查网线", en="no way to it; check the network"),
    errno.ENETUNREACH: Text(zh="网络不可达，请检查网线", en="no way to it; check the network"),
}


def os_words(error: OSError) -> Text:
    """Why a file or a connection could not be had: a clause without a full stop."""
    known = _WORDS.get(error.errno or 0)
    if known is not None:
        return known
    told = error.strerror or str(error) or type(error).__name__
    return Text(zh=f"系统提示：{told}", en=told)
