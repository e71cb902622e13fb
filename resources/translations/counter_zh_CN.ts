<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Acts</name>
    <message>
        <source>Call next</source>
        <translation>叫下一位</translation>
    </message>
    <message>
        <source>Start serving</source>
        <translation>开始办理</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>重呼</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>过号</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>转号</translation>
    </message>
    <message>
        <source>Call number</source>
        <translation>指呼</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>回呼</translation>
    </message>
    <message>
        <source>Reinstate</source>
        <translation>复号</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>弃号</translation>
    </message>
    <message>
        <source>Put first</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Pause service</source>
        <translation>暂停服务</translation>
    </message>
    <message>
        <source>Resume service</source>
        <translation>恢复服务</translation>
    </message>
    <message>
        <source>Extra queue</source>
        <translation>增开队列</translation>
    </message>
    <message>
        <source>One-time notice</source>
        <translation>一次性告知</translation>
    </message>
    <message>
        <source>Acceptance receipt</source>
        <translation>受理单</translation>
    </message>
    <message>
        <source>Slip again</source>
        <translation>补打号票</translation>
    </message>
    <message>
        <source>Figures of the day</source>
        <translation>当日统计</translation>
    </message>
    <message>
        <source>I am coming</source>
        <translation>我来帮办</translation>
    </message>
    <message>
        <source>Help done</source>
        <translation>帮办结束</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>签退</translation>
    </message>
    <message>
        <source>Call the person whom the hall&apos;s rules put first.</source>
        <translation>按大厅规则叫排在最前的一位。</translation>
    </message>
    <message>
        <source>The person has come: start the clock.</source>
        <translation>办事人已到窗，开始计时。</translation>
    </message>
    <message>
        <source>Record the result and the number of cases; Enter takes Completed, 1 case.</source>
        <translation>登记办理结果和件数；直接回车为“办结 1 件”。</translation>
    </message>
    <message>
        <source>Call the same number once more.</source>
        <translation>再叫一次同一个号。</translation>
    </message>
    <message>
        <source>Nobody came: set the number aside, it can be reinstated.</source>
        <translation>无人应答，按过号处理，之后可以复号。</translation>
    </message>
    <message>
        <source>The person fetches or fills in something; you serve others meanwhile.</source>
        <translation>办事人去取材料或填表，期间可先办别的号。</translation>
    </message>
    <message>
        <source>Send the person to another queue or counter with the same number.</source>
        <translation>转到其他队列或窗口，号码和先后不变。</translation>
    </message>
    <message>
        <source>Call a number of your choice; the reason is recorded.</source>
        <translation>指定一个号来办，原因会留在记录中。</translation>
    </message>
    <message>
        <source>Go on with a number on hold.</source>
        <translation>继续办理挂起的号。</translation>
    </message>
    <message>
        <source>Put a missed number back into the line.</source>
        <translation>让过号的人重新排队。</translation>
    </message>
    <message>
        <source>The person gives up: take the number out of the line.</source>
        <translation>办事人放弃办理，从队列中撤销该号。</translation>
    </message>
    <message>
        <source>An emergency: the number goes before all others, if a supervisor agrees.</source>
        <translation>紧急情况：经值班主任授权，该号排在所有人之前。</translation>
    </message>
    <message>
        <source>Leave this counter.</source>
        <translation>离开本窗口。</translation>
    </message>
</context>
<context>
    <name>AlarmPanel</name>
    <message numerus="yes">
        <source>and %n more kiosk(s)</source>
        <translation>
            <numerusform>另有 %n 台取号机</numerusform>
        </translation>
    </message>
    <message>
        <source>Got it {key}</source>
        <translation>知道了 {key}</translation>
    </message>
    <message>
        <source>Got it: {kiosk}</source>
        <translation>知道了：{kiosk}</translation>
    </message>
</context>
<context>
    <name>AnswerView</name>
    <message>
        <source>Show in full (Space)</source>
        <translation>完整显示（空格）</translation>
    </message>
    <message>
        <source>The record keeps who looked, not what.</source>
        <translation>记录只保留谁查看过，不保留内容。</translation>
    </message>
    <message>
        <source>Changed {time} by {clerk}; before: {before}</source>
        <translation>{time} 由 {clerk} 修改，原为：{before}</translation>
    </message>
    <message>
        <source>Changed {time} by {clerk}</source>
        <translation>{time} 由 {clerk} 修改</translation>
    </message>
</context>
<context>
    <name>AppointmentFinder</name>
    <message>
        <source>Six characters of the code, or four digits of the telephone</source>
        <translation>预约码为 6 位，手机尾号为 4 位</translation>
    </message>
    <message>
        <source>No appointment to come has a telephone number that ends like this</source>
        <translation>今天及以后没有手机尾号与此相同的预约</translation>
    </message>
    <message>
        <source>No appointment of today has a telephone number that ends like this</source>
        <translation>今天没有手机尾号与此相同的预约</translation>
    </message>
    <message>
        <source>phone …{digits}</source>
        <translation>尾号 {digits}</translation>
    </message>
</context>
<context>
    <name>AppointmentsCard</name>
    <message>
        <source>Check in</source>
        <translation>签到取号</translation>
    </message>
    <message>
        <source>Book ahead</source>
        <translation>预约登记</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消预约</translation>
    </message>
    <message>
        <source>{verb} (Enter)</source>
        <translation>{verb}（回车）</translation>
    </message>
</context>
<context>
    <name>ApprovalCard</name>
    <message>
        <source>Reason, kept in the record</source>
        <translation>原因（留在记录中）</translation>
    </message>
    <message>
        <source>Supervisor&apos;s login</source>
        <translation>值班主任账号</translation>
    </message>
    <message>
        <source>Supervisor&apos;s password</source>
        <translation>值班主任密码</translation>
    </message>
    <message>
        <source>Checking the password…</source>
        <translation>正在核对密码…</translation>
    </message>
