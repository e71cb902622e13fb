"""Why a verb was refused. Nothing was changed, and each error says what to do."""

from __future__ import annotations

from common.domain.errors import JiaohaoError


class HallClosed(JiaohaoError):
    code = "hall_closed"
    en = "No numbers are issued now: {why}. They are again: {opens}."
    zh = "大厅现在不取号：{why}。下次取号时间：{opens}。"


class ServiceNotToday(JiaohaoError):
    code = "service_not_today"
    en = "{service} is not done today. Come again: {opens}."
    zh = "今天不办理“{service}”。下次办理：{opens}。"


class IssuingOver(JiaohaoError):
    code = "issuing_over"
    en = "No more numbers are given at this time of the day. They are again: {opens}."
    zh = "本时段取号已结束。下次取号时间：{opens}。"


class QuotaUsed(JiaohaoError):
    """`facts["queue"]` is the name of the queue that is full."""

    code = "quota_used"
    en = (
        "All numbers for {queue} in this half hour are taken; {opens}. "
        "If a window is free now, the guide desk can help."
    )
    zh = "“{queue}”本时段的号已取完，{opens}。如有空闲窗口，请咨询导办台。"


class NumberStillOpen(JiaohaoError):
    """`facts["number"]` is the number, whose slip may be printed again."""

    code = "number_still_open"
    en = (
        "This person has number {number} for {queue} already. "
        "It is still valid; if the slip is lost, have it printed again."
    )
    zh = "您已有“{queue}”的 {number} 号，仍然有效。号票遗失可补打。"


class PersonBlocked(JiaohaoError):
    code = "person_blocked"
    en = "This person can take no numbers ({until}). Please ask the guide desk."
    zh = "暂不能为您取号（{until}），请咨询导办台。"


class BadKioskName(JiaohaoError):
    code = "bad_kiosk_name"
    en = (
        "A kiosk cannot be called {name!r}: use its code in the hall file, "
        "1 to 32 letters, digits, -, _ or dots."
    )
    zh = "取号机名称不能是 {name!r}：请使用大厅文件中的代码，1 至 32 个字母、数字、-、_ 或点。"


class PrinterNotReady(JiaohaoError):
    """`facts["trouble"]` is what the printer said."""

    code = "printer_not_ready"
    en = "The printer cannot print ({trouble}). Put it right, or take the number without paper."
    zh = "打印机现在不能打印（{trouble}）。请处理后再试，或选择不打印号票。"


class ApprovalNeeded(JiaohaoError):
    code = "approval_needed"
    en = "Class {priority} needs the approval of a supervisor, with a reason."
    zh = "类别 {priority} 需要主管批准并填写原因。"


class BlockNeedsReason(JiaohaoError):
    code = "block_needs_reason"
    en = "Say why the person is blocked; the reason is kept in the record."
    zh = "请填写限制取号的原因，原因会留在记录中。"


class BlockInThePast(JiaohaoError):
    code = "block_in_the_past"
    en = "A block must end later than now, not {until}. Give a later time, or none."
    zh = "限制的截止时间应晚于现在，不能是 {until}。请改为以后的时间，或不填。"


class NotBlocked(JiaohaoError):
    code = "not_blocked"
    en = "That person is not on the block list. See the list, and check what was typed."
    zh = "此人不在限制名单中，请查看名单并核对输入。"


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


class NotTrained(JiaohaoError):
    code = "not_trained"
    en = "Number {number} waits in queue {queue}, for which you are not trained. Leave it to a colleague."
    zh = "{number} 号在队列 {queue} 等候，不在您的业务范围内，请由其他同事办理。"


class CounterPaused(JiaohaoError):
    code = "counter_paused"
    en = "Counter {counter} is paused. Resume its service first."
    zh = "{counter} 窗口已暂停服务，请先恢复服务。"


class NotPaused(JiaohaoError):
    code = "not_paused"
    en = "Counter {counter} is not paused; there is nothing to resume."
    zh = "{counter} 窗口没有暂停，无需恢复服务。"


class LastOpenCounter(JiaohaoError):
    """`facts["queue"]` and `facts["people"]` say who would be left alone."""

    code = "last_open_counter"
    en = (
        "Counter {counter} is the last one open for {queue} {name}, where {people} wait. "
        "A supervisor must agree to the pause."
    )
    zh = "{counter} 是 {queue} {name}最后一个开放的窗口，还有 {people} 人等候，暂停须经主管同意。"


class AlreadyServed(JiaohaoError):
    code = "already_served"
    en = "Counter {counter} takes queue {queue} already."
    zh = "{counter} 窗口已在办理队列 {queue}。"


class NotAddedHere(JiaohaoError):
    code = "not_added_here"
    en = "Queue {queue} was not added to counter {counter}; only added queues can be dropped."
    zh = "{counter} 窗口没有增开队列 {queue}，只能撤销增开的队列。"


class NoBreakGlass(JiaohaoError):
    code = "no_break_glass"
    en = "This hall has no class that goes before all others. The hall file can name one."
    zh = "本大厅没有设置特急类别，请在大厅文件中设置。"


