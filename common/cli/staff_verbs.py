"""`jiaohao staff`: look after the people who work in the hall."""

from __future__ import annotations

from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from common import operations
from common.cli.console import Console
from common.cli.options import By, Db, Json, acting, console, opened
from common.cli.passwords import ask, ask_twice, read_line
from common.domain.errors import JiaohaoError
from common.domain.session import ROLE_WORDS, Role
from common.domain.text import Text
from common.operations import StaffMember

app = typer.Typer()
staff = typer.Typer(no_args_is_help=True, help="Look after the people who work in the hall.")
app.add_typer(staff, name="staff")


class UnknownRole(JiaohaoError):
    code = "unknown_role"
    en = "There is no role {given}. Known roles: {known}."
    zh = "没有角色 {given}。可用：{known}。"


class NothingToChange(JiaohaoError):
    code = "nothing_to_change"
    en = "Say what to change: --name-zh with --name-en, --role, --skills or --all-skills."
    zh = "请指定要修改的内容：--name-zh 与 --name-en、--role、--skills 或 --all-skills。"


Login = Annotated[str, typer.Argument(metavar="LOGIN", help="For example a01.")]
RoleOption = Annotated[
    str | None,
    typer.Option("--role", metavar="ROLE", help="clerk, guide, supervisor or administrator."),
]
Skills = Annotated[
    str | None,
    typer.Option("--skills", metavar="QUEUES", help="Trained for these only: FA,FB (else all)."),
]
Stdin = Annotated[
    bool, typer.Option("--password-stdin", help="Read passwords from standard input, one a line.")
]
Generate = Annotated[
    bool, typer.Option("--generate", help="Make a password for the first sign-in and show it.")
]


