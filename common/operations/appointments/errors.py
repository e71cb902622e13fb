"""Why an appointment was not booked, cancelled or checked in, and what to do instead."""

from __future__ import annotations

from common.domain.errors import JiaohaoError


class NotBookable(JiaohaoError):
    code = "not_bookable"
    en = "{service} cannot be booked ahead. Take a number in the hall."
    zh = "“{service}”不开放预约，请到大厅现场取号。"


class DayNotBookable(JiaohaoError):
    code = "day_not_bookable"
    en = "{day} cannot be booked now: working days from {first} to {last} can. Choose one of these."
    zh = "{day} 现在不能预约，可预约 {first} 至 {last} 的工作日，请改选日期。"


class DayOff(JiaohaoError):
    code = "day_off"
    en = "The hall does not work on {day}. Choose a working day, such as {other}."
    zh = "{day} 大厅不办公，请改选工作日，例如 {other}。"


class ServiceNotThatDay(JiaohaoError):
    code = "service_not_that_day"
    en = "{service} is not done on {day}. Choose another day: {other}."
    zh = "{day} 不办理“{service}”，请改选：{other}。"


class NoSuchSlot(JiaohaoError):
    code = "no_such_slot"
    en = "There is no half hour from {slot} on {day}. Half hours start at :00 and :30 within {hours}."
    zh = "{day} 没有 {slot} 开始的时段。时段为 {hours} 内的整点和半点起各半小时。"


class SlotFull(JiaohaoError):
    code = "slot_full"
    en = "All places of {slot} on {day} are booked. Free: {free}."
    zh = "{day} {slot} 已约满。可约：{free}。"


class SlotOver(JiaohaoError):
    code = "slot_over"
    en = (
        "The half hour {slot} of {day} has begun. Choose a later one, or take a number in the hall."
    )
    zh = "{day} {slot} 已经开始，请改约以后的时段，或到大厅现场取号。"


class BookedBefore(JiaohaoError):
    code = "booked_before"
    en = (
        "This person has booked {service} on {day} already ({slot}). Cancel that appointment first."
    )
    zh = "您已预约 {day} {slot} 的“{service}”。如需改约，请先取消原预约。"


class BookingBarred(JiaohaoError):
    code = "booking_barred"
    en = (
        "Appointments of this person were not kept {times} times, so booking is possible again "
        "from {until}. Numbers can be taken in the hall."
    )
    zh = "您有 {times} 次预约未到，{until} 起可再预约。期间可到大厅现场取号。"


class UnknownAppointment(JiaohaoError):
    code = "unknown_appointment"
    en = (
        "There is no appointment {given}. Check the code, or look for the last digits of the phone."
    )
    zh = "没有预约 {given}，请核对预约码，或按手机尾号查找。"


class AppointmentEarly(JiaohaoError):
    code = "appointment_early"
    en = "The appointment is for {slot} on {day}. Check-in opens at {opens}; please come back then."
    zh = "预约时段为 {day} {slot}，{opens} 起可以签到，请届时再来。"


class AppointmentOver(JiaohaoError):
    code = "appointment_over"
    en = "The appointment was for {slot} on {day} and is over. Take a number, or book again."
    zh = "预约时段 {day} {slot} 已过，请现场取号或重新预约。"


class AppointmentCancelled(JiaohaoError):
    code = "appointment_cancelled"
    en = "The appointment for {slot} on {day} was cancelled. Take a number, or book again."
    zh = "{day} {slot} 的预约已取消，请现场取号或重新预约。"


class CheckedInBefore(JiaohaoError):
    """`facts["number"]` is the number, whose slip may be printed again."""

    code = "checked_in_before"
    en = "For this appointment number {number} was issued. If the slip is lost, have it printed again."
    zh = "该预约已签到，号码为 {number}。号票遗失可补打。"


class NotAPhone(JiaohaoError):
    code = "not_a_phone"
    en = "That is no telephone number. Write its digits; only the last four are kept."
    zh = "电话号码不正确，请填写数字；系统只保留后四位。"


class NotAChannel(JiaohaoError):
    code = "not_a_channel"
    en = "A channel has a short name of 1 to 32 characters, such as city-app."
    zh = "预约渠道名称应为 1 到 32 个字符，例如“市民APP”。"


class NotAReference(JiaohaoError):
    """The reference itself is not repeated: it may be somebody's ID number."""

    code = "not_a_reference"
    en = "The channel's own number must have 1 to 64 characters and must not be a person's ID number."
    zh = "渠道预约编号应为 1 到 64 个字符，且不能使用身份证号。"


class AppointmentsStillBooked(JiaohaoError):
    code = "appointments_still_booked"
    en = "{what} cannot go: {people} appointments are booked for it. Cancel them first; nothing was changed."
    zh = "{what} 还有 {people} 个预约，不能删除。请先取消这些预约；未作任何更改。"