</context>
<context>
    <name>BookingPage</name>
    <message>
        <source>All places are booked on all days that can be booked</source>
        <translation>可预约的日期均已约满</translation>
    </message>
    <message>
        <source>Your first try had succeeded, so this is what is booked. Cancel it if something else is wanted.</source>
        <translation>第一次提交其实已成功，以此预约为准；如需改约，请先取消。</translation>
    </message>
    <message>
        <source>{code} was booked for {place}</source>
        <translation>{code} 已预约 {place}</translation>
    </message>
    <message>
        <source>walk-in only</source>
        <translation>仅限现场取号</translation>
    </message>
</context>
<context>
    <name>BookingView</name>
    <message>
        <source>Type a code or a part of the service&apos;s name</source>
        <translation>输入事项编码或名称</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>事项列表</translation>
    </message>
    <message>
        <source>Enter shows the days and half hours</source>
        <translation>按回车查看可约日期和时段</translation>
    </message>
    <message>
        <source>Day: places left</source>
        <translation>日期（剩余名额）</translation>
    </message>
    <message>
        <source>Half hour: places left</source>
        <translation>时段（剩余名额）</translation>
    </message>
    <message>
        <source>Telephone, if the person likes; its last four digits are kept</source>
        <translation>手机号（自愿填写，仅保留后四位）</translation>
    </message>
    <message>
        <source>ID number, if the person likes; only a mark of it is kept</source>
        <translation>证件号（自愿填写，系统只保留加密标识）</translation>
    </message>
    <message>
        <source>Show the days</source>
        <translation>查看日期</translation>
    </message>
    <message>
        <source>Take this day</source>
        <translation>选这一天</translation>
    </message>
    <message>
        <source>Take this half hour</source>
        <translation>选这个时段</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>Book another</source>
        <translation>再约一个</translation>
    </message>
    <message>
        <source>Done (Esc)</source>
        <translation>完成（Esc）</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>返回（Esc）</translation>
    </message>
    <message>
        <source>Looking for places…</source>
        <translation>正在查询名额…</translation>
    </message>
    <message>
        <source>Booking…</source>
        <translation>正在预约…</translation>
    </message>
    <message numerus="yes">
        <source>Check-in begins %n minute(s) before; write the code down</source>
        <translation>
            <numerusform>提前 %n 分钟开始签到；请记下预约码</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left</source>
        <comment>places</comment>
        <translation>
            <numerusform>余 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>full</source>
        <translation>已满</translation>
    </message>
</context>
<context>
    <name>CancelPage</name>
    <message>
        <source>The appointment of {place} is cancelled; others may book it</source>
        <translation>{place} 的预约已取消，名额已放出</translation>
    </message>
</context>
<context>
    <name>CancelView</name>
    <message>
        <source>Type or scan it, and what is booked from today on is listed here</source>
        <translation>输入或扫码后，这里列出今天及以后的预约</translation>
    </message>
    <message>
        <source>Cancel this appointment?</source>
        <translation>取消这个预约？</translation>
    </message>
    <message>
        <source>{code}: its place is free for others at once</source>
        <translation>{code}：取消后名额立即放出</translation>
    </message>
    <message>
        <source>Yes, cancel it</source>
        <translation>确认取消</translation>
    </message>
    <message>
        <source>Cancel it…</source>
        <translation>取消预约…</translation>
    </message>
    <message>
        <source>No, keep it (Esc)</source>
        <translation>不取消（Esc）</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>返回（Esc）</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>Looking for it…</source>
        <translation>正在查找…</translation>
    </message>
</context>
<context>
    <name>CheckInPage</name>
    <message>
        <source>{number} was given for {code}</source>
        <translation>{number} 已发给 {code}</translation>
    </message>
</context>
<context>
    <name>CheckInView</name>
    <message>
        <source>Type or scan it, and those who booked for today are listed here</source>
        <translation>输入或扫码后，这里列出今天的预约</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting before it; write the number down</source>
        <translation>
            <numerusform>前面还有 %n 人等候；请记下号码</numerusform>
        </translation>
    </message>
    <message>
        <source>Check in another</source>
        <translation>继续签到</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>签到取号</translation>
    </message>
    <message>
        <source>Done (Esc)</source>
        <translation>完成（Esc）</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>返回（Esc）</translation>
    </message>
    <message>
        <source>Checking in…</source>
        <translation>正在签到…</translation>
    </message>
    <message>
        <source>Looking for it…</source>
        <translation>正在查找…</translation>
    </message>
</context>
<context>
    <name>ChoiceCard</name>
    <message>
        <source>Choose with ↑ ↓</source>
        <translation>用 ↑ ↓ 选择</translation>
    </message>
    <message>
        <source>Choose with ↑ ↓ or the digit</source>
        <translation>用 ↑ ↓ 或数字选择</translation>
    </message>
</context>
<context>
    <name>ChoosePasswordCard</name>
    <message>
        <source>Choose your password</source>
        <translation>设置您的密码</translation>
    </message>
    <message>
        <source>{login}: the password you have was for the first sign-in only.</source>
        <translation>{login}：现有密码仅供首次登录，请设置自己的密码。</translation>
    </message>
    <message>
        <source>Change the password and sign in</source>
        <translation>修改密码并登录</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>返回（Esc）</translation>
    </message>
</context>
<context>
    <name>CounterPapers</name>
    <message>
        <source>Printing: {paper}</source>
        <translation>正在打印：{paper}</translation>
    </message>
    <message>
        <source>Printed: {paper}. The first one may still come out: take it away</source>
        <translation>已打印：{paper}。第一张仍可能打出，请收回</translation>
    </message>
    <message>
        <source>Printed: {paper}</source>
        <translation>已打印：{paper}</translation>
    </message>
    <message>
        <source>Not printed: {paper}. {trouble}. {key} prints it again or saves it</source>
        <translation>未打印：{paper}。{trouble}。按 {key} 重新打印或保存</translation>
    </message>
    <message>
        <source>Perhaps not printed: {paper}. {trouble}. Look; {key} prints it again</source>
        <translation>可能未打印：{paper}。{trouble}。请查看，按 {key} 重新打印</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>已保存：{file}</translation>
    </message>
    <message>
        <source>The program ended while it printed: see whether that paper came out</source>
        <translation>程序在打印时中断，请查看那张单据是否已打出</translation>
    </message>
