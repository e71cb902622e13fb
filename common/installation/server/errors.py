"""What can go wrong while a PC becomes the hall's server."""

from __future__ import annotations

from common.domain.errors import JiaohaoError


class ServerNeedsRoot(JiaohaoError):
    code = "server_needs_root"
    en = "Setting up the server changes PostgreSQL's own files. Nothing was changed; run it with sudo."
    zh = "设置服务器要修改 PostgreSQL 的配置文件。未作任何更改，请用 sudo 运行。"


class NetworkWrong(JiaohaoError):
    """Facts: given, why (a Text)."""

    code = "network_wrong"
    en = "{given} is no network of a hall: {why}. Write it like 10.0.0.0/24; several with commas."
    zh = "{given} 不是大厅的网段：{why}。请写作 10.0.0.0/24，多个用逗号分开。"


class NoServerProgram(JiaohaoError):
    code = "no_server_program"
    en = "PostgreSQL is not installed on this PC. Install it: sudo apt install postgresql"
    zh = "本机没有安装 PostgreSQL。请安装：sudo apt install postgresql"


class ServerTooOld(JiaohaoError):
    """Facts: version, needed."""

    code = "server_too_old"
    en = "PostgreSQL {version} is too old: at least {needed} is needed. Nothing was changed."
    zh = "PostgreSQL {version} 版本过旧，至少需要 {needed}。未作任何更改。"


class ServerDoesNotStart(JiaohaoError):
    """Facts: cluster, log, detail."""

    code = "server_does_not_start"
    en = "PostgreSQL ({cluster}) does not start: {detail}. Its log {log} says why; mend that, and run the set-up again."
    zh = "PostgreSQL（{cluster}）无法启动：{detail}。原因见日志 {log}；处理后请重新设置。"


class NoHallToMake(JiaohaoError):
    code = "no_hall_to_make"
    en = "The server has no hall yet. Say which: --demo for the demonstration hall, or --hall FILE."
    zh = "服务器上还没有大厅。请指定：--demo 使用演示大厅，或 --hall 文件。"


class HallOfOlderVersion(JiaohaoError):
    code = "hall_of_older_version"
    en = "The hall on this server is of an older version. Run `sudo jiaohao upgrade` first, which makes a backup, then the set-up again."
    zh = "本服务器上的大厅版本较旧。请先运行 `sudo jiaohao upgrade`（会先备份），再重新设置。"


class ServerFileNotWritten(JiaohaoError):
    """Facts: file, detail."""

    code = "server_file_not_written"
    en = "{file} cannot be written: {detail}. Run the set-up again when that is mended; what is done already stays."
    zh = "无法写入 {file}：{detail}。处理后请重新设置；已完成的部分不受影响。"