class AlreadyFirst(JiaohaoError):
    code = "already_first"
    en = "Number {number} goes before all others already."
    zh = "{number} 号已经排在最前。"


class RecallTooSoon(JiaohaoError):
    """`facts["seconds"]` is how long to wait."""

    code = "recall_too_soon"
    en = "Number {number} was called just now. Call again in {seconds} s."
    zh = "{number} 号刚刚呼叫过，{seconds} 秒后可重呼。"


class RecallLimit(JiaohaoError):
    code = "recall_limit"
    en = "Number {number} was called {calls} times. Mark it as missed now."
    zh = "{number} 号已呼叫 {calls} 次，请按过号处理。"


class TooFewCalls(JiaohaoError):
    """`facts["left"]` is how many calls are still owed."""

    code = "too_few_calls"
    en = "A number is missed after {calls} calls. Call {number} again: {left} to go."
    zh = "呼叫 {calls} 次未到才能过号。{number} 号还需再呼叫 {left} 次。"


class MissTooSoon(JiaohaoError):
    """`facts["seconds"]` is how long to wait."""

    code = "miss_too_soon"
    en = "Number {number} was called just now. Wait {seconds} s for the person to come."
    zh = "{number} 号刚刚呼叫过，请再等 {seconds} 秒。"


class HeldElsewhere(JiaohaoError):
    code = "held_elsewhere"
    en = "Number {number} goes on at counter {counter}, where it is on hold. Send the person there."
    zh = "{number} 号在 {counter} 窗口挂起，应回该窗口办理，请引导前往。"


class SentElsewhere(JiaohaoError):
    code = "sent_elsewhere"
    en = "Number {number} waits for counter {counter}, which is open. Send the person there."
    zh = "{number} 号在等候 {counter} 窗口，该窗口正在服务，请引导前往。"


class ReinstateNever(JiaohaoError):
    code = "reinstate_never"
    en = "Missed numbers do not come back in this hall. Issue a new number instead of {number}."
    zh = "本大厅过号作废，{number} 号不能复号，请重新取号。"


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


class WeakPassword(JiaohaoError):
    """`facts["faults"]` holds every `PasswordFault`."""

    code = "weak_password"
    en = "This password will not do. It must be: {needed}. Choose another."
    zh = "密码不符合要求，应当：{needed}。请重新设置。"


class WeakKioskPin(JiaohaoError):
    """`facts["faults"]` holds every `PinFault`."""

    code = "weak_kiosk_pin"
    en = "This PIN will not do. It must be: {needed}. Choose another."
    zh = "口令不符合要求，应当：{needed}。请重新设置。"


class WrongKioskPin(JiaohaoError):
    """`facts["seconds"]` is how long this kiosk takes no other; 0 is not at all."""

    code = "wrong_kiosk_pin"
    en = "This is not the PIN of the kiosks. Try again in {seconds} s."
    zh = "取号机口令不正确，请 {seconds} 秒后再试。"


class KioskPinWaits(JiaohaoError):
    code = "kiosk_pin_waits"
    en = "Too many wrong PINs. Try again in {seconds} s."
    zh = "口令错误次数过多，请 {seconds} 秒后再试。"


class NoKioskPin(JiaohaoError):
    code = "no_kiosk_pin"
    en = "No PIN is set for the kiosks. Set one with `jiaohao kiosks pin`."
    zh = "尚未设置取号机口令。请运行 `jiaohao kiosks pin`。"


class PasswordMustChange(JiaohaoError):
    """The password was right; `facts["login"]` names whose it is."""

    code = "password_must_change"
    en = "This password was given to you for the first sign-in. Choose one of your own first."
    zh = "这是初始密码，请先设置自己的密码。"


class ApprovalReasonNeeded(JiaohaoError):
    code = "approval_reason_needed"
    en = "A supervisor's approval needs a reason; it is kept in the record."
    zh = "授权需要填写原因，原因会留在记录中。"


class NotPermitted(JiaohaoError):
    code = "not_permitted"
    en = "{login} may not do this: it needs the role of {role}. Ask somebody who has it."
    zh = "{login} 没有此权限，需要{role}角色，请由其办理。"


class UnknownClerk(JiaohaoError):
    code = "unknown_clerk"
    en = "There is no clerk {login}. `jiaohao staff list` shows who works here."
    zh = "没有账号 {login}。用 `jiaohao staff list` 查看人员。"


class LoginTaken(JiaohaoError):
    code = "login_taken"
    en = "The login {login} is or was {name}'s. Choose another: the record speaks of people by login."
    zh = "账号 {login} 属于或曾属于{name}，请换一个：记录以账号区分人员。"


class BundleStandsAlone(JiaohaoError):
    code = "bundle_stands_alone"
    en = (
        "{bundle} is a bundle and is taken alone. For one number with other services, name those of "
        "the bundle, which `jiaohao services --guide {bundle}` lists."
    )
    zh = (
        "{bundle} 是一件事，须单独取号。如需与其他事项合取一个号，请改写其中的各个事项，"
        "见 `jiaohao services --guide {bundle}`。"
    )