</context>
<context>
    <name>DeskActs</name>
    <message>
        <source>{counter} takes queue {queue} {name} too</source>
        <translation>{counter} 窗口增开队列 {queue} {name}</translation>
    </message>
    <message>
        <source>{number} goes before all others</source>
        <translation>{number} 号排到所有人之前</translation>
    </message>
</context>
<context>
    <name>DeskErrands</name>
    <message>
        <source>Your password is changed</source>
        <translation>密码已修改</translation>
    </message>
</context>
<context>
    <name>DeskForms</name>
    <message>
        <source>Finish this question first, then scan again</source>
        <translation>请先完成当前问题，再扫码</translation>
    </message>
    <message>
        <source>The scan was lost; scan once more</source>
        <translation>扫码内容丢失，请再扫一次</translation>
    </message>
    <message>
        <source>Erase form {code} now and for good</source>
        <translation>立即彻底删除表单 {code}</translation>
    </message>
</context>
<context>
    <name>DeskMessages</name>
    <message>
        <source>Nobody is waiting now</source>
        <translation>现在没有人等候</translation>
    </message>
    <message>
        <source>Calling {number} to {counter}</source>
        <translation>正在呼叫 {number} 到 {counter} 窗口</translation>
    </message>
    <message>
        <source>Called {number} again</source>
        <translation>已再次呼叫 {number}</translation>
    </message>
    <message>
        <source>{number} goes before all others now</source>
        <translation>{number} 已排到最前</translation>
    </message>
    <message>
        <source>{number} is set aside as missed; {key} puts it back in line</source>
        <translation>{number} 已过号，按 {key} 可以复号</translation>
    </message>
    <message numerus="yes">
        <source>{number}: {outcome}, %n case(s)</source>
        <translation>
            <numerusform>{number} {outcome}，%n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} is on hold; {key} takes it back</source>
        <translation>{number} 已挂起，按 {key} 可以回呼</translation>
    </message>
    <message>
        <source>{number} goes on to {target} and keeps its seniority</source>
        <translation>{number} 已转到 {target}，先后顺序不变</translation>
    </message>
    <message>
        <source>{number} is back at the counter</source>
        <translation>{number} 已回到窗口</translation>
    </message>
    <message>
        <source>{number} will be the next one here</source>
        <translation>{number} 将在本窗口下一个被叫到</translation>
    </message>
    <message>
        <source>{number} is back in line</source>
        <translation>{number} 已重新排队</translation>
    </message>
    <message>
        <source>{number} is cancelled</source>
        <translation>{number} 已弃号</translation>
    </message>
    <message>
        <source>{number} goes to {target} and then comes back here</source>
        <translation>{number} 去 {target}，之后回到本窗口</translation>
    </message>
    <message>
        <source>{counter} is paused; {key} resumes service</source>
        <translation>{counter} 已暂停服务，按 {key} 恢复</translation>
    </message>
    <message>
        <source>{counter} serves again</source>
        <translation>{counter} 已恢复服务</translation>
    </message>
    <message>
        <source>{counter} takes queue {queue} too until you end it</source>
        <translation>{counter} 已增开队列 {queue}，撤销前一直办理</translation>
    </message>
    <message>
        <source>{counter} takes queue {queue} no more</source>
        <translation>{counter} 已撤销增开的队列 {queue}</translation>
    </message>
    <message>
        <source>{kiosk} says that you are coming; {key} when you have helped</source>
        <translation>{kiosk} 已提示您正在前往；帮办完成后按 {key}</translation>
    </message>
    <message>
        <source>The call from {kiosk} is over</source>
        <translation>{kiosk} 的帮办呼叫已结束</translation>
    </message>
    <message numerus="yes">
        <source>%n new person(s) waiting</source>
        <translation>
            <numerusform>新到 %n 人等候</numerusform>
        </translation>
    </message>
    <message>
        <source>The database was away too long to confirm “{act}”. The screen shows how things stand.</source>
        <translation>数据库中断较久，无法确认“{act}”是否完成，请以屏幕现在显示的为准。</translation>
    </message>
    <message>
        <source>You were signed out of {counter}.</source>
        <translation>您已从 {counter} 窗口签退。</translation>
    </message>
    <message>
        <source>{clerk} has taken over {counter}.</source>
        <translation>{clerk} 已接管 {counter} 窗口。</translation>
    </message>
</context>
<context>
    <name>DeskPage</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <comment>people</comment>
        <translation>
            <numerusform>%n 人等候</numerusform>
        </translation>
    </message>
    <message>
        <source>{verb} {seconds} s</source>
        <translation>{verb} {seconds} 秒</translation>
    </message>
    <message numerus="yes">
        <source>%n served today</source>
        <comment>people</comment>
        <translation>
            <numerusform>今日已办 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>The hall&apos;s database is away. “{act}” goes on when it is back.</source>
        <translation>暂时连不上大厅数据库，恢复后自动继续“{act}”。</translation>
    </message>
    <message>
        <source>The hall&apos;s database is away. No number is lost; work goes on when it is back.</source>
        <translation>暂时连不上大厅数据库。号码不会丢失，恢复后自动继续。</translation>
    </message>
    <message>
        <source>This pause has become long; {key} resumes service</source>
        <translation>暂停时间较长，按 {key} 恢复服务</translation>
    </message>
    <message>
        <source>Called often enough; {key} sets the number aside</source>
        <translation>已按规定次数呼叫，可按 {key} 过号</translation>
    </message>
    <message>
        <source>More {key}</source>
        <translation>更多 {key}</translation>
    </message>
    <message>
        <source>Small window {key}</source>
        <translation>小窗 {key}</translation>
    </message>
    <message>
        <source>Keys {key}</source>
        <translation>按键 {key}</translation>
    </message>
    <message>
        <source>中文</source>
        <comment>the other language, in its own words</comment>
        <translation>English</translation>
    </message>
    <message>
        <source>Change language</source>
        <translation>切换语言</translation>
    </message>
