"""Carrying a plan out: a few steps, each shown as it is done, and each safe to do again."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from common.domain.os_words import os_words
from common.domain.text import Text
from common.installation.commands import run
from common.installation.sessions import start_sessions
from common.installation.setting_up.desktop_users import give_form_key, join_group
from common.installation.setting_up.errors import NotPossibleHere
from common.installation.setting_up.places import Places
from common.installation.setting_up.plan import Plan, settled
from common.installation.setting_up.server_words import what_the_pcs_need
from common.machine import Machine, Role, write_machine
from common.machine.owned_files import hand_over, write_whole

if TYPE_CHECKING:
    from common.installation.server import ServerMade

Told = Callable[[Text], None]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that set-up does."""

    what: Text
    do: Callable[[], Text | None]
    """Does it, or finds it done; returns what there is to say of it. Raises a JiaohaoError."""


def steps_of(plan: Plan, places: Places, told: Told = lambda _: None) -> list[Step]:
    """What makes this PC what the plan says, in order. Done again, it changes nothing.

    `told` hears of what a long step has done already.
    """
    plan = settled(plan, places)
    return [*(_server_steps(plan, places, told) if _is_server(plan) else _steps(plan, places))]


def _is_server(plan: Plan) -> bool:
    return plan.machine.role is Role.SERVER


def _server_steps(plan: Plan, places: Places, told: Told) -> Iterator[Step]:
    made: list[ServerMade] = []
    yield _folders(places)
    yield Step(
        Text(zh="设置 PostgreSQL", en="set up PostgreSQL"),
        lambda: _make_server(plan, places, told, made),
    )
    yield Step(
        _writing(places),
        lambda: _write(replace(plan.machine, database=made[-1].url), places),
    )
    yield from _start_steps(plan, places)


def _make_server(plan: Plan, places: Places, told: Told, made: list[ServerMade]) -> Text | None:
    from common.installation.server import ServerPlan, set_up_server

    wanted = ServerPlan(plan.network, plan.hall_file, settings=places.settings.parent)
    made.append(set_up_server(wanted, told))
    return what_the_pcs_need(made[-1])


def _steps(plan: Plan, places: Places) -> Iterator[Step]:
    yield _folders(places)
    if plan.password is not None:
        password = plan.password
        yield Step(
            Text(zh="保存数据库密码", en="keep the database's password"),
            lambda: _keep_password(places, password),
        )
    if plan.certificate is not None:
        certificate = plan.certificate
        yield Step(
            Text(zh="保存服务器证书", en="keep the server's certificate"),
            lambda: _keep_certificate(places, certificate),
        )
    if plan.embedded:
        yield Step(
            Text(zh="建立大厅数据库", en="make the hall's database"),
            lambda: _make_hall(plan, places),
        )
    for user in plan.desktop_users:
        yield from _steps_for(user, plan, places)
    yield Step(_writing(places), lambda: _write(plan.machine, places))
    yield from _start_steps(plan, places)


def _folders(places: Places) -> Step:
    return Step(
        Text(zh=f"准备文件夹 {places.data}", en=f"prepare the folder {places.data}"),
        lambda: _prepare_folders(places),
    )


def _writing(places: Places) -> Text:
    return Text(zh=f"写入设置 {places.settings}", en=f"write the settings {places.settings}")


def _start_steps(plan: Plan, places: Places) -> Iterator[Step]:
    if plan.start and places.of_the_system and os.name != "nt":
        yield Step(
            Text(zh="安排自动启动", en="let start by itself what should"),
            lambda: start_sessions(plan.machine),
        )


def _steps_for(user: str, plan: Plan, places: Places) -> Iterator[Step]:
    if places.of_the_system:
        yield Step(
            Text(zh=f"允许用户 {user} 使用", en=f"let the user {user} work with it"),
            lambda: join_group(user, places.owner),
        )
    key = plan.form_key
    if key is not None:
        yield Step(
            Text(zh=f"把表单密钥交给 {user}", en=f"give the form key to {user}"),
            lambda: give_form_key(user, key),
        )


def _prepare_folders(places: Places) -> None:
    with _in_words(places.data):
        if places.of_the_system:
            _make_sure_of_user(places)
        for folder, mode in ((places.settings.parent, 0o755), (places.data, 0o2770)):
            new = not folder.exists()
            folder.mkdir(parents=True, exist_ok=True)
            if folder == places.data or new:
                # Where the folder itself is a link, its administrator put it on another disk.
                _hand_over(folder.resolve(), mode, places, by_owner=folder == places.data)


def _make_sure_of_user(places: Places) -> None:
    """The package makes this user; whoever installed without it gets it here."""
    import grp

    try:
        grp.getgrnam(places.owner)
    except KeyError:
        account = ("--system", "--user-group", "--shell", "/usr/sbin/nologin")
        run(["useradd", *account, "--home-dir", str(places.data), places.owner], package="passwd")


def _keep_password(places: Places, password: str) -> None:
    """Readable for root and the group of those who run a front end, and never for others."""
    with _in_words(places.password):
        whose = _owner(places) if places.of_the_system else ()
        write_whole(places.password, f"{password}\n".encode(), 0o640, *whose)


def _keep_certificate(places: Places, certificate: Path) -> None:
    with _in_words(places.certificate):
        write_whole(places.certificate, certificate.read_bytes(), 0o644)


def _make_hall(plan: Plan, places: Places) -> Text | None:
    if places.has_hall:
        _share(places)
        return Text(zh="已有，保持不变", en="there already, and left as it is")
    # pydantic, YAML and Alembic take a while to load.
    from common.operations.hall_changes import create_hall
    from common.operations.hall_file import read_hall_file

    assert plan.hall_file is not None  # `check` refuses a plan without one.
    with _in_words(places.hall):
        if places.hall.is_symlink():  # and leads nowhere yet
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    create_hall(str(places.hall), read_hall_file(plan.hall_file)).close()
    _share(places)
    return None


def _share(places: Places) -> None:
    """The kiosk's user and the clerks write the same file; SQLite gives its log the same mode."""
    for part in ("", "-wal", "-shm"):
        file = Path(f"{places.hall}{part}")
        with _in_words(file):
            if file.exists():
                _hand_over(file, 0o660, places, by_owner=True)


def _write(machine: Machine, places: Places) -> None:
    write_machine(machine, places.settings)


def _hand_over(file: Path, mode: int, places: Places, *, by_owner: bool = False) -> None:
    hand_over(file, mode, *(_owner(places, by_owner=by_owner) if places.of_the_system else ()))


def _owner(places: Places, *, by_owner: bool = False) -> tuple[int, int]:
    import grp
    import pwd

    user = pwd.getpwnam(places.owner).pw_uid if by_owner else 0
    return user, grp.getgrnam(places.owner).gr_gid


@contextmanager
def _in_words(file: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise NotPossibleHere(file=file, detail=os_words(error)) from None