class BadName(JiaohaoError):
    code = "bad_name"
    en = "That cannot be somebody's name: it needs 1 to 200 signs, and none that are invisible."
    zh = "这不能作为姓名：须为 1 至 200 个字，且不含看不见的字符。"


class BadLogin(JiaohaoError):
    code = "bad_login"
    en = "{login!r} cannot be a login. Use small letters, digits, dots and dashes only, at most 64."
    zh = "{login!r} 不能作为账号：只用小写字母、数字、点、横线，最多 64 个字符。"


class NewClerkWithoutPassword(JiaohaoError):
    code = "new_clerk_without_password"
    en = (
        "Clerk {login} is new to this hall and has no password in the file. Write `password:` into "
        "the entry, or add the person with `jiaohao staff add {login}`. Nothing was changed."
    )
    zh = (
        "大厅里还没有账号 {login}，文件中也没有密码。请在该条目填写 password，"
        "或用 `jiaohao staff add {login}` 新增。未作任何更改。"
    )


class ClerkAtWork(JiaohaoError):
    code = "clerk_at_work"
    en = "{login} has number {number} at counter {counter} and cannot be retired now. Finish it first."
    zh = "{login} 在 {counter} 窗口还有 {number} 号，现在不能停用，请先办结。"


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


class NothingMissing(JiaohaoError):
    code = "nothing_missing"
    en = "Say what number {number} lacks: at least one material, or a remark."
    zh = "请注明 {number} 号缺少什么：至少选择一项材料，或填写说明。"


class MaterialNotAsked(JiaohaoError):
    code = "material_not_asked"
    en = "Number {number} is not asked for {material}. Its materials: {known}. Others go into the remark."
    zh = "{number} 号不需要材料 {material}。可选：{known}。其他内容请写在说明中。"


class NoticeReasonNeeded(JiaohaoError):
    """`facts["given"]` counts the notices before this one."""

    code = "notice_reason_needed"
    en = (
        "Number {number} was given notice {given} time(s) already, and everything should be told "
        "at once. Say why it is needed again; the reason is recorded."
    )
    zh = "{number} 号已告知 {given} 次，应当一次告知全部内容。请填写再次告知的原因，原因将被记录。"


class NotAccepted(JiaohaoError):
    code = "not_accepted"
    en = "Nothing of number {number} was accepted there. Finish it with the result Accepted first."
    zh = "{number} 号没有在此受理的事项，请先以“受理”结束办理。"


class NoPromisedDay(JiaohaoError):
    code = "no_promised_day"
    en = (
        "The hall's calendar has not {days} working days within a year, so no day can be promised. "
        "Check its hours and holidays in the hall file."
    )
    zh = "大厅日历一年内没有 {days} 个工作日，无法计算承诺日期。请检查大厅文件中的工时和节假日。"


class NumberOver(JiaohaoError):
    code = "number_over"
    en = "Number {number} is over ({state}), so its slip is not printed again. Take a new number."
    zh = "{number} 号已结束（{state}），不能补打。请重新取号。"


class HelpOver(JiaohaoError):
    code = "help_over"
    en = "Nobody needs to go to {kiosk} any more: the call for help is over."
    zh = "{kiosk} 的帮办呼叫已结束，不用再去。"


class HelpAnswered(JiaohaoError):
    code = "help_answered"
    en = "{clerk} is on the way to {kiosk} already."
    zh = "{clerk} 已在前往 {kiosk}。"


class NothingToRate(JiaohaoError):
    code = "nothing_to_rate"
    en = "Nothing of this errand is done yet. Please rate it when it is."
    zh = "您的业务还没有办完，办完后再来评价。"


class RatingOver(JiaohaoError):
    code = "rating_over"
    en = "This errand was done more than {days} days ago and can no longer be rated."
    zh = "该业务已办完超过 {days} 天，不能再评价。"


class AlreadyRated(JiaohaoError):
    code = "already_rated"
    en = "This errand was rated already. Thank you."
    zh = "该业务已经评价过，谢谢您。"


class OpinionTooLong(JiaohaoError):
    code = "opinion_too_long"
    en = "That is {length} characters; at most {longest} are kept. Please shorten it."
    zh = "共 {length} 个字，最多 {longest} 个字，请缩短。"


class UnknownReceipt(JiaohaoError):
    code = "unknown_receipt"
    en = "Nothing was found under this receipt number. Compare it with your receipt: 7 signs."
    zh = "没有找到这个回执号。请核对回执上的 7 位号码。"


class OpinionAnswered(JiaohaoError):
    code = "opinion_answered"
    en = "{receipt} is answered already."
    zh = "{receipt} 已经答复。"


class AnswerNeeded(JiaohaoError):
    code = "answer_needed"
    en = "Write what should be answered."
    zh = "请填写答复内容。"