</context>
<context>
    <name>EditView</name>
    <message>
        <source>Type to narrow, move with ↑ ↓</source>
        <translation>输入文字筛选，↑ ↓ 选择</translation>
    </message>
</context>
<context>
    <name>Errands</name>
    <message>
        <source>Pause service at this counter</source>
        <translation>本窗口暂停服务</translation>
    </message>
    <message>
        <source>Take a number for a person</source>
        <translation>代办取号</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>Take another queue, or end it</source>
        <translation>增开或撤销队列</translation>
    </message>
    <message>
        <source>Put a number before all others</source>
        <translation>将号排到最前</translation>
    </message>
    <message>
        <source>Filled forms</source>
        <translation>已填表单</translation>
    </message>
    <message>
        <source>Papers for people</source>
        <translation>单据</translation>
    </message>
    <message>
        <source>How the kiosks are</source>
        <translation>取号机状态</translation>
    </message>
    <message>
        <source>Change my password</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>One-time notice: what is missing</source>
        <translation>一次性告知单：缺少的材料</translation>
    </message>
    <message>
        <source>Acceptance receipt</source>
        <translation>受理单</translation>
    </message>
    <message>
        <source>Print a slip again</source>
        <translation>补打号票</translation>
    </message>
    <message>
        <source>My figures of today</source>
        <translation>我的当日统计</translation>
    </message>
    <message>
        <source>Print the last paper again</source>
        <translation>重新打印上一张</translation>
    </message>
    <message>
        <source>Save the last paper</source>
        <translation>保存上一张</translation>
    </message>
    <message>
        <source>Nobody is called here until you resume; the boards show it.</source>
        <translation>恢复前不再叫号，大屏显示暂停服务。</translation>
    </message>
    <message>
        <source>This counter helps a crowded queue out until that is ended.</source>
        <translation>本窗口支援等候较多的队列，直到撤销。</translation>
    </message>
    <message>
        <source>For people who cannot use the kiosk, or whom a supervisor lets in.</source>
        <translation>为不便使用取号机的群众取号，或经值班主任授权取号。</translation>
    </message>
    <message>
        <source>Check somebody in who booked, book ahead, or cancel.</source>
        <translation>为已预约群众签到取号、登记预约或取消预约。</translation>
    </message>
    <message>
        <source>An emergency: a supervisor agrees, and the record keeps why.</source>
        <translation>紧急情况使用：须值班主任授权，原因留在记录中。</translation>
    </message>
    <message>
        <source>Read, correct and print what somebody filled in: {key}.</source>
        <translation>查看、修改、打印群众填好的表单：{key}。</translation>
    </message>
    <message>
        <source>Notices, receipts, slips, the figures of the day: {key}.</source>
        <translation>告知单、受理单、补打号票、当日统计：{key}。</translation>
    </message>
    <message>
        <source>Page, printer, and when each was last heard of.</source>
        <translation>各取号机的页面、打印机和最近上报时间。</translation>
    </message>
    <message>
        <source>Everything that the person here lacks, told once and in writing.</source>
        <translation>将所缺材料一次书面告知当前群众。</translation>
    </message>
    <message>
        <source>Number, item and promised day of what was accepted here.</source>
        <translation>写明号码、事项和承诺办结日期。</translation>
    </message>
    <message>
        <source>It carries the word Reprint, and the record keeps who printed it.</source>
        <translation>号票标注“补打”，并记录操作人。</translation>
    </message>
    <message>
        <source>Calls, results, cases and service times at this counter.</source>
        <translation>本窗口的叫号、结果、件数和办理用时。</translation>
    </message>
    <message>
        <source>What was not printed, or not for certain.</source>
        <translation>没有打印成功或不能确认的单据。</translation>
    </message>
    <message>
        <source>As a picture that any printer prints.</source>
        <translation>保存为图片，可用任何打印机打印。</translation>
    </message>
    <message>
        <source>The old one, then the new one twice.</source>
        <translation>先输原密码，再输两次新密码。</translation>
    </message>
</context>
<context>
    <name>ExtraLine</name>
    <message>
        <source>Also takes {queues}</source>
        <translation>已增开 {queues}</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>FindView</name>
    <message>
        <source>Code of the form, {count} signs; or scan the slip</source>
        <translation>表单码（{count} 位），或扫描纸条</translation>
    </message>
    <message>
        <source>Filled forms</source>
        <translation>已填表单</translation>
    </message>
    <message>
        <source>Nobody here has filled in a form</source>
        <translation>窗口前的群众没有填好的表单</translation>
    </message>
</context>
<context>
    <name>FinderView</name>
    <message>
        <source>Code of the appointment, or the last four digits of the telephone</source>
        <translation>预约码，或手机号后四位</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>预约</translation>
    </message>
</context>
<context>
    <name>FinishCard</name>
    <message>
        <source>Not taken over yet: {names} (Esc, then {key})</source>
        <translation>尚未调取：{names}（按 Esc，再按 {key}）</translation>
    </message>
    <message>
        <source>Result: press 1 to 6</source>
        <translation>办理结果：按 1 到 6 选择</translation>
    </message>
    <message>
        <source>Number of cases</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>One case less</source>
        <translation>减一件</translation>
    </message>
    <message>
        <source>One case more</source>
        <translation>加一件</translation>
    </message>
    <message>
        <source>Number of cases: + and −</source>
        <translation>件数：按 + 或 − 增减</translation>
    </message>
    <message>
        <source>Alt+R   Print the acceptance receipt</source>
        <translation>Alt+R   打印受理单</translation>
    </message>
    <message>
        <source>Print the acceptance receipt</source>
        <translation>打印受理单</translation>
    </message>
