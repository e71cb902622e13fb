"""Why a verb was refused. Nothing was changed, and each error says what to do."""

from __future__ import annotations

from common.domain.errors import JiaohaoError


class HallClosed(JiaohaoError):
    code = "hall_closed"
    en = "The hall issues no numbers now. It opens again: {opens}."
    zh = "现在不是取号时间。下次取号时间：{opens}。"


class UnknownNumber(JiaohaoError):
    code = "unknown_number"
    en = "There is no number {number} today. Check it on the slip."
    zh = "今天没有 {number} 号，请核对号票。"


class CounterBusy(JiaohaoError):
    code = "counter_busy"
    en = "Number {number} is still at counter {counter}. Finish it, or mark it as missed, first."
    zh = "{counter} 窗口还有 {number} 号，请先办结或按过号处理。"


class CounterIdle(JiaohaoError):
    code = "counter_idle"
    en = "Nobody is at counter {counter}. Call the next number first."
    zh = "{counter} 窗口目前没有号，请先叫号。"


class ReasonNeeded(JiaohaoError):
    code = "reason_needed"
    en = "Calling a chosen number needs a reason; it is kept in the record."
    zh = "指呼需要填写原因，原因会留在记录中。"


class NotServedHere(JiaohaoError):
    code = "not_served_here"
    en = "Number {number} waits in queue {queue}, which counter {counter} does not serve."
    zh = "{number} 号在队列 {queue} 等候，{counter} 窗口不办理该队列。"


class ReinstateLimit(JiaohaoError):
    code = "reinstate_limit"
    en = "Number {number} has been reinstated before and cannot come back again. Issue a new one."
    zh = "{number} 号已复号过，不能再次复号，请重新取号。"


class TransferToSelf(JiaohaoError):
    code = "transfer_to_self"
    en = "Number {number} is at counter {counter} already. Choose another counter or a queue."
    zh = "{number} 号已在 {counter} 窗口，请选择其他窗口或队列。"


class CasesOutOfRange(JiaohaoError):
    code = "cases_out_of_range"
    en = "The number of cases must be from 0 to {most}, not {cases}."
    zh = "办件数应在 0 到 {most} 之间，不能是 {cases}。"


class RequestReused(JiaohaoError):
    """One id, two different acts: the caller must make a new id for each."""

    code = "request_reused"
    en = "The id {request} was used for another act ({move}, number {number}). Make a new id for each act."
    zh = "编号 {request} 已用于其他操作（{number} 号{move}）。请为每次操作生成新的编号。"


class WrongPassword(JiaohaoError):
    code = "wrong_password"
    en = "Login or password is not right. Try again, or ask the supervisor."
    zh = "账号或密码不正确，请重试或联系管理员。"


class ClerkLocked(JiaohaoError):
    code = "clerk_locked"
    en = "Too many wrong passwords. Try again after {minutes} min, or ask the supervisor."
    zh = "密码错误次数过多，请 {minutes} 分钟后再试，或联系管理员。"


class CounterTaken(JiaohaoError):
    """`facts["clerk"]` names who is signed in there."""

    code = "counter_taken"
    en = "{clerk} is signed in at counter {counter}. Take the counter over only if they have left."
    zh = "{clerk} 已在 {counter} 窗口登录。确认对方已离开后才能接管。"


class ClerkElsewhere(JiaohaoError):
    code = "clerk_elsewhere"
    en = "You still have number {number} at counter {counter}. Finish it there first."
    zh = "您在 {counter} 窗口还有 {number} 号未办结，请先到该窗口办结。"


class QueueStillWaiting(JiaohaoError):
    code = "queue_still_waiting"
    en = (
        "Queue {queue} cannot go: {people} of today's numbers are still in it. "
        "Serve or cancel them first; nothing was changed."
    )
    zh = "队列 {queue} 还有 {people} 个号未完成，不能删除。请先办理或取消；未作任何更改。"


class CounterStillBusy(JiaohaoError):
    code = "counter_still_busy"
    en = "Counter {counter} cannot go: number {number} is there. Nothing was changed."
    zh = "{counter} 窗口还有 {number} 号，不能删除。未作任何更改。"


class ClassStillWaiting(JiaohaoError):
    code = "class_still_waiting"
    en = "Priority class {priority} cannot go: {people} numbers of it still wait. Nothing was changed."
    zh = "优先类别 {priority} 还有 {people} 个号在等候，不能删除。未作任何更改。"


class OtherHall(JiaohaoError):
    code = "other_hall"
    en = "The file describes hall {given}, the database holds {known}. Use the file of {known}."
    zh = "文件描述的是大厅 {given}，数据库里是 {known}。请使用 {known} 的文件。"
