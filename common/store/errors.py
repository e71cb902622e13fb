"""What can go wrong with the shared database, in words for people."""

from __future__ import annotations

from common.domain.errors import JiaohaoError


class DatabaseMissing(JiaohaoError):
    code = "database_missing"
    en = "There is no hall database at {place}. Create it with `jiaohao init --db {place} --demo` (or --hall FILE)."
    zh = "{place} 处没有大厅数据库。请用 `jiaohao init --db {place} --demo`（或 --hall 文件）创建。"


class DatabaseExists(JiaohaoError):
    code = "database_exists"
    en = "A hall database already stands at {place}; nothing was changed. Use `jiaohao apply FILE` to change the hall."
    zh = "{place} 处已有大厅数据库，未作任何更改。修改大厅请用 `jiaohao apply 文件`。"


class NoWayBack(JiaohaoError):
    code = "no_way_back"
    en = "A hall does not go back to an older version. Restore the backup from before the upgrade; nothing was changed."
    zh = "大厅不能降回旧版本，未作任何更改。请恢复升级前的备份。"


class DatabaseBroken(JiaohaoError):
    code = "database_broken"
    en = "{place} is not a usable Jiaohao database ({detail}). Restore the last backup, or name another database; the file was left as it is."
    zh = "{place} 不是可用的叫号数据库（{detail}）。请恢复最近的备份，或指定其他数据库；该文件未被改动。"


class DatabaseAway(JiaohaoError):
    code = "database_away"
    en = "The hall's database cannot be reached ({detail}). Nothing was lost; work goes on when it is back."
    zh = "暂时连接不到大厅数据库（{detail}）。数据没有丢失，恢复后自动继续。"


class OtherVersion(DatabaseAway):
    """The database is there, but the program and it are not of the same version."""


class DatabaseOutdated(OtherVersion):
    """Also when it was restored beneath a running program, which goes on after the upgrade."""

    code = "database_outdated"
    en = "The database at {place} is of an older version. Back it up, then run `jiaohao upgrade --db {place}`."
    zh = "{place} 的数据库版本较旧。请先备份，再运行 `jiaohao upgrade --db {place}`。"


class DatabaseNewer(OtherVersion):
    """Also when it was upgraded beneath a running program, which has to be replaced."""

    code = "database_newer"
    en = "The database at {place} was made by a newer version of Jiaohao. Install that version on this computer."
    zh = "{place} 的数据库由更新版本的叫号系统创建。请在本机安装相同版本。"


class TextNotKept(JiaohaoError):
    """Half a character, as words in another encoding bring it, or a zero on PostgreSQL."""

    code = "text_not_kept"
    en = "What was typed holds a sign that cannot be kept; nothing was changed. Type it anew, in UTF-8."
    zh = "输入内容含有无法保存的字符，未作任何更改。请用 UTF-8 编码重新输入。"


class DatabaseReadOnly(JiaohaoError):
    code = "database_read_only"
    en = "The database at {place} cannot be written by this user. Check the rights of the file and its folder."
    zh = "当前用户不能写入 {place} 的数据库。请检查文件及其文件夹的权限。"


class NoRightToDatabase(JiaohaoError):
    code = "no_right_to_database"
    en = "This user may not look at the database {place}. Let it in (`sudo jiaohao setup --desktop-user NAME`) and sign in to this PC again, or use sudo."
    zh = "当前用户无权访问数据库 {place}。请授权（`sudo jiaohao setup --desktop-user 用户名`）并重新登录本机，或用 sudo 运行。"


class ServerLacksDatabase(DatabaseMissing):
    code = "server_lacks_database"
    en = "The server has no database {place}. Create it there with `createdb`, then run `jiaohao init --db {place} --demo` (or --hall FILE)."
    zh = "服务器上没有数据库 {place}。请先在服务器上用 `createdb` 创建，再运行 `jiaohao init --db {place} --demo`（或 --hall 文件）。"


class DatabaseRefused(JiaohaoError):
    code = "database_refused"
    en = "The server at {place} does not let this program in ({detail}). Check the user, the password and the server's pg_hba.conf."
    zh = "{place} 的服务器拒绝本程序登录（{detail}）。请检查用户名、密码和服务器的 pg_hba.conf。"