</context>
<context>
    <name>FormReader</name>
    <message>
        <source>Handing it to the printer…</source>
        <translation>正在交给打印机…</translation>
    </message>
    <message>
        <source>This hall erases it as soon as it is taken over. Once more?</source>
        <translation>本大厅调取后立即删除。确定请再按一次。</translation>
    </message>
    <message>
        <source>Changed: {field}</source>
        <translation>已修改：{field}</translation>
    </message>
    <message>
        <source>Handed to the printer {printer}</source>
        <translation>已交给打印机 {printer}</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>已保存为 {file}</translation>
    </message>
    <message>
        <source>Taken over; it is erased on {time}</source>
        <translation>已调取，将于 {time} 删除</translation>
    </message>
    <message>
        <source>Form {code} is erased</source>
        <translation>表单 {code} 已删除</translation>
    </message>
    <message>
        <source>Only the person agrees and signs; have the form filled in again.</source>
        <translation>同意和签名只能由本人完成，请其重新填写。</translation>
    </message>
    <message>
        <source>This follows from the document number; correct that.</source>
        <translation>此项由证件号码得出，请修改证件号码。</translation>
    </message>
</context>
<context>
    <name>FormsCard</name>
    <message>
        <source>{verb} (Enter)</source>
        <translation>{verb}（回车）</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the change</source>
        <translation>保存修改</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
</context>
<context>
    <name>FormsSheet</name>
    <message>
        <source>Type the six signs of the slip, or scan it</source>
        <translation>请输入纸条上的六位码，或扫码</translation>
    </message>
    <message>
        <source>Save or leave the change first</source>
        <translation>请先保存或放弃当前修改</translation>
    </message>
    <message>
        <source>{time} · taken over</source>
        <translation>{time} · 已调取</translation>
    </message>
    <message>
        <source>{time} · waits</source>
        <translation>{time} · 待调取</translation>
    </message>
</context>
<context>
    <name>HelpCalls</name>
    <message>
        <source>Page: {page}</source>
        <translation>所在页面：{page}</translation>
    </message>
    <message>
        <source>Still waiting for help, nobody has answered</source>
        <translation>久候无人响应，请尽快前往</translation>
    </message>
    <message>
        <source>Somebody asks for help</source>
        <translation>有群众呼叫帮办</translation>
    </message>
    <message>
        <source>You are on your way</source>
        <translation>您正在前往</translation>
    </message>
    <message>
        <source>{who} is on the way</source>
        <translation>{who} 正在前往</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message numerus="yes">
        <source>and %n more call(s) for help</source>
        <translation>
            <numerusform>还有 %n 个帮办呼叫</numerusform>
        </translation>
    </message>
    <message>
        <source>Done {key}</source>
        <translation>帮办结束 {key}</translation>
    </message>
    <message>
        <source>I am coming {key}</source>
        <translation>我来帮办 {key}</translation>
    </message>
    <message>
        <source>Done at {kiosk}</source>
        <translation>结束帮办：{kiosk}</translation>
    </message>
    <message>
        <source>I am coming to {kiosk}</source>
        <translation>前往帮办：{kiosk}</translation>
    </message>
</context>
<context>
    <name>Holds</name>
    <message>
        <source>Papers stay here</source>
        <translation>材料留在本窗口</translation>
    </message>
    <message>
        <source>Back to this counter only</source>
        <translation>须回本窗口办理</translation>
    </message>
    <message>
        <source>Takes the papers along</source>
        <translation>材料由本人带走</translation>
    </message>
    <message>
        <source>Back to any counter of the queue</source>
        <translation>可回本队列任一窗口</translation>
    </message>
    <message>
        <source>Waits for another step</source>
        <translation>等候其他环节</translation>
    </message>
</context>
<context>
    <name>KeysCard</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>What else can be done at this counter.</source>
        <translation>本窗口还能办理的其他操作。</translation>
    </message>
    <message>
        <source>Small window</source>
        <translation>小窗</translation>
    </message>
    <message>
        <source>Only the number, on top of all else.</source>
        <translation>只显示号码和下一步，始终在最前。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Chinese or English, at once.</source>
        <translation>中文和英文立即切换。</translation>
    </message>
    <message>
        <source>Filled forms</source>
        <translation>已填表单</translation>
    </message>
    <message>
        <source>Of the person here, or by code.</source>
        <translation>窗口前群众的表单，或按码查找。</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>单据</translation>
    </message>
    <message>
        <source>Notices, receipts, slips, my figures.</source>
        <translation>告知单、受理单、补打号票、我的统计。</translation>
    </message>
    <message>
        <source>I am coming</source>
        <translation>我来帮办</translation>
    </message>
    <message>
        <source>A person at a kiosk asks for help, or a kiosk needs it: you go.</source>
        <translation>取号机旁有群众呼叫帮办或取号机有异常，由您前往处理。</translation>
    </message>
    <message>
        <source>Help done</source>
        <translation>帮办结束</translation>
    </message>
    <message>
        <source>Whoever asked for help has been helped.</source>
        <translation>呼叫帮办的群众已得到帮助。</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>This list.</source>
        <translation>打开本列表。</translation>
    </message>
</context>
<context>
    <name>KioskAlarms</name>
    <message>
        <source>Nothing is heard of this kiosk: check its power and network</source>
        <translation>取号机没有消息，请检查电源和网络</translation>
    </message>
    <message>
        <source>since {time} · {duration}</source>
        <translation>{time} 起 · {duration}</translation>
    </message>
    <message numerus="yes">
        <source>about %n slip(s) left</source>
        <translation>
            <numerusform>约剩 %n 张号票</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask whether they have their slip: {numbers}</source>
        <translation>请确认是否已拿到号票：{numbers}</translation>
    </message>
</context>
<context>
    <name>KiosksCard</name>
    <message>
        <source>No kiosk has said anything yet</source>
        <translation>还没有取号机上报状态</translation>
    </message>
    <message>
        <source>heard of at {time}</source>
        <translation>{time} 上报</translation>
    </message>
</context>
<context>
    <name>KiosksSheet</name>
    <message>
        <source>Page: {page}</source>
        <translation>所在页面：{page}</translation>
    </message>
    <message>
        <source>Nothing is heard of this kiosk: check its power and network</source>
        <translation>取号机没有消息，请检查电源和网络</translation>
    </message>
    <message>
        <source>Without a printer: numbers on the screen</source>
        <translation>没有打印机，号码显示在屏幕上</translation>
    </message>
    <message numerus="yes">
        <source>about %n slip(s) left</source>
        <translation>
            <numerusform>约剩 %n 张号票</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Sign out</source>
        <translation>签退</translation>
    </message>
    <message>
        <source>Print my figures of today, then sign out</source>
        <translation>打印我的当日统计后签退</translation>
    </message>
