"""What can be wrong with the settings of a PC."""

from __future__ import annotations

from common.domain.errors import JiaohaoError


class SettingsUnreadable(JiaohaoError):
    """Facts: file, detail."""

    code = "settings_unreadable"
    en = "The settings {file} cannot be read: {detail}. Mend them, or run `sudo jiaohao setup` again."
    zh = "无法读取本机设置 {file}：{detail}。请修正，或重新运行 `sudo jiaohao setup`。"


class SettingsWrong(JiaohaoError):
    """Facts: file, what (a Text)."""

    code = "settings_wrong"
    en = "{file}: {what}. Mend it, or run `sudo jiaohao setup` again."
    zh = "{file}：{what}。请修正，或重新运行 `sudo jiaohao setup`。"


class SettingsNotWritten(JiaohaoError):
    """Facts: file, detail."""

    code = "settings_not_written"
    en = "The settings {file} cannot be written: {detail}. Nothing was changed; run it with sudo."
    zh = "无法写入本机设置 {file}：{detail}。未作更改，请用 sudo 运行。"


class PasswordFileUnreadable(JiaohaoError):
    """Facts: file, detail."""

    code = "password_file_unreadable"
    en = "The database password {file} cannot be read: {detail}. Let this user into the group jiaohao, or run `sudo jiaohao setup` again."
    zh = "无法读取数据库密码文件 {file}：{detail}。请把当前用户加入 jiaohao 组，或重新运行 `sudo jiaohao setup`。"
