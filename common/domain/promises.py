"""What an errand of several services promises, and whether that is kept.

一次告知、一次表单、一次联办、一次送达: each is found in the hall file and the forms,
none is set by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from common.domain.forms import Form, FormBook
from common.domain.hall import Bundle, Hall, Service
from common.domain.text import Text


class Promise(StrEnum):
    TOLD = "told"
    """One list tells all that is to be brought."""
    FORM = "form"
    """What is filled in is filled in once."""
    JOINT = "joint"
    """One number leads through all of it."""
    DELIVERED = "delivered"
    """All results come in one way."""


PROMISE_NAMES: Mapping[Promise, Text] = {
    Promise.TOLD: Text(zh="一次告知", en="Told once"),
    Promise.FORM: Text(zh="一次表单", en="One form"),
    Promise.JOINT: Text(zh="一次联办", en="Handled as one"),
    Promise.DELIVERED: Text(zh="一次送达", en="Delivered once"),
}


@dataclass(frozen=True, slots=True)
class PromiseCheck:
    """Whether a bundle keeps one promise."""

    promise: Promise
    kept: bool
    words: Text
    """How it is kept, for citizens; else what is missing, for whoever writes the hall's files."""


def check_promises(hall: Hall, bundle: Bundle, book: FormBook) -> tuple[PromiseCheck, ...]:
    """The four promises of `bundle`, in the order in which people meet them."""
    return (
        PromiseCheck(Promise.TOLD, *_told(hall, bundle)),
        PromiseCheck(Promise.FORM, *_one_form(bundle, book)),
        PromiseCheck(Promise.JOINT, *_joint(hall, bundle)),
        PromiseCheck(Promise.DELIVERED, *_delivered(hall, bundle)),
    )


_Judged = tuple[bool, Text]


def _told(hall: Hall, bundle: Bundle) -> _Judged:
    """The merged list is there, and is as long as the figures of the bundle say."""
    count = len(hall.materials_of(bundle.services))
    if not count:
        return False, Text(
            zh="各事项都没有写 materials，无法列出材料清单",
            en="none of its services says what to bring: give their materials",
        )
    if bundle.after is not None and bundle.after.materials != count:
        said = bundle.after.materials
        return False, Text(
            zh=f"after 写明 {said} 件材料，清单却有 {count} 件，请改成一致",
            en=f"after says {_count(said, 'paper')}, the list has {count}: make them agree",
        )
    return True, Text(zh=f"一张清单，{count}件材料", en=f"One list, {_count(count, 'paper')}")


def _one_form(bundle: Bundle, book: FormBook) -> _Judged:
    """One form, or several that each ask something in common and so are filled in as one."""
    forms = book.forms_for(bundle.services, bundle.code)
    if not forms:
        return False, Text(
            zh="没有对应的表单，请在表单文件的 bundles 中写上它的编码",
            en="no form is for it or its services: name it under bundles in a form's file",
        )
    if len(forms) == 1:
        name = forms[0].name
        return True, Text(zh=f"只填一张《{name.zh}》", en=f"Filled in once: {name.en}")
    apart = [form for form in forms if not _shares_fields(form, forms)]
    if apart:
        names = " ".join(form.code for form in apart)
        return False, Text(
            zh=f"表单 {names} 与其他表没有相同的字段，等于另填一次；请合成一张联办表",
            en=f"form {names} asks nothing that the others ask, so it is filled in apart: "
            "make one joint form",
        )
    count = len(forms)
    return True, Text(zh=f"{count}张表合并填一次", en=f"{count} forms, filled in as one")


def _shares_fields(form: Form, forms: Sequence[Form]) -> bool:
    fields = {entry.key for entry in form.entries()}
    others = {entry.key for other in forms if other is not form for entry in other.entries()}
    return not fields.isdisjoint(others)


def _joint(hall: Hall, bundle: Bundle) -> _Judged:
    """Several services, each once, that can all be done on some day of a usual week."""
    services, count = bundle.services, len(bundle.services)
    if count < 2:
        return False, Text(
            zh="只有一个事项，无需联办；请在 stages 中补上其他事项",
            en="it has one service only: add the others to its stages",
        )
    twice = [code for code in dict.fromkeys(services) if services.count(code) > 1]
    if twice:
        names = " ".join(twice)
        return False, Text(
            zh=f"stages 中 {names} 出现多次，要去两次窗口；请只保留一个",
            en=f"its stages have {names} more than once, which means going there twice: "
            "leave one of them",
        )
    done = _done_on(hall, [hall.service(code) for code in services])
    if not any(map(done, range(7))):
        return False, Text(
            zh="没有一天能办齐全部事项，请调整 weekdays 或窗口的工作日",
            en="on no day of the week are all its services done: change their weekdays or "
            "the days of their counters",
        )
    return True, Text(zh=f"一个号办{count}个事项", en=f"One number for {count} services")


def _done_on(hall: Hall, services: Sequence[Service]) -> Callable[[int], bool]:
    """Whether all are done on a weekday, as far as weekdays and working counters decide."""
    calendar = hall.calendar
    working = {} if calendar.always else dict(calendar.counters)

    def done(weekday: int) -> bool:
        return (calendar.always or bool(calendar.hours_on(weekday))) and all(
            (service.weekdays is None or weekday in service.weekdays)
            and (
                weekday not in working
                or any(c.code in working[weekday] for c in hall.counters_of(service.queue))
            )
            for service in services
        )

    return done


def _delivered(hall: Hall, bundle: Bundle) -> _Judged:
    """The hall says in which one way its results are handed over."""
    delivery = bundle.delivery
    if delivery is None:
        return False, Text(
            zh="没有写结果怎样送达，请写上 delivery",
            en="nothing says how its results are handed over: give its delivery",
        )
    if delivery.queue is None:
        return True, Text(zh="全部结果一次邮寄", en="All mailed together")
    name, mailed = hall.queue(delivery.queue).name, delivery.by_mail
    return True, Text(
        zh=f"在“{name.zh}”窗口一次领取" + "，也可邮寄" * mailed,
        en=f"All collected at {name.en}" + ", or mailed" * mailed,
    )


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