@staff.command("list")
def list_all(
    everyone: Annotated[bool, typer.Option("--all", help="Those who are retired too.")] = False,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Who works here, what they may do, and where they are signed in."""
    out = console(as_json)
    with opened(db) as store:
        members = [m for m in operations.list_staff(store) if everyone or not m.retired]
        zone = ZoneInfo(operations.hall(store).time_zone)
    out.answer(
        {
            "staff": [
                {
                    "login": m.login,
                    "name": {"zh": m.name.zh, "en": m.name.en},
                    "role": m.role,
                    "skills": None if m.skills is None else list(m.skills),
                    "must_change": m.must_change,
                    "locked_until": m.locked_until,
                    "retired": m.retired,
                    "counter": m.counter,
                }
                for m in members
            ]
        },
        "\n".join(_line(out, member, zone) for member in members)
        or out.pick("还没有人员", "nobody works here yet"),
    )


@staff.command()
def add(
    login: Login,
    name_zh: Annotated[str, typer.Option("--name-zh", metavar="NAME", help="In Chinese.")],
    name_en: Annotated[
        str | None, typer.Option("--name-en", metavar="NAME", help="In English (else the same).")
    ] = None,
    role: RoleOption = None,
    skills: Skills = None,
    password_stdin: Stdin = False,
    generate: Generate = False,
    by: By = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Add somebody. The password is good for the first sign-in, which asks for another."""
    out = console(as_json)
    wanted = _role(role) or Role.CLERK
    with opened(db) as store:
        who = acting(store, by)
        password = _first_password(out, login, stdin=password_stdin, generate=generate)
        operations.add_clerk(
            store,
            login,
            Text(zh=name_zh, en=name_en or name_zh),
            password,
            role=wanted,
            skills=_queues(skills),
            by=who,
        )
    _tell_password(out, login, password, generate, out.pick("已新增", "added"))


@staff.command()
def change(
    login: Login,
    name_zh: Annotated[
        str | None, typer.Option("--name-zh", metavar="NAME", help="In Chinese.")
    ] = None,
    name_en: Annotated[
        str | None, typer.Option("--name-en", metavar="NAME", help="In English (else the same).")
    ] = None,
    role: RoleOption = None,
    skills: Skills = None,
    all_skills: Annotated[
        bool, typer.Option("--all-skills", help="Trained for every queue.")
    ] = False,
    by: By = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Change somebody's name, role or skills."""
    out = console(as_json)
    if not (name_zh or role or skills or all_skills):
        raise NothingToChange
    with opened(db) as store:
        operations.change_clerk(
            store,
            login,
            name=Text(zh=name_zh, en=name_en or name_zh) if name_zh else None,
            role=_role(role),
            skills=_queues(skills),
            all_skills=all_skills,
            by=acting(store, by),
        )
    _tell(out, login, out.pick("已变更", "changed"))


@staff.command()
def reset(
    login: Login,
    password_stdin: Stdin = False,
    generate: Generate = False,
    by: By = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Give somebody a password for one sign-in, which asks for another. Ends a lock-out too."""
    out = console(as_json)
    with opened(db) as store:
        who = acting(store, by)
        operations.known_clerk(store, login)
        password = _first_password(out, login, stdin=password_stdin, generate=generate)
        operations.reset_password(store, login, password, by=who)
    _tell_password(out, login, password, generate, out.pick("密码已重置", "password reset"))


@staff.command("password")
def own_password(
    login: Login, password_stdin: Stdin = False, db: Db = None, as_json: Json = False
) -> None:
    """Change one's own password: the old one, then the new one."""
    out = console(as_json)
    with opened(db) as store:
        if password_stdin:
            old, new = read_line(), read_line()
        else:
            old = ask(out.pick(f"{login} 的原密码：", f"Old password of {login}: "))
            new = ask_twice(out)
        operations.change_password(store, login, old, new)
    _tell(out, login, out.pick("密码已修改", "password changed"))


@staff.command()
def retire(login: Login, by: By = None, db: Db = None, as_json: Json = False) -> None:
    """Somebody leaves. What they did stays theirs, and nobody else gets their login."""
    out = console(as_json)
    with opened(db) as store:
        operations.retire_clerk(store, login, by=acting(store, by))
    _tell(out, login, out.pick("已停用", "retired"))


@staff.command()
def unlock(login: Login, by: By = None, db: Db = None, as_json: Json = False) -> None:
    """Let somebody try again at once after too many wrong passwords."""
    out = console(as_json)
    with opened(db) as store:
        operations.unlock_clerk(store, login, by=acting(store, by))
    _tell(out, login, out.pick("已解除锁定", "unlocked"))


def _line(out: Console, member: StaffMember, zone: ZoneInfo) -> str:
    skills = "" if member.skills is None else " ".join(member.skills)
    notes = [
        out.pick("已停用", "retired") if member.retired else "",
        out.pick("待改密码", "must choose a password") if member.must_change else "",
        f"→ {member.counter}" if member.counter else "",
    ]
    if member.locked_until:
        until = f"{member.locked_until.astimezone(zone):%H:%M}"
        notes.append(out.pick(f"锁定至 {until}", f"locked until {until}"))
    told = "  ".join(filter(None, (out.say(member.name), skills, *notes)))
    return f"{member.login:10}{out.say(ROLE_WORDS[member.role])}  {told}"


def _role(given: str | None) -> Role | None:
    """By code, or by its Chinese word."""
    if given is None:
        return None
    for role in Role:
        if given.strip().lower() in (role.value, ROLE_WORDS[role].zh):
            return role
    raise UnknownRole(given=given, known=", ".join(Role))


def _queues(given: str | None) -> list[str] | None:
    return given.replace("，", ",").replace(",", " ").split() if given else None


def _first_password(out: Console, login: str, *, stdin: bool, generate: bool) -> str:
    if generate:
        from common.operations.passwords import temporary_password

        return temporary_password(operations.as_login(login))
    return read_line() if stdin else ask_twice(out)


def _tell(out: Console, login: str, told: str) -> None:
    name = operations.as_login(login)
    out.answer({"login": name}, f"{name} {told}")


def _tell_password(out: Console, login: str, password: str, generated: bool, told: str) -> None:
    """A password is shown only when it was made here: somebody has to be given it."""
    if not generated:
        _tell(out, login, told)
        return
    name = operations.as_login(login)
    words = out.pick(f"首次登录密码：{password}", f"password for the first sign-in: {password}")
    out.answer({"login": name, "password": password}, f"{name} {told}\n{words}")
