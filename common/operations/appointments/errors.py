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


class NoneToCheckIn(JiaohaoError):
    """It says the same whatever there is: four digits are soon tried out."""

    code = "none_to_check_in"
    en = (
        "No appointment with these last four digits can be checked in now. "
        "Use the appointment code, or ask the guide desk."
    )
    zh = "没有找到现在可以签到的预约。请使用预约码，或咨询导办台。"


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


# Files of outside channels


class NoSuchFile(JiaohaoError):
    code = "no_such_file"
    en = "{file} cannot be read ({detail}). Check the path and who may read it."
    zh = "无法读取 {file}（{detail}）。请检查路径和读取权限。"


class FileNotWritten(JiaohaoError):
    code = "file_not_written"
    en = "{file} cannot be written ({detail}). Choose another place; an older file was left as it is."
    zh = "无法写入 {file}（{detail}）。请换一个位置；原有文件未被改动。"


class FileTooBig(JiaohaoError):
    code = "file_too_big"
    en = "The file is larger than {most} MB, which no list of appointments is. Nothing was changed."
    zh = "文件超过 {most} MB，不像预约名单。未作任何更改。"


class NotAText(JiaohaoError):
    code = "not_a_text"
    en = "The file is no CSV text but something else (a program, a picture?). Nothing was changed."
    zh = "文件不是 CSV 文本（可能是程序或图片）。未作任何更改。"


class IsAWorkbook(JiaohaoError):
    code = "is_a_workbook"
    en = "The file is an Excel workbook. In Excel, save it as “CSV UTF-8”; nothing was changed."
    zh = "文件是 Excel 工作簿。请在 Excel 中另存为“CSV UTF-8”；未作任何更改。"


class UnknownEncoding(JiaohaoError):
    code = "unknown_encoding"
    en = "The file is neither UTF-8, UTF-16 nor GB 18030. Save it as “CSV UTF-8”; nothing was changed."
    zh = "文件编码不是 UTF-8、UTF-16 或 GB 18030。请另存为“CSV UTF-8”；未作任何更改。"


class FileCutOff(JiaohaoError):
    code = "file_cut_off"
    en = "The file ends in the middle of a row: it is not all there. Fetch it again; nothing was changed."
    zh = "文件在一行中间结束，内容不完整。请重新获取；未作任何更改。"


class FileEmpty(JiaohaoError):
    code = "file_empty"
    en = "The file has no rows. Nothing was changed."
    zh = "文件没有内容。未作任何更改。"


class NoHeadings(JiaohaoError):
    code = "no_headings"
    en = (
        "The first line must name the columns; missing: {missing}. "
        "If it does, the file may be in another encoding: save it as “CSV UTF-8”. Nothing was changed."
    )
    zh = "第一行应为列名，缺少：{missing}。如已有列名，可能是编码不对，请另存为“CSV UTF-8”。未作任何更改。"


class HeadingTwice(JiaohaoError):
    code = "heading_twice"
    en = "Two columns are both the {field}. Leave one of them out; nothing was changed."
    zh = "有两列都是“{field}”，请只保留一列。未作任何更改。"


class QuotesBroken(JiaohaoError):
    code = "quotes_broken"
    en = 'Line {line}: the quotation marks (") do not match. Correct it; nothing was changed.'
    zh = '第 {line} 行的引号（"）不配对，请更正。未作任何更改。'


# Rows of such files: none of these repeats what may name a person


class ColumnsDiffer(JiaohaoError):
    code = "columns_differ"
    en = "The row has {found} columns instead of {wanted}."
    zh = "该行有 {found} 列，应为 {wanted} 列。"


class NoSuchServiceHere(JiaohaoError):
    code = "no_such_service_here"
    en = "The hall has no such service ({given}). Give its code, such as FA002, or its full name."
    zh = "大厅没有该事项（{given}）。请填写事项编码（如 FA002）或完整名称。"


class NotADay(JiaohaoError):
    code = "not_a_day"
    en = "The date cannot be read ({given}). Write it like 2026-11-24."
    zh = "日期无法识别（{given}）。请写成 2026-11-24 这样。"


class DayFromExcel(JiaohaoError):
    code = "day_from_excel"
    en = "The date is Excel's own number ({given}). Format the column as a date or as text, and save again."
    zh = "日期是 Excel 的序列数（{given}）。请把该列设为日期或文本格式后重新保存。"


class NotASlot(JiaohaoError):
    code = "not_a_slot"
    en = "The half hour cannot be read ({given}). Write it like 09:30 or 09:30-10:00."
    zh = "时段无法识别（{given}）。请写成 09:30 或 09:30-10:00。"


class NumberFromExcel(JiaohaoError):
    code = "number_from_excel"
    en = "Excel has shortened the ID or phone number. Format the column as text, enter it anew and save again."
    zh = "证件号或电话被 Excel 转成了科学计数。请把该列设为文本格式，重新填写后保存。"


class NotAState(JiaohaoError):
    code = "not_a_state"
    en = "The state must be booked or cancelled ({given})."
    zh = "状态应为“已预约”或“已取消”（{given}）。"


class CancelledHere(JiaohaoError):
    code = "cancelled_here"
    en = "This appointment was cancelled before and is not booked again. A new one needs a new reference."
    zh = "该预约此前已取消，不再恢复。重新预约请使用新的预约编号。"


class OtherChannel(JiaohaoError):
    code = "other_channel"
    en = (
        "The row names another channel than {given}. Import each channel's rows under its own name."
    )
    zh = "该行的渠道不是“{given}”。请按各自的渠道名称分别导入。"


class RepeatedBelow(JiaohaoError):
    code = "repeated_below"
    en = "The same reference stands on line {line} again; that row counts."
    zh = "第 {line} 行有相同的预约编号，以该行为准。"
