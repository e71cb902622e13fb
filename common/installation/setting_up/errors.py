"""What can be wrong with a set-up, in words for people."""

from __future__ import annotations

from common.domain.errors import JiaohaoError


class WrongSetup(JiaohaoError):
    """What was asked for makes no sense together; nothing was tried."""


class OptionMissing(WrongSetup):
    """Facts: option, why (a Text)."""

    code = "setup_option_missing"
    en = "{option} is missing: {why}. Nothing was changed."
    zh = "缺少 {option}：{why}。未作任何更改。"


class OptionNotForThis(WrongSetup):
    """Facts: option, why (a Text)."""

    code = "setup_option_not_for_this"
    en = "{option} does not fit here: {why}. Leave it out; nothing was changed."
    zh = "此处不能用 {option}：{why}。请去掉该选项；未作任何更改。"


class OptionWrong(WrongSetup):
    """Facts: option, given, why (a Text)."""

    code = "setup_option_wrong"
    en = "{option} {given}: {why}. Nothing was changed."
    zh = "{option} {given}：{why}。未作任何更改。"


class NeedsRoot(JiaohaoError):
    code = "setup_needs_root"
    en = "Setting up this PC needs the administrator's rights: sudo jiaohao setup"
    zh = "设置本机需要管理员权限：sudo jiaohao setup"


class NotSetUpYet(JiaohaoError):
    """Facts: file."""

    code = "setup_nothing_to_export"
    en = "This PC was never set up: there are no settings {file}. Run `sudo jiaohao setup` first."
    zh = "本机尚未设置，没有 {file}。请先运行 `sudo jiaohao setup`。"


class NotPossibleHere(JiaohaoError):
    """Facts: file, detail."""

    code = "setup_file_failed"
    en = "{file} cannot be had: {detail}."
    zh = "无法使用 {file}：{detail}。"


class FormKeyWouldBeLost(JiaohaoError):
    """Facts: file, user."""

    code = "setup_form_key_differs"
    en = "{user} has another form key already ({file}), and filled forms may need it. Move it away first; it was left as it is."
    zh = "{user} 已有另一个表单密钥（{file}），已存表单可能需要它。请先移走；该文件未改动。"


# -- a server that does not let this PC in ---------------------------------------------------------


class HostUnknown(JiaohaoError):
    """Facts: host."""

    code = "setup_host_unknown"
    en = "No PC is known by the name {host}. Check the spelling, or give its IP address."
    zh = "找不到名为 {host} 的主机。请核对名称，或改用 IP 地址。"


class NothingListens(JiaohaoError):
    """Facts: host, port."""

    code = "setup_nothing_listens"
    en = "{host} is there, but no PostgreSQL answers on its port {port}. Start it on the server, or check port and listen_addresses."
    zh = "{host} 在线，但端口 {port} 上没有 PostgreSQL。请在服务器上启动它，或核对端口和 listen_addresses。"


class HostSilent(JiaohaoError):
    """Facts: host, port, detail (a Text)."""

    code = "setup_host_silent"
    en = "{host} does not answer on port {port} ({detail}). Check the cable, the address and the server's firewall."
    zh = "{host} 的端口 {port} 没有应答（{detail}）。请检查网线、地址和服务器防火墙。"


class PasswordWrong(JiaohaoError):
    """Facts: user."""

    code = "setup_password_wrong"
    en = "The server refuses the password of {user}. Type it again: on the server it stands in /etc/jiaohao/passwords, and `jiaohao grant` sets a new one."
    zh = "服务器不接受 {user} 的密码。请重新输入：密码在服务器的 /etc/jiaohao/passwords 中，也可用 `jiaohao grant` 重设。"


class PasswordNeeded(JiaohaoError):
    """Facts: user."""

    code = "setup_password_needed"
    en = "The server wants a password for {user}, and none was given. Type it, or give --password-file or --password-stdin."
    zh = (
        "服务器要求 {user} 的密码，但没有给出。请输入密码，或用 --password-file、--password-stdin。"
    )


class NotLetIn(JiaohaoError):
    """Facts: host, user."""

    code = "setup_not_let_in"
    en = "The server {host} does not let {user} in from this PC's address. Set the server up again with the network of this PC (--network), or add it to its pg_hba.conf."
    zh = "服务器 {host} 不允许 {user} 从本机地址登录。请在服务器上重新设置并加入本机所在网段（--network），或修改 pg_hba.conf。"


class ServerWithoutTls(JiaohaoError):
    """Facts: host."""

    code = "setup_no_tls"
    en = "The server {host} speaks without encryption only. Switch TLS on there (ssl = on), or leave the certificate out."
    zh = "服务器 {host} 未启用加密。请在服务器上启用 TLS（ssl = on），或不使用证书。"


class CertificateStrange(JiaohaoError):
    """Facts: host, file."""

    code = "setup_certificate_strange"
    en = "The server {host} shows another certificate than {file}. Copy /etc/jiaohao/server.crt from the server anew, and make sure that it is the right PC."
    zh = "服务器 {host} 的证书与 {file} 不符。请重新从服务器复制 /etc/jiaohao/server.crt，并确认连接的是正确的服务器。"


class CertificateMissing(JiaohaoError):
    """Facts: file."""

    code = "setup_certificate_missing"
    en = "The certificate {file} is not on this PC. Copy /etc/jiaohao/server.crt from the server, and give it with --certificate."
    zh = "本机没有证书 {file}。请从服务器复制 /etc/jiaohao/server.crt，并用 --certificate 指定。"


class NoSuchDatabase(JiaohaoError):
    """Facts: host, name."""

    code = "setup_no_such_database"
    en = "The server {host} answers, but has no database {name}. Check the name; the server's set-up creates it: `sudo jiaohao setup` there."
    zh = "服务器 {host} 有应答，但没有数据库 {name}。请核对库名；在服务器上运行 `sudo jiaohao setup` 会创建它。"


class NoHallYet(JiaohaoError):
    """Facts: host, name."""

    code = "setup_no_hall_yet"
    en = "The database {name} on {host} is there, but empty. Finish the server first: `sudo jiaohao setup` there, or `jiaohao init --hall FILE`."
    zh = "{host} 上的数据库 {name} 是空的。请先在服务器上运行 `sudo jiaohao setup`，或 `jiaohao init --hall 文件`。"


class ServerOlder(JiaohaoError):
    """Facts: host."""

    code = "setup_server_older"
    en = "The hall on {host} is of an older version than this PC. Install this version on the server first, and run `sudo jiaohao upgrade` there."
    zh = "{host} 上的大厅版本比本机旧。请先在服务器上安装相同版本，并在那里运行 `sudo jiaohao upgrade`。"