</context>
<context>
    <name>LegStates</name>
    <message>
        <source>later</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等候</translation>
    </message>
    <message>
        <source>called</source>
        <translation>已叫号</translation>
    </message>
    <message>
        <source>serving</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>过号</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>transferred</source>
        <translation>已转号</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已弃号</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已失效</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The counter&apos;s program starts again. Nothing that was recorded is lost.</source>
        <translation>程序正在重新启动，已登记的内容不会丢失。</translation>
    </message>
    <message>
        <source>Jiaohao counter</source>
        <translation>叫号 · 窗口</translation>
    </message>
    <message>
        <source>{counter} · Jiaohao counter</source>
        <translation>{counter} · 叫号窗口</translation>
    </message>
</context>
<context>
    <name>NewPassword</name>
    <message>
        <source>typed twice alike</source>
        <translation>两次输入一致</translation>
    </message>
</context>
<context>
    <name>NewPasswordForm</name>
    <message>
        <source>Password until now</source>
        <translation>原密码</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>New password once more</source>
        <translation>再输一次新密码</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已满足</translation>
    </message>
    <message>
        <source>still missing</source>
        <translation>未满足</translation>
    </message>
    <message>
        <source>Changing the password…</source>
        <translation>正在修改密码…</translation>
    </message>
</context>
<context>
    <name>NoticeCard</name>
    <message>
        <source>Everything that is missing: tick with 1 to 9, 0 ticks all</source>
        <translation>勾选全部缺少的材料：按 1 至 9 勾选，0 全选</translation>
    </message>
    <message>
        <source>Remark, if you like</source>
        <translation>说明（可不填）</translation>
    </message>
    <message numerus="yes">
        <source>%n notice(s) already. Reason for another, needed</source>
        <translation>
            <numerusform>已告知 %n 次，再次告知的原因（必填）</numerusform>
        </translation>
    </message>
    <message>
        <source>Tick what is missing, or write a remark.</source>
        <translation>请勾选缺少的材料，或填写说明。</translation>
    </message>
    <message>
        <source>Write down the reason, or take one with Alt+1 to Alt+3.</source>
        <translation>请填写原因，或按 Alt+1 至 Alt+3 选用。</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Queue · {places}</source>
        <translation>队列 · {places}</translation>
    </message>
    <message>
        <source>Counter · {zone}</source>
        <translation>窗口 · {zone}</translation>
    </message>
    <message>
        <source>held at {counter} · {time}</source>
        <translation>{counter} 挂起 · {time}</translation>
    </message>
    <message>
        <source>taken now: Enter ends it</source>
        <translation>已增开，回车撤销</translation>
    </message>
    <message>
        <source>slip in doubt</source>
        <translation>号票未确认</translation>
    </message>
</context>
<context>
    <name>Outcomes</name>
    <message>
        <source>Consulted</source>
        <translation>咨询</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>To be corrected</source>
        <translation>补正</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>未办</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>Second slip of {name}</source>
        <translation>{name} 的补打号票</translation>
    </message>
    <message>
        <source>Notice for {name}</source>
        <translation>{name} 的一次性告知单</translation>
    </message>
    <message>
        <source>Receipt for {name}</source>
        <translation>{name} 的受理单</translation>
    </message>
    <message>
        <source>Checklist of {name}</source>
        <translation>{name} 的材料清单</translation>
    </message>
    <message>
        <source>Form code of {name}</source>
        <translation>{name} 的表单码</translation>
    </message>
    <message>
        <source>Receipt of an opinion</source>
        <translation>意见回执</translation>
    </message>
    <message>
        <source>Appointment of {name}</source>
        <translation>{name} 的预约单</translation>
    </message>
    <message>
        <source>Figures of {name}</source>
        <translation>{name} 的当日统计</translation>
    </message>
    <message>
        <source>Test of {name}</source>
        <translation>{name} 的测试页</translation>
    </message>