class DatabaseForbidden(JiaohaoError):
    code = "database_forbidden"
    en = "The database user of {place} may not do this ({detail}); nothing was changed. Give it its rights with `jiaohao grant`."
    zh = "{place} 的数据库用户无权执行此操作（{detail}），未作任何更改。请用 `jiaohao grant` 授权。"


class ServerReadOnly(DatabaseAway):
    code = "server_read_only"
    en = (
        "The server at {place} takes no changes now: it may be a standby. Nothing was lost; work goes on when it does. "
        "Where there are several servers, name them all: postgresql://A,B/NAME?target_session_attrs=read-write."
    )
    zh = (
        "{place} 的服务器目前只读（可能是备用服务器）。数据没有丢失，恢复后自动继续。"
        "有多台服务器时请全部列出：postgresql://A,B/库名?target_session_attrs=read-write。"
    )


class DiskFull(JiaohaoError):
    code = "disk_full"
    en = "The disk that holds the database is full: nothing was changed. Free some space and try again."
    zh = "数据库所在磁盘已满，未作任何更改。请清理磁盘后再试。"


class DatabaseOnNetworkShare(JiaohaoError):
    code = "database_on_network_share"
    en = (
        "{place} lies on a network share ({kind}), where SQLite loses data. "
        "Put the file on a local disk, or use PostgreSQL for more than one PC."
    )
    zh = "{place} 位于网络共享（{kind}）上，SQLite 在此会丢失数据。请放到本地磁盘；多台电脑请使用 PostgreSQL。"


class UnknownDatabaseUrl(JiaohaoError):
    code = "unknown_database_url"
    en = "{url} is not a database address. Give a file path, sqlite:///PATH or postgresql://USER@HOST/NAME."
    zh = "{url} 不是数据库地址。请填写文件路径、sqlite:///路径 或 postgresql://用户@主机/库名。"


class NoHall(JiaohaoError):
    code = "no_hall"
    en = "The database at {place} holds no hall. Restore the last backup, or create a new one elsewhere with `jiaohao init`."
    zh = "{place} 的数据库里没有大厅。请恢复最近的备份，或用 `jiaohao init` 在别处新建。"


class GrantNeedsServer(JiaohaoError):
    code = "grant_needs_server"
    en = "Only a PostgreSQL server knows users: give --db postgresql://OWNER@HOST/NAME. A database file is protected by the rights of its folder."
    zh = "只有 PostgreSQL 服务器才有用户：请指定 --db postgresql://所有者@主机/库名。数据库文件由其文件夹的权限保护。"


class GrantNotAllowed(JiaohaoError):
    code = "grant_not_allowed"
    en = "This database user may not give out rights ({detail}); nothing was changed. Use the owner of the database, with the right CREATEROLE."
    zh = "该数据库用户无权授权（{detail}），未作任何更改。请使用数据库所有者，并具有 CREATEROLE 权限。"


class MayNotCreateDatabase(JiaohaoError):
    code = "may_not_create_database"
    en = "This database user may not do that to the server ({detail}); nothing was changed. The owner of the hall needs it: sudo -u postgres psql -c 'ALTER ROLE jiaohao CREATEDB CREATEROLE; GRANT pg_signal_backend TO jiaohao'"
    zh = "该数据库用户无权在服务器上执行此操作（{detail}），未作任何更改。请给大厅数据库所有者授权：sudo -u postgres psql -c 'ALTER ROLE jiaohao CREATEDB CREATEROLE; GRANT pg_signal_backend TO jiaohao'"


class NotAUserName(JiaohaoError):
    code = "not_a_user_name"
    en = "{user!r} cannot be the name of a database user: 1 to 63 bytes, not starting with pg_."
    zh = "{user!r} 不能作为数据库用户名：1 至 63 字节，且不能以 pg_ 开头。"


class UserOwnsDatabase(JiaohaoError):
    code = "user_owns_database"
    en = "{user} owns the tables or the server, so its rights cannot be narrowed. Choose another name for the front end."
    zh = "{user} 是数据表的所有者或服务器管理员，无法限制其权限。请为该前端另选用户名。"
