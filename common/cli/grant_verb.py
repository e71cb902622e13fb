"""The verb that gives front ends their rights on a server."""

from __future__ import annotations

import sys
from typing import Annotated

import typer
from click.core import ParameterSource

from common.cli.database import database_url
from common.cli.options import Db, Json, console
from common.cli.passwords import ask_twice, read_line
from common.domain.errors import JiaohaoError

app = typer.Typer()

_ROLES = ("display", "kiosk", "counter", "administrator")


class UnknownDatabaseRole(JiaohaoError):
    code = "unknown_database_role"
    en = "{role} is no kind of front end. Choose display, kiosk, counter, administrator or all."
    zh = "没有 {role} 这种角色。请选择 display、kiosk、counter、administrator 或 all。"


class OneUserForAll(JiaohaoError):
    code = "one_user_for_all"
    en = (
        "`grant all` names its users itself: jiaohao_display and so on. "
        "Leave --user out, or grant one role."
    )
    zh = "`grant all` 自动命名用户：jiaohao_display 等。请省略 --user，或只授予一个角色。"


class PasswordInSight(JiaohaoError):
    code = "password_in_sight"
    en = (
        "A password on the command line can be read by everybody on this PC (ps), and stays in the "
        "shell's history. Nothing was changed; give --password -, and then the password."
    )
    zh = (
        "写在命令行上的密码，本机任何人都能看到（ps），还会留在命令历史中。未作任何更改；"
        "请用 --password -，再给出密码。"
    )


class EmptyPassword(JiaohaoError):
    code = "empty_password"
    en = "The password is empty. Nothing was changed; type one, or give it as one line."
    zh = "密码为空，未作任何更改。请输入密码，或从标准输入给出一行。"


@app.command()
def grant(
    context: typer.Context,
    role: Annotated[
        str, typer.Argument(metavar="ROLE", help="display, kiosk, counter, administrator or all.")
    ],
    user: Annotated[
        str | None,
        typer.Option("--user", metavar="NAME", help="The database user (default: jiaohao_ROLE)."),
    ] = None,
    password: Annotated[
        str | None,
        typer.Option(
            "--password",
            envvar="JIAOHAO_GRANT_PASSWORD",
            metavar="-",
            help="The user's password; - asks for it, or reads standard input. Without it none "
            "is set or changed.",
        ),
    ] = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Give a front end's database user its rights, and no others (PostgreSQL).

    Run it as the owner of the database, and again after an upgrade.
    """
    out = console(as_json)
    if role not in (*_ROLES, "all"):
        raise UnknownDatabaseRole(role=role)
    if role == "all" and user is not None:
        raise OneUserForAll
    if password not in (None, "-") and (
        context.get_parameter_source("password") is ParameterSource.COMMANDLINE
    ):
        raise PasswordInSight
    if password == "-":
        password = ask_twice(out) if sys.stdin.isatty() else read_line()
        if not password:
            raise EmptyPassword
    # psycopg takes a while to load; no other verb of a hall on SQLite needs it.
    from common.store.privileges import DatabaseRole
    from common.store.privileges import grant as give

    roles = [DatabaseRole(one) for one in (_ROLES if role == "all" else (role,))]
    users = {one: user or f"jiaohao_{one}" for one in roles}
    created = {one: give(database_url(db), one, users[one], password) for one in roles}
    out.answer(
        {"granted": [{"role": r, "user": users[r], "created": created[r]} for r in roles]},
        "\n".join(
            out.pick(
                f"{users[one]} 具有 {one} 的权限",
                f"{users[one]} has the rights of the role {one}",
            )
            for one in roles
        ),
    )