</context>
<context>
    <name>Pauses</name>
    <message>
        <source>Lunch break</source>
        <translation>午休</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>会议</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>Reading the line…</source>
        <translation>正在读取队列…</translation>
    </message>
    <message>
        <source>The counter is free</source>
        <translation>窗口空闲</translation>
    </message>
    <message>
        <source>Nobody is waiting now</source>
        <translation>现在没有人等候</translation>
    </message>
    <message>
        <source>Service is paused: {reason}</source>
        <translation>暂停服务：{reason}</translation>
    </message>
    <message>
        <source>The boards show it. Nobody is called here meanwhile.</source>
        <translation>大屏已显示暂停服务，期间不叫号。</translation>
    </message>
    <message>
        <source>You will be told when someone comes</source>
        <translation>有人取号时会提醒您</translation>
    </message>
    <message>
        <source>Likely to be next</source>
        <translation>下一位可能是</translation>
    </message>
    <message>
        <source>waited {time}</source>
        <translation>已等 {time}</translation>
    </message>
    <message numerus="yes">
        <source>called %n time(s), {left} more · waited {time}</source>
        <translation>
            <numerusform>已呼叫 %n 次，还可呼叫 {left} 次 · 等候 {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>called %n time(s) · waited {time}</source>
        <translation>
            <numerusform>第 %n 次呼叫 · 已等 {time}</numerusform>
        </translation>
    </message>
    <message>
        <source>service time · waited {time}</source>
        <translation>办理用时 · 等候 {time}</translation>
    </message>
    <message>
        <source>Form taken over: {names}</source>
        <translation>表单已调取：{names}</translation>
    </message>
    <message>
        <source>Form filled in: {names}</source>
        <translation>已填表单：{names}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>services</comment>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Route of this errand</source>
        <translation>办事路线</translation>
    </message>
    <message>
        <source>Papers to ask for</source>
        <translation>请核对材料</translation>
    </message>
    <message>
        <source>Why this number</source>
        <translation>为什么是这个号</translation>
    </message>
</context>
<context>
    <name>PickCard</name>
    <message>
        <source>{number} stays at this counter and is here again when you sign in.</source>
        <translation>{number} 会留在本窗口，您下次签到时继续办理。</translation>
    </message>
    <message>
        <source>Type a number or a name, move with ↑ ↓</source>
        <translation>输入号码或名称筛选，按 ↑ ↓ 移动</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>可选项</translation>
    </message>
    <message>
        <source>Reason, needed</source>
        <translation>原因（必填）</translation>
    </message>
    <message>
        <source>Alt+B   Ask, then come back here first</source>
        <translation>Alt+B   咨询后回到本窗口，优先办理</translation>
    </message>
    <message>
        <source>Ask, then come back here first</source>
        <translation>咨询后回到本窗口，优先办理</translation>
    </message>
    <message>
        <source>Note, if you like</source>
        <translation>备注（可不填）</translation>
    </message>
    <message>
        <source>Write down the reason, or take one with Alt+1 to Alt+3.</source>
        <translation>请填写原因，或按 Alt+1 到 Alt+3 选一个。</translation>
    </message>
    <message>
        <source>Nothing matches. Type another number or name.</source>
        <translation>没有匹配项，请换一个号码或名称。</translation>
    </message>
</context>
<context>
    <name>PromiseList</name>
    <message>
        <source>{promise}: not yet</source>
        <translation>{promise}：尚未做到</translation>
    </message>
</context>
<context>
    <name>ReadView</name>
    <message>
        <source>changed</source>
        <translation>已改</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>填写内容</translation>
    </message>
    <message>
        <source>Print A4</source>
        <translation>打印 A4</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>Save JSON</source>
        <translation>存为 JSON</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>已调取</translation>
    </message>
    <message>
        <source>Erase now…</source>
        <translation>立即删除…</translation>
    </message>
    <message>
        <source>{code} · filled in {time} at {kiosk}</source>
        <translation>{code} · {time} 填写于 {kiosk}</translation>
    </message>
    <message>
        <source>Taken over, erased {time}</source>
        <translation>已调取，{time} 删除</translation>
    </message>
    <message>
        <source>Erased {time} unless taken over</source>
        <translation>未调取将于 {time} 删除</translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <comment>answers</comment>
        <translation>
            <numerusform>%n 项请核对</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) only in the JSON file</source>
        <translation>
            <numerusform>%n 项仅在 JSON 文件中</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadyNotes</name>
    <message>
        <source>Fetches a paper</source>
        <translation>去取材料</translation>
    </message>
    <message>
        <source>Fills in a form</source>
        <translation>去填表</translation>
    </message>
    <message>
        <source>Pays the fee</source>
        <translation>去缴费</translation>
    </message>
    <message>
        <source>Back with the papers</source>
        <translation>补齐材料返回</translation>
    </message>
    <message>
        <source>Needs help</source>
        <translation>需要照顾</translation>
    </message>
    <message>
        <source>Manager agreed</source>
        <translation>值班主任同意</translation>
    </message>
    <message>
        <source>Gave up</source>
        <translation>本人放弃</translation>
    </message>
    <message>
        <source>Taken twice</source>
        <translation>重复取号</translation>
    </message>
    <message>
        <source>Did not come back</source>
        <translation>没有回来</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>紧急情况</translation>
    </message>
    <message>
        <source>Our mistake</source>
        <translation>我方失误</translation>
    </message>
    <message>
        <source>Came from far away</source>
        <translation>远道而来</translation>
    </message>
    <message>
        <source>A colleague comes soon</source>
        <translation>同事即将到岗</translation>
    </message>
    <message>
        <source>Equipment failed</source>
        <translation>设备故障</translation>
    </message>
    <message>
        <source>Too many people wait</source>
        <translation>等候人数过多</translation>
    </message>
    <message>
        <source>A colleague is absent</source>
        <translation>同事缺岗</translation>
    </message>
    <message>
        <source>The paper was lost</source>
        <translation>告知单遗失</translation>
    </message>
    <message>
        <source>Something was overlooked</source>
        <translation>首次告知有遗漏</translation>
    </message>
    <message>
        <source>The case has changed</source>
        <translation>事项有变化</translation>
    </message>
    <message>
        <source>The person wants it</source>
        <translation>本人要求</translation>
    </message>
    <message>
        <source>Filled in by mistake</source>
        <translation>填错作废</translation>
    </message>
</context>
<context>
    <name>Routes</name>
    <message>
        <source>then back to {counter}</source>
        <translation>之后回 {counter}</translation>
    </message>
</context>
<context>
    <name>SaveView</name>
    <message>
        <source>Save as</source>
        <translation>保存到</translation>
    </message>
    <message>
        <source>The file holds everything in full, and only this user can read it. Delete it when the case is entered: the hall erases what it keeps, not what you saved.</source>
        <translation>文件含全部内容，仅当前用户可读。录入系统后请删除：大厅只删除自己保存的，不会删除您另存的文件。</translation>
    </message>
</context>
<context>
    <name>ScannerLine</name>
    <message>
        <source>Scanner away: check its cable, type codes meanwhile</source>
        <translation>扫码枪没有应答：请检查连线，可先手工输入</translation>
    </message>
</context>
<context>
    <name>SheetCard</name>
    <message>
        <source>{verb} (Enter)</source>
        <translation>{verb}（回车）</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>返回（Esc）</translation>
    </message>
</context>
<context>
    <name>SheetLayer</name>
    <message>
        <source>Transfer {number} to…</source>
        <translation>{number} 转到…</translation>
    </message>
    <message>
        <source>Call a number of your choice</source>
        <translation>指呼：选择号码</translation>
    </message>
    <message>
        <source>Put {number} on hold</source>
        <translation>挂起 {number}</translation>
    </message>
    <message>
        <source>Pause service at this counter</source>
        <translation>本窗口暂停服务</translation>
    </message>
    <message>
        <source>Take another queue besides your own</source>
        <translation>增开其他队列</translation>
    </message>
    <message>
        <source>Take back a number on hold</source>
        <translation>回呼：选择挂起的号</translation>
    </message>
    <message>
        <source>Reinstate a missed number</source>
        <translation>复号：选择过号的号</translation>
    </message>
    <message>
        <source>Cancel a number</source>
        <translation>弃号：选择号码</translation>
    </message>
    <message>
        <source>Put a number before all others</source>
        <translation>将号排到最前</translation>
    </message>
    <message>
        <source>Acceptance receipt for…</source>
        <translation>为哪个号出具受理单</translation>
    </message>
    <message>
        <source>Print a slip again</source>
        <translation>补打号票</translation>
    </message>
    <message>
        <source>Sign out while {number} is here?</source>
        <translation>{number} 还在窗口，确定签退？</translation>
    </message>
    <message>
        <source>Sign out of this counter?</source>
        <translation>从本窗口签退？</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Finish {number}</source>
        <translation>{number} 办理结果</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>The kiosks now</source>
        <translation>取号机状态</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Which paper?</source>
        <translation>打印哪种单据？</translation>
    </message>
    <message>
        <source>What else?</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>A supervisor agrees</source>
        <translation>值班主任授权</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>授权</translation>
    </message>
    <message>
        <source>Change my password</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Take a number for a person</source>
        <translation>代办取号</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>One-time notice for {number}</source>
        <translation>{number} 一次性告知</translation>
    </message>
    <message>
        <source>Give the notice</source>
        <translation>出具告知单</translation>
    </message>
    <message>
        <source>Filled forms</source>
        <translation>已填表单</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Signing in…</source>
        <translation>正在签到…</translation>
    </message>
    <message>
        <source>Sign in at a counter</source>
        <translation>窗口签到</translation>
    </message>
    <message>
        <source>中文</source>
        <comment>the other language, in its own words</comment>
        <translation>English</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>窗口号</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>for example A01</source>
        <translation>例如 A01</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>Take the counter over</source>
        <translation>接管此窗口</translation>
    </message>
    <message>
        <source>Choose another counter</source>
        <translation>换一个窗口</translation>
    </message>
    <message>
        <source>Change language</source>
        <translation>切换语言</translation>
    </message>
</context>
<context>
    <name>SignInViewModel</name>
    <message>
        <source>{counter} · {zone}, floor {floor}</source>
        <translation>{counter} · {zone} {floor} 层</translation>
    </message>
</context>
<context>
    <name>StripWindow</name>
    <message>
        <source>waiting</source>
        <translation>等候</translation>
    </message>
    <message numerus="yes">
        <source>{outcome}, %n case(s)</source>
        <translation>
            <numerusform>{outcome} %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>{outcome} + receipt</source>
        <translation>{outcome} + 受理单</translation>
    </message>
    <message>
        <source>1 to 6: result, + and −: cases, Esc: back</source>
        <translation>1–6 结果，+ − 件数，Esc 返回</translation>
    </message>
    <message>
        <source>Form not taken over: {names}</source>
        <translation>表单尚未调取：{names}</translation>
    </message>
    <message>
        <source>The hall&apos;s database is away; work goes on when it is back.</source>
        <translation>暂时连不上数据库，恢复后自动继续。</translation>
    </message>
    <message>
        <source>Whole desk {key}</source>
        <translation>完整窗口 {key}</translation>
    </message>
    <message>
        <source>free</source>
        <translation>空闲</translation>
    </message>
</context>
<context>
    <name>TakeNumberCard</name>
    <message>
        <source>Type a code or a part of the service&apos;s name</source>
        <translation>输入事项编码或名称</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>事项列表</translation>
    </message>
    <message>
        <source>Priority class</source>
        <translation>优先类别</translation>
    </message>
    <message>
        <source>ID or telephone number, if the person likes; only a mark of it is kept</source>
        <translation>证件号或手机号（自愿填写，不保存原文）</translation>
    </message>
    <message>
        <source>{verb} (Enter)</source>
        <translation>{verb}（回车）</translation>
    </message>
    <message>
        <source>Done (Esc)</source>
        <translation>完成（Esc）</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>返回（Esc）</translation>
    </message>
    <message>
        <source>Take another</source>
        <translation>再取一个</translation>
    </message>
    <message>
        <source>Ask a supervisor</source>
        <translation>请值班主任授权</translation>
    </message>
    <message>
        <source>Take the number</source>
        <translation>取号</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting before it; write the number down</source>
        <translation>
            <numerusform>前面等候 %n 人，请把号码抄给群众</numerusform>
        </translation>
    </message>
    <message>
        <source>Taking the number…</source>
        <translation>正在取号…</translation>
    </message>
    <message>
        <source>This class goes before all others: a supervisor has to agree</source>
        <translation>此类别排在所有人之前，须值班主任授权</translation>
    </message>
</context>
<context>
    <name>TakeNumberSheet</name>
    <message>
        <source>A number for {service}, {priority}</source>
        <translation>取号：{service}，{priority}</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>The hall has a newer version. No number is lost; IT staff must update this PC.</source>
        <translation>大厅系统已升级，号不会丢失；请信息人员更新本机程序。</translation>
    </message>
    <message>
        <source>The hall waits for its update. No number is lost; work goes on after it.</source>
        <translation>大厅系统等待升级，号不会丢失；升级后自动继续。</translation>
    </message>
</context>
<context>
    <name>WaitingList</name>
    <message>
        <source>long</source>
        <translation>久候</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>超时</translation>
    </message>
</context>
<context>
    <name>WaitingPanel</name>
    <message numerus="yes">
        <source>%n late</source>
        <comment>people on hold</comment>
        <translation>
            <numerusform>%n 超时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <comment>people</comment>
        <translation>
            <numerusform>新到 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>longest {time}</source>
        <translation>最久 {time}</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等候</translation>
    </message>
    <message>
        <source>Nobody is waiting now</source>
        <translation>现在没有人等候</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>None</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>过号</translation>
    </message>
</context>
</TS>
