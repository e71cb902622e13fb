<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>AccessibilitySheet</name>
    <message>
        <source>Ease of use, for this visit</source>
        <translation>无障碍设置（仅本次有效）</translation>
    </message>
    <message>
        <source>Large text</source>
        <translation>大字版</translation>
    </message>
    <message>
        <source>Bigger words, simpler pages, twice the time</source>
        <translation>字更大、页面更简单、时间加倍</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Light words on black</source>
        <translation>黑底亮字</translation>
    </message>
    <message>
        <source>Within reach</source>
        <translation>低位操作</translation>
    </message>
    <message>
        <source>All buttons in the lower part of the screen</source>
        <translation>所有按钮移到屏幕下方</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>语音朗读</translation>
    </message>
    <message>
        <source>Every page is read to you</source>
        <translation>每个页面读给您听</translation>
    </message>
    <message>
        <source>No motion</source>
        <translation>减少动画</translation>
    </message>
    <message>
        <source>Pages change without sliding</source>
        <translation>翻页不再滑动</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>AppointmentPage</name>
    <message>
        <source>Which half hour is yours?</source>
        <translation>您预约的是哪个时段？</translation>
    </message>
    <message>
        <source>Your appointment, please</source>
        <translation>请出示您的预约</translation>
    </message>
    <message>
        <source>Cancel this appointment?</source>
        <translation>取消这个预约吗？</translation>
    </message>
    <message>
        <source>Others can book the time at once. It cannot be undone.</source>
        <translation>取消后这个时段立即可由他人预约，无法恢复。</translation>
    </message>
    <message>
        <source>Several people booked with these last digits.</source>
        <translation>有几位预约人的尾号相同，请选择您的时段。</translation>
    </message>
    <message>
        <source>Scan its code, or type it. The last 4 digits of the phone will do as well.</source>
        <translation>请扫描预约码，或输入预约码；也可以输入预约手机号的后 4 位。</translation>
    </message>
    <message>
        <source>Type its code of 6 characters. The last 4 digits of the phone will do as well.</source>
        <translation>请输入 6 位预约码；也可以输入预约手机号的后 4 位。</translation>
    </message>
    <message>
        <source>Code, or last 4 digits</source>
        <translation>预约码或手机号后 4 位</translation>
    </message>
    <message>
        <source>The code is in the confirmation of your booking.</source>
        <translation>预约码在预约成功的通知里。</translation>
    </message>
    <message>
        <source>Find my appointment</source>
        <translation>查找预约</translation>
    </message>
    <message>
        <source>Cancel this appointment</source>
        <translation>取消这个预约</translation>
    </message>
    <message>
        <source>Book a time on another day</source>
        <translation>预约改天来办</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Yes, cancel it</source>
        <translation>确认取消</translation>
    </message>
    <message>
        <source>No, keep it</source>
        <translation>不取消，保留</translation>
    </message>
    <message>
        <source>late: as a walk-in</source>
        <translation>已迟到，按现场号</translation>
    </message>
</context>
<context>
    <name>AttractPage</name>
    <message>
        <source>Touch to start</source>
        <translation>触摸开始</translation>
    </message>
    <message>
        <source>No slips here right now, but numbers on the screen. Slips at: %1</source>
        <translation>本机暂时不能打印号票，号码显示在屏幕上。打印号票请到：%1</translation>
    </message>
    <message>
        <source>No slips here right now: numbers are shown on the screen.</source>
        <translation>本机暂时不能打印号票，号码显示在屏幕上。</translation>
    </message>
</context>
<context>
    <name>AwayPage</name>
    <message>
        <source>One moment, please</source>
        <translation>请稍候</translation>
    </message>
    <message>
        <source>This kiosk waits for its update</source>
        <translation>本机正在等待更新</translation>
    </message>
    <message>
        <source>It is not of the same version as the hall&apos;s system and issues no numbers.</source>
        <translation>本机软件版本与大厅系统不一致，暂不取号。</translation>
    </message>
    <message>
        <source>This kiosk cannot reach the hall&apos;s system and issues no numbers right now.</source>
        <translation>本机暂时连接不上大厅系统，现在不能取号。</translation>
    </message>
    <message>
        <source>Please use another kiosk, or go to the reception desk.</source>
        <translation>请使用其他取号机，或到服务台办理。</translation>
    </message>
    <message>
        <source>It goes on by itself as soon as the connection is back.</source>
        <translation>连接恢复后会自动继续，无需操作。</translation>
    </message>
    <message>
        <source>For the staff: install the hall&apos;s version of Jiaohao on this kiosk.</source>
        <translation>工作人员：请在本机安装与大厅相同版本的叫号。</translation>
    </message>
    <message>
        <source>In a hurry? Please go to the reception desk.</source>
        <translation>如需尽快办理，请到咨询导办台</translation>
    </message>
</context>
<context>
    <name>BasketList</name>
    <message>
        <source>About %1 min at the counter</source>
        <translation>窗口办理约%1分钟</translation>
    </message>
    <message>
        <source>Take out: %1</source>
        <translation>移除：%1</translation>
    </message>
</context>
<context>
    <name>BasketMark</name>
    <message>
        <source>Chosen: %1</source>
        <translation>已选 %1 项</translation>
    </message>
</context>
<context>
    <name>BasketPage</name>
    <message>
        <source>One number for these services</source>
        <translation>以下事项，只取一个号</translation>
    </message>
    <message>
        <source>No more services fit on one number.</source>
        <translation>一个号最多合并这些事项。</translation>
    </message>
    <message>
        <source>Add a service</source>
        <translation>加一个事项</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>BookDayPage</name>
    <message>
        <source>On which day will you come?</source>
        <translation>您想哪天来？</translation>
    </message>
</context>
<context>
    <name>BookPersonPage</name>
    <message>
        <source>Your mobile number</source>
        <translation>请输入您的手机号</translation>
    </message>
    <message>
        <source>One booking for each person, matter and day. Kept are the last 4 digits, and a mark that cannot be turned back into the number.</source>
        <translation>每人每事项每天限约一次。系统只保留手机尾号后 4 位，以及无法还原成手机号的标记。</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Book this time</source>
        <translation>确认预约</translation>
    </message>
</context>
<context>
    <name>BookSlotPage</name>
    <message>
        <source>At what time?</source>
        <translation>您想几点来？</translation>
    </message>
</context>
<context>
    <name>BookedPage</name>
    <message>
        <source>Code</source>
        <translation>预约码</translation>
    </message>
    <message>
        <source>On that day, take your number here with this code from %1 on.</source>
        <translation>当天 %1 起，凭预约码在本机取号。</translation>
    </message>
    <message>
        <source>Your time is booked</source>
        <translation>预约成功</translation>
    </message>
    <message>
        <source>QR code of your appointment</source>
        <translation>预约码二维码</translation>
    </message>
    <message>
        <source>Please write the code down or photograph it.</source>
        <translation>请抄下预约码，或用手机拍照。</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>再打一张</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>BookingPaperNotice</name>
    <message>
        <source>The code is being printed…</source>
        <translation>正在打印预约码…</translation>
    </message>
    <message>
        <source>Please take the paper with the code below the screen.</source>
        <translation>请在屏幕下方取走预约单</translation>
    </message>
    <message>
        <source>The code should be printed. Please look below the screen.</source>
        <translation>预约单应已打印，请看屏幕下方</translation>
    </message>
    <message>
        <source>It is not certain that the code was printed. Please write it down.</source>
        <translation>不确定是否打印成功，请抄下预约码</translation>
    </message>
    <message>
        <source>The code was not printed. Please write it down; the time is booked.</source>
        <translation>预约码没有打印出来，请抄下预约码；预约已成功</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准字</translation>
    </message>
    <message>
        <source>Large text</source>
        <translation>大字版</translation>
    </message>
    <message>
        <source>Ease of use</source>
        <translation>无障碍</translation>
    </message>
</context>
<context>
    <name>BrokenPage</name>
    <message>
        <source>This kiosk is starting again</source>
        <translation>本机正在重新启动</translation>
    </message>
    <message>
        <source>It will be ready in a moment.</source>
        <translation>马上就好。</translation>
    </message>
    <message>
        <source>A number that you already have stays valid.</source>
        <translation>您已取的号码仍然有效。</translation>
    </message>
    <message>
        <source>In a hurry? Please go to the reception desk.</source>
        <translation>如需尽快办理，请到咨询导办台</translation>
    </message>
</context>
<context>
    <name>BundleHint</name>
    <message>
        <source>Part of “%1”</source>
        <translation>属于“%1”</translation>
    </message>
    <message>
        <source>All %1 services as one errand</source>
        <translation>%1 个事项一次办</translation>
    </message>
    <message>
        <source>trips: %1 instead of %2</source>
        <translation>跑动由 %2 次减为 %1 次</translation>
    </message>
    <message>
        <source>papers: %1 instead of %2</source>
        <translation>材料由 %2 份减为 %1 份</translation>
    </message>
    <message>
        <source>Choose it</source>
        <translation>改选一件事</translation>
    </message>
</context>
<context>
    <name>BundlesPage</name>
    <message>
        <source>One number for the whole errand</source>
        <translation>一件事一次办，只取一个号</translation>
    </message>
    <message>
        <source>Services: %1</source>
        <translation>%1 项业务</translation>
    </message>
</context>
<context>
    <name>CandidateBar</name>
    <message>
        <source>More characters</source>
        <translation>更多汉字</translation>
    </message>
</context>
<context>
    <name>ChecklistNotice</name>
    <message>
        <source>The list is being printed…</source>
        <translation>正在打印清单…</translation>
    </message>
    <message>
        <source>Please take the list below the screen.</source>
        <translation>请在屏幕下方取走清单。</translation>
    </message>
    <message>
        <source>The list should be printed. Please look below the screen.</source>
        <translation>清单应已打印，请看屏幕下方。</translation>
    </message>
    <message>
        <source>%1. The list may be incomplete.</source>
        <translation>%1。清单可能不完整。</translation>
    </message>
    <message>
        <source>It is not certain that the list was printed.</source>
        <translation>无法确认清单是否已打印。</translation>
    </message>
    <message>
        <source>%1. A list can be printed at: %2</source>
        <translation>%1。打印清单请到：%2</translation>
    </message>
    <message>
        <source>%1. No list can be printed right now; the staff have been told.</source>
        <translation>%1。现在不能打印清单，已通知工作人员。</translation>
    </message>
    <message>
        <source>No list was printed. Please try once more.</source>
        <translation>清单没有打印，请再试一次。</translation>
    </message>
</context>
<context>
    <name>ClosedPage</name>
    <message>
        <source>No numbers are issued right now</source>
        <translation>现在不是取号时间</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>下次取号：%1</translation>
    </message>
    <message>
        <source>When numbers are issued</source>
        <translation>取号时间</translation>
    </message>
</context>
<context>
    <name>CodePage</name>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
</context>
<context>
    <name>ConfirmPage</name>
    <message>
        <source>The connection was interrupted. Please touch the button once more: you will still get only one number.</source>
        <translation>刚才连接中断。请再按一次取号，不会重复取号。</translation>
    </message>
    <message>
        <source>This kiosk prints no slips. Your number will be shown on this screen.</source>
        <translation>本机不打印号票，您的号码将显示在屏幕上。</translation>
    </message>
    <message>
        <source>%1. Take your number on this screen, or with a slip at: %2</source>
        <translation>%1。可以在屏幕上取号；打印号票请到：%2</translation>
    </message>
    <message>
        <source>%1. You can take your number on this screen, without a slip.</source>
        <translation>%1。可以在屏幕上取号，不打印号票。</translation>
    </message>
</context>
<context>
    <name>CounterChoice</name>
    <message>
        <source>A comprehensive window</source>
        <translation>综合窗口</translation>
    </message>
    <message>
        <source>A department window</source>
        <translation>部门窗口</translation>
    </message>
    <message>
        <source>Whichever is first</source>
        <translation>哪个窗口快就去哪个</translation>
    </message>
    <message>
        <source>Which window would you like?</source>
        <translation>请选择窗口</translation>
    </message>
    <message>
        <source>Floor %1</source>
        <translation>%1 楼</translation>
    </message>
    <message>
        <source>Window %1</source>
        <translation>%1 窗口</translation>
    </message>
    <message>
        <source>Closed right now</source>
        <translation>当前未开放</translation>
    </message>
    <message>
        <source>Wait: %1</source>
        <translation>等候%1</translation>
    </message>
    <message>
        <source>Wait not known yet</source>
        <translation>等候时间暂无法估计</translation>
    </message>
</context>
<context>
    <name>DepartmentsPage</name>
    <message>
        <source>Choose a department</source>
        <translation>请选择部门</translation>
    </message>
    <message>
        <source>Services: %1</source>
        <translation>%1 项业务</translation>
    </message>
</context>
<context>
    <name>DigitPad</name>
    <message>
        <source>No end</source>
        <translation>长期</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>EditorActs</name>
    <message>
        <source>Leave empty</source>
        <translation>不填</translation>
    </message>
    <message>
        <source>It is right</source>
        <translation>确认无误</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
</context>
<context>
    <name>EffortCard</name>
    <message>
        <source>Papers</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Working days</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>Trips</source>
        <translation>跑动次数</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>As one errand: before → now</source>
        <translation>一件事一次办：原来 → 现在</translation>
    </message>
    <message>
        <source>%1: %2 before, %3 now</source>
        <translation>%1：原来 %2，现在 %3</translation>
    </message>
</context>
<context>
    <name>ErrandActs</name>
    <message>
        <source>Come another day</source>
        <translation>预约改天来</translation>
    </message>
    <message>
        <source>Book a time on another day</source>
        <translation>预约改天来办</translation>
    </message>
</context>
<context>
    <name>ErrandCard</name>
    <message>
        <source>Floor %1</source>
        <translation>%1 楼</translation>
    </message>
    <message>
        <source>Waiting now</source>
        <translation>当前等候（人）</translation>
    </message>
</context>
<context>
    <name>ErrandHead</name>
    <message>
        <source>Guide</source>
        <translation>办事指南</translation>
    </message>
    <message>
        <source>Add a service</source>
        <translation>加一个事项</translation>
    </message>
    <message>
        <source>Another service with the same number</source>
        <translation>同一个号再加一个事项</translation>
    </message>
</context>
<context>
    <name>FindAdvice</name>
    <message>
        <source>One moment, please</source>
        <translation>请稍候</translation>
    </message>
    <message>
        <source>Type the first letters of what you need</source>
        <translation>请输入事项的拼音首字母</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>没有找到“%1”</translation>
    </message>
    <message>
        <source>The services are being looked through. They are also in the lists below.</source>
        <translation>正在准备查找，也可以按下面的目录查找。</translation>
    </message>
    <message>
        <source>For example SBK for 社保卡, or the name, or what people call it.</source>
        <translation>例如社保卡输入 SBK；全拼、俗称也可以。</translation>
    </message>
    <message>
        <source>Please check the letters or erase some. The reception desk helps as well.</source>
        <translation>请核对字母，或删去几个再试；也可到咨询导办台询问。</translation>
    </message>
    <message>
        <source>Or look through the list</source>
        <translation>也可以按目录查找</translation>
    </message>
</context>
<context>
    <name>FindPage</name>
    <message>
        <source>Guides: what would you like to read about?</source>
        <translation>办事指南：您想了解什么事项？</translation>
    </message>
    <message>
        <source>What are you looking for?</source>
        <translation>您要找什么事项？</translation>
    </message>
    <message>
        <source>What would you like to book a time for?</source>
        <translation>您想预约办什么？</translation>
    </message>
    <message>
        <source>Services: %1</source>
        <translation>%1 项业务</translation>
    </message>
</context>
<context>
    <name>FloorMap</name>
    <message>
        <source>Plan of floor %1</source>
        <translation>%1 楼平面图</translation>
    </message>
</context>
<context>
    <name>FormDonePage</name>
    <message>
        <source>Done. The window has it with your number %1.</source>
        <translation>已提交。窗口叫到 %1 号时就能看到。</translation>
    </message>
    <message>
        <source>Done. Please show this code at the window.</source>
        <translation>已提交。请在窗口出示此码。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>填表码</translation>
    </message>
    <message>
        <source>Kept encrypted until %1, then erased. Nothing of it stays on this machine.</source>
        <translation>加密保存至 %1，到期删除。本机不留任何内容。</translation>
    </message>
    <message>
        <source>Please write the code down or photograph it.</source>
        <translation>请记下或拍下此码。</translation>
    </message>
    <message>
        <source>Take a number for it</source>
        <translation>为这件事取号</translation>
    </message>
    <message>
        <source>Print the code again</source>
        <translation>再打印一次</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>FormEditorHead</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>FormNoticePage</name>
    <message>
        <source>I do not agree</source>
        <translation>不同意</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Read it, then tick the box</source>
        <translation>请阅读后勾选</translation>
    </message>
</context>
<context>
    <name>FormOffer</name>
    <message>
        <source>Fill in the form now: %1</source>
        <translation>现在就填表：%1</translation>
    </message>
</context>
<context>
    <name>FormPage</name>
    <message>
        <source>Known from the document number: %1</source>
        <translation>已由证件号码得出：%1</translation>
    </message>
    <message>
        <source>With an identity card: put it on the reader, and this page fills itself in.</source>
        <translation>有身份证的，请把证件放在读卡器上，本页自动填写。</translation>
    </message>
    <message>
        <source>Please complete what is marked: %1</source>
        <translation>请完成标出的项目：还有 %1 项</translation>
    </message>
    <message>
        <source>Go on to the overview</source>
        <translation>去核对</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
</context>
<context>
    <name>FormPaperNotice</name>
    <message>
        <source>The code is being printed…</source>
        <translation>正在打印填表码…</translation>
    </message>
    <message>
        <source>Please take the paper with the code below the screen.</source>
        <translation>请在屏幕下方取走填表码。</translation>
    </message>
    <message>
        <source>The code should be printed. Please look below the screen.</source>
        <translation>填表码应已打印，请看屏幕下方。</translation>
    </message>
    <message>
        <source>It is not certain that the code was printed. Please write it down.</source>
        <translation>不能确定填表码是否打印完整，请记下此码。</translation>
    </message>
    <message>
        <source>The code was not printed. Please write it down; the form is kept.</source>
        <translation>填表码没有打印出来，请记下此码；表单已保存。</translation>
    </message>
</context>
<context>
    <name>FormPreviewPage</name>
    <message>
        <source>Is everything right?</source>
        <translation>请核对所填内容</translation>
    </message>
    <message>
        <source>Touch a line to correct it. Some of it is covered, so that nobody reads it over your shoulder.</source>
        <translation>点一下可以修改。部分内容已遮盖，以免被旁人看到。</translation>
    </message>
    <message>
        <source>What you filled in is still here.</source>
        <translation>您填写的内容还在。</translation>
    </message>
    <message>
        <source>All is right: go on to sign</source>
        <translation>核对无误，去签名</translation>
    </message>
    <message>
        <source>All is right: hand it in</source>
        <translation>核对无误，提交</translation>
    </message>
</context>
<context>
    <name>FormProgress</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
</context>
<context>
    <name>FormRow</name>
    <message>
        <source>may be left empty</source>
        <translation>可不填</translation>
    </message>
    <message>
        <source>(may be left empty)</source>
        <translation>（可不填）</translation>
    </message>
</context>
<context>
    <name>FormSignPage</name>
    <message>
        <source>Please sign your name with a finger</source>
        <translation>请用手指签写您的姓名</translation>
    </message>
    <message>
        <source>What you filled in is still here.</source>
        <translation>您填写的内容还在。</translation>
    </message>
    <message>
        <source>Sign again</source>
        <translation>重新签名</translation>
    </message>
    <message>
        <source>Being kept…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Hand it in</source>
        <translation>提交</translation>
    </message>
</context>
<context>
    <name>FormsPage</name>
    <message>
        <source>What is it for?</source>
        <translation>办什么事？</translation>
    </message>
    <message>
        <source>Which form would you like to fill in?</source>
        <translation>请选择要填写的表单</translation>
    </message>
    <message>
        <source>Fill it in here and sign with a finger. The counter has it before you come.</source>
        <translation>在这里填好并签名，到窗口不用再填。</translation>
    </message>
    <message>
        <source>Forms cannot be filled in here today. Please take a number: the counter fills in the form with you.</source>
        <translation>今天这里暂时不能填表。请先取号，由窗口协助您填写。</translation>
    </message>
</context>
<context>
    <name>FoundTile</name>
    <message>
        <source>Also called: %1</source>
        <translation>俗称：%1</translation>
    </message>
</context>
<context>
    <name>GuideActs</name>
    <message>
        <source>Print the list</source>
        <translation>打印清单</translation>
    </message>
    <message>
        <source>Book a time</source>
        <translation>预约改天</translation>
    </message>
    <message>
        <source>Take a number</source>
        <translation>取号</translation>
    </message>
    <message>
        <source>No numbers right now</source>
        <translation>当前时段不取号</translation>
    </message>
    <message>
        <source>Not available today</source>
        <translation>今天不办理</translation>
    </message>
</context>
<context>
    <name>GuidePage</name>
    <message>
        <source>Collect</source>
        <translation>加入清单</translation>
    </message>
    <message>
        <source>Collect several services for one number</source>
        <translation>把几个事项合并取一个号</translation>
    </message>
    <message>
        <source>Also nearer to your home</source>
        <translation>可就近办理</translation>
    </message>
    <message>
        <source>See a sample</source>
        <translation>查看样例</translation>
    </message>
</context>
<context>
    <name>GuideSections</name>
    <message>
        <source>For whom</source>
        <translation>谁可以办</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>办理条件</translation>
    </message>
    <message>
        <source>How long it takes</source>
        <translation>办理时限</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Without coming</source>
        <translation>不到场办理</translation>
    </message>
    <message>
        <source>Please note</source>
        <translation>提示</translation>
    </message>
</context>
<context>
    <name>HallHeader</name>
    <message>
        <source>Paper is running low; the staff know.</source>
        <translation>纸快用完了，工作人员已知道。</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>语音朗读</translation>
    </message>
</context>
<context>
    <name>HelpButton</name>
    <message>
        <source>Help is coming</source>
        <translation>正在赶来</translation>
    </message>
    <message>
        <source>Help is called</source>
        <translation>已呼叫</translation>
    </message>
    <message>
        <source>Call a helper</source>
        <translation>呼叫帮办</translation>
    </message>
</context>
<context>
    <name>HelpSheet</name>
    <message>
        <source>Calling a helper…</source>
        <translation>正在呼叫帮办员…</translation>
    </message>
    <message>
        <source>A helper has been called</source>
        <translation>已为您呼叫帮办员</translation>
    </message>
    <message>
        <source>Helper %1 is on the way to you</source>
        <translation>帮办员（工号 %1）正在赶来</translation>
    </message>
    <message>
        <source>No helper can be called from here right now</source>
        <translation>此处暂时无法呼叫帮办员</translation>
    </message>
    <message>
        <source>Call a helper to this kiosk?</source>
        <translation>呼叫帮办员到这台机器旁？</translation>
    </message>
    <message>
        <source>Please stay here. You may go on meanwhile.</source>
        <translation>请在此稍候，您也可以继续操作。</translation>
    </message>
    <message>
        <source>The connection to the hall is interrupted. Please go to the reception desk.</source>
        <translation>系统连接中断，请前往咨询导办台。</translation>
    </message>
    <message>
        <source>All helpers are busy. The reception desk helps as well.</source>
        <translation>帮办员正忙，您也可以前往咨询导办台。</translation>
    </message>
    <message>
        <source>It takes a little longer; more of the staff have been told.</source>
        <translation>请再稍等，已通知更多工作人员。</translation>
    </message>
    <message>
        <source>The helper learns at which kiosk you are, and nothing of what you typed.</source>
        <translation>帮办员只会知道您在哪台机器旁，看不到您填写的内容。</translation>
    </message>
    <message>
        <source>Telephone: %1</source>
        <translation>电话：%1</translation>
    </message>
    <message>
        <source>Yes, call a helper</source>
        <translation>呼叫帮办员</translation>
    </message>
    <message>
        <source>Go on meanwhile</source>
        <translation>继续操作</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>I no longer need help</source>
        <translation>不需要帮助了</translation>
    </message>
</context>
<context>
    <name>HomeNames</name>
    <message>
        <source>Take a number</source>
        <translation>现场取号</translation>
    </message>
    <message>
        <source>I have an appointment</source>
        <translation>预约取号</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>预约取号</translation>
    </message>
    <message>
        <source>One errand, several services</source>
        <translation>一件事</translation>
    </message>
    <message>
        <source>Fill in a form</source>
        <translation>自助填表</translation>
    </message>
    <message>
        <source>What do I need?</source>
        <translation>办事指南</translation>
    </message>
    <message>
        <source>How far is my errand?</source>
        <translation>进度查询</translation>
    </message>
    <message>
        <source>My number</source>
        <translation>我的号</translation>
    </message>
    <message>
        <source>Help me with it</source>
        <translation>帮我办</translation>
    </message>
    <message>
        <source>Fill in a form for me</source>
        <translation>填表请人帮</translation>
    </message>
    <message>
        <source>Rate or suggest</source>
        <translation>评价与建议</translation>
    </message>
    <message>
        <source>Choose a service and wait for your turn</source>
        <translation>选好事项，领号等候</translation>
    </message>
    <message>
        <source>Check in and get your number</source>
        <translation>预约签到，领取号码</translation>
    </message>
    <message>
        <source>Check in, or book a time to come</source>
        <translation>签到取号、预约改天</translation>
    </message>
    <message>
        <source>A whole matter with one number</source>
        <translation>多个事项，只取一个号</translation>
    </message>
    <message>
        <source>Ready before it is your turn</source>
        <translation>先填好表，到窗口更快</translation>
    </message>
    <message>
        <source>Papers, time and fees of every service</source>
        <translation>材料、时限、费用</translation>
    </message>
    <message>
        <source>Look it up with your slip</source>
        <translation>凭号票或编号查询</translation>
    </message>
    <message>
        <source>Your place in line, and more</source>
        <translation>前面几人、复号、取消</translation>
    </message>
    <message>
        <source>A helper comes to you</source>
        <translation>工作人员到您身边来</translation>
    </message>
    <message>
        <source>Tell us how it went</source>
        <translation>说说您的感受</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>What would you like to do today?</source>
        <translation>您好，请选择需要的服务</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>其他业务</translation>
    </message>
</context>
<context>
    <name>IdleNotice</name>
    <message>
        <source>Are you still there?</source>
        <translation>您还在吗？</translation>
    </message>
    <message>
        <source>This page closes soon and nothing of it is kept.</source>
        <translation>即将返回首页，不保留任何信息。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>KioskName</name>
    <message>
        <source>Paper is running low; the staff know.</source>
        <translation>打印纸快用完了，工作人员已收到通知。</translation>
    </message>
</context>
<context>
    <name>KioskPage</name>
    <message>
        <source>Waiting: %1</source>
        <translation>等候 %1 人</translation>
    </message>
    <message>
        <source>No one waiting</source>
        <translation>无人等候</translation>
    </message>
    <message>
        <source>within about %1 min</source>
        <translation>约 %1 分钟内</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>约 %1 分钟</translation>
    </message>
    <message>
        <source>about %1–%2 min</source>
        <translation>约 %1–%2 分钟</translation>
    </message>
    <message>
        <source>Floor %1</source>
        <translation>%1 楼</translation>
    </message>
    <message>
        <source>Please go to window %1</source>
        <translation>请到 %1 窗口办理</translation>
    </message>
    <message>
        <source>People ahead of you: %1</source>
        <translation>前面等候 %1 人</translation>
    </message>
    <message>
        <source>Nobody is ahead of you</source>
        <translation>前面无人等候</translation>
    </message>
</context>
<context>
    <name>LetterPad</name>
    <message>
        <source>Erase</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
</context>
<context>
    <name>LifeStagesPage</name>
    <message>
        <source>What brings you here?</source>
        <translation>您为什么事而来？</translation>
    </message>
    <message>
        <source>Services: %1</source>
        <translation>%1 项业务</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Kiosk</source>
        <translation>自助取号机</translation>
    </message>
</context>
<context>
    <name>MaterialCheck</name>
    <message>
        <source>To bring: what do you have with you?</source>
        <translation>需带材料：您带了哪些？</translation>
    </message>
    <message>
        <source>Nothing needs to be brought.</source>
        <translation>不需要带材料。</translation>
    </message>
</context>
<context>
    <name>MaterialList</name>
    <message>
        <source>Please bring</source>
        <translation>请携带以下材料</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>For: %1</source>
        <translation>用于：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>MinePage</name>
    <message>
        <source>How far is my errand?</source>
        <translation>进度查询</translation>
    </message>
    <message>
        <source>Where does my number stand?</source>
        <translation>我的号排到哪里了？</translation>
    </message>
    <message>
        <source>Scan the code on your slip or receipt, or type the number.</source>
        <translation>请扫描号票或受理单上的码，或输入号码。</translation>
    </message>
    <message>
        <source>Type the number on your slip.</source>
        <translation>请输入号票上的号码。</translation>
    </message>
    <message>
        <source> You will be asked for the phone you gave with it.</source>
        <translation>输入号码时，还需核对取号时所留的手机号。</translation>
    </message>
    <message>
        <source>Number, for example FA001</source>
        <translation>号码，例如 FA001</translation>
    </message>
    <message>
        <source>Your number is the largest word on your slip.</source>
        <translation>号票上最大的字就是您的号码。</translation>
    </message>
    <message>
        <source>Show my errand</source>
        <translation>查看进度</translation>
    </message>
    <message>
        <source>Show my number</source>
        <translation>查看我的号</translation>
    </message>
    <message>
        <source>The mobile number you gave</source>
        <translation>取号时所留的手机号</translation>
    </message>
    <message>
        <source>It shows that number %1 is yours. It is not stored.</source>
        <translation>用于核对 %1 号是您的号，不会保存。</translation>
    </message>
</context>
<context>
    <name>MissingLine</name>
    <message>
        <source>Touch each paper that you have with you. What is missing is listed here.</source>
        <translation>带了的请点一下，缺什么会列在这里。</translation>
    </message>
    <message>
        <source>You have everything that is asked for.</source>
        <translation>材料齐全。</translation>
    </message>
    <message>
        <source>Still missing: %1. Please bring it, or ask at the reception desk.</source>
        <translation>还缺：%1。请备齐再来，或到咨询导办台询问。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>MyNumberActs</name>
    <message>
        <source>Give number %1 back? It cannot be undone.</source>
        <translation>确定取消 %1 号吗？取消后不能恢复。</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Yes, give it back</source>
        <translation>确定取消</translation>
    </message>
    <message>
        <source>No, keep it</source>
        <translation>不取消</translation>
    </message>
    <message>
        <source>Wait in line again</source>
        <translation>复号，重新排队</translation>
    </message>
    <message>
        <source>Take a new number</source>
        <translation>重新取号</translation>
    </message>
    <message>
        <source>Checking the printer…</source>
        <translation>正在检查打印机…</translation>
    </message>
    <message>
        <source>Print the slip again</source>
        <translation>补打号票</translation>
    </message>
    <message>
        <source>How far is my errand?</source>
        <translation>进度查询</translation>
    </message>
    <message>
        <source>Rate my errand</source>
        <translation>评价本次办事</translation>
    </message>
    <message>
        <source>Give this number back</source>
        <translation>不需要了，取消这个号</translation>
    </message>
</context>
<context>
    <name>MyNumberPage</name>
    <message>
        <source>This number was given back.</source>
        <translation>这个号已取消。</translation>
    </message>
    <message>
        <source>This number is of %1 and no longer valid.</source>
        <translation>这是 %1 的号，已失效。</translation>
    </message>
    <message>
        <source>This number is finished. See how far the errand is.</source>
        <translation>这个号已办完，可查看办理进度。</translation>
    </message>
    <message>
        <source>You are being served at window %1.</source>
        <translation>您正在 %1 窗口办理。</translation>
    </message>
    <message>
        <source>Window %1 waits for you: please go back there.</source>
        <translation>%1 窗口在等您，请回到该窗口。</translation>
    </message>
    <message>
        <source>You were called, but nobody came. You may come back into the line.</source>
        <translation>您已过号。可以复号，重新排队。</translation>
    </message>
    <message>
        <source>It is your turn later.</source>
        <translation>稍后轮到您。</translation>
    </message>
</context>
<context>
    <name>MyProgressPage</name>
    <message>
        <source>You were called, but nobody came. See under “My number” whether you may come back.</source>
        <translation>您已过号。能否复号，请看“我的号”。</translation>
    </message>
    <message>
        <source>Please go to window %1.</source>
        <translation>请到 %1 窗口。</translation>
    </message>
    <message>
        <source>Please wait until your number is called.</source>
        <translation>请等候叫号。</translation>
    </message>
    <message>
        <source>The number was given back. Take a new one when you need it.</source>
        <translation>这个号已取消，需要时请重新取号。</translation>
    </message>
    <message>
        <source>The number is no longer valid. Take a new one when you need it.</source>
        <translation>这个号已失效，需要时请重新取号。</translation>
    </message>
    <message>
        <source>Please bring what is missing, and take a new number.</source>
        <translation>请带齐所缺材料，重新取号。</translation>
    </message>
    <message>
        <source>It will be done by %1. Bring the receipt to collect it.</source>
        <translation>承诺 %1 前办结，请凭受理单领取。</translation>
    </message>
    <message>
        <source>The hall is working on it. The date stands on your receipt.</source>
        <translation>正在办理中，办结日期见受理单。</translation>
    </message>
    <message>
        <source>Everything is done. Nothing is left for you to do.</source>
        <translation>已全部办结，您不需要再做什么。</translation>
    </message>
    <message>
        <source>It was not accepted. The window tells you the reasons in writing.</source>
        <translation>不予受理，窗口会出具书面说明。</translation>
    </message>
    <message>
        <source>Nothing was handed in. Take a new number when you want to go on.</source>
        <translation>没有提交材料。需要继续办理时请重新取号。</translation>
    </message>
    <message>
        <source>Number %1 of %2</source>
        <translation>%2的 %1 号</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>还缺：%1</translation>
    </message>
    <message>
        <source>This shows what happened at the windows of this hall. Ask there how far the department has come.</source>
        <translation>这里显示在本大厅窗口办理的情况。部门内部的审批进度，请向窗口询问。</translation>
    </message>
    <message>
        <source>My number</source>
        <translation>我的号</translation>
    </message>
    <message>
        <source>Rate my errand</source>
        <translation>评价本次办事</translation>
    </message>
</context>
<context>
    <name>NextKiosk</name>
    <message>
        <source>Slips are printed at: %1</source>
        <translation>最近的可打印取号机：%1</translation>
    </message>
</context>
<context>
    <name>NightView</name>
    <message>
        <source>Opens: %1</source>
        <translation>开放时间：%1</translation>
    </message>
    <message>
        <source>Touch for the opening hours</source>
        <translation>触摸屏幕查看取号时间</translation>
    </message>
</context>
<context>
    <name>NumberCard</name>
    <message>
        <source>Your number</source>
        <translation>您的号码</translation>
    </message>
</context>
<context>
    <name>OpinionKindPage</name>
    <message>
        <source>What would you like to tell us?</source>
        <translation>您想告诉我们什么？</translation>
    </message>
</context>
<context>
    <name>OpinionReceiptPage</name>
    <message>
        <source>Please type the 7 signs of your receipt</source>
        <translation>请输入 7 位回执号</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>回执号</translation>
    </message>
    <message>
        <source>Read the answer</source>
        <translation>查看答复</translation>
    </message>
    <message>
        <source>The receipt number was shown when you sent your words.</source>
        <translation>提交意见后，屏幕上显示的就是回执号。</translation>
    </message>
</context>
<context>
    <name>OpinionToldPage</name>
    <message>
        <source>Thank you. We have received it.</source>
        <translation>谢谢您，我们已经收到</translation>
    </message>
    <message>
        <source>The hall&apos;s answer</source>
        <translation>大厅的答复</translation>
    </message>
    <message>
        <source>Not answered yet</source>
        <translation>还没有答复</translation>
    </message>
    <message>
        <source>Your receipt number</source>
        <translation>您的回执号</translation>
    </message>
    <message>
        <source>Please note it down or take a picture: with it you read the answer here, within 15 days.</source>
        <translation>请记下或拍照：15 天内可凭回执号在这里查看答复。</translation>
    </message>
    <message>
        <source>It is answered within 15 days. Please come back with your receipt number.</source>
        <translation>15 天内答复，请凭回执号再来查看。</translation>
    </message>
    <message>
        <source>Print the receipt</source>
        <translation>打印回执</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>OpinionTopicPage</name>
    <message>
        <source>What is it about?</source>
        <translation>关于哪方面？</translation>
    </message>
</context>
<context>
    <name>OpinionWordsPage</name>
    <message>
        <source>Say it in your own words, if you like</source>
        <translation>如果愿意，请写下您的意见</translation>
    </message>
    <message>
        <source>For example: what happened, where, and what would be better</source>
        <translation>例如：什么情况、在哪里、希望怎样改进</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Send without words</source>
        <translation>不写内容，直接提交</translation>
    </message>
    <message>
        <source>Please leave out names, numbers and telephone numbers.</source>
        <translation>请不要填写姓名、证件号码和电话号码。</translation>
    </message>
</context>
<context>
    <name>OpinionsPage</name>
    <message>
        <source>We would like to hear from you</source>
        <translation>欢迎您的评价与建议</translation>
    </message>
    <message>
        <source>Rate my errand</source>
        <translation>评价我的业务</translation>
    </message>
    <message>
        <source>With the number on your slip</source>
        <translation>凭号票评价</translation>
    </message>
    <message>
        <source>Suggest, praise or complain</source>
        <translation>提建议、表扬或投诉</translation>
    </message>
    <message>
        <source>You get a receipt number</source>
        <translation>提交后有回执号</translation>
    </message>
    <message>
        <source>Read the answer</source>
        <translation>查看答复</translation>
    </message>
    <message>
        <source>With your receipt number</source>
        <translation>凭回执号查看</translation>
    </message>
</context>
<context>
    <name>Outlet</name>
    <message>
        <source>The slip comes out below the screen</source>
        <translation>号票从屏幕下方出口取出</translation>
    </message>
</context>
<context>
    <name>PageTurner</name>
    <message>
        <source>Previous</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>More</source>
        <translation>下一页</translation>
    </message>
</context>
<context>
    <name>PhoneButton</name>
    <message>
        <source>Mobile number: %1</source>
        <translation>手机号：%1</translation>
    </message>
    <message>
        <source>Mobile number (optional): to find your number again and not to take two</source>
        <translation>手机号（选填）：便于查找和避免重复取号</translation>
    </message>
</context>
<context>
    <name>PhoneDisplay</name>
    <message>
        <source>A mobile number begins with 1. Please type 1 first.</source>
        <translation>手机号以 1 开头，请先输入 1</translation>
    </message>
    <message>
        <source>After the 1 comes a digit from 3 to 9. Please type that one.</source>
        <translation>手机号第 2 位是 3 至 9，请重新输入这一位</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>The number has all its 11 digits. Touch %1, or Erase to change it.</source>
        <translation>已满 11 位，请点“%1”；要修改请点“删除”</translation>
    </message>
    <message>
        <source>Digits are missing: %1. Please go on.</source>
        <translation>还差 %1 位，请继续输入</translation>
    </message>
    <message>
        <source>11 digits, beginning with 1</source>
        <translation>请输入 11 位手机号</translation>
    </message>
    <message>
        <source>Digits to go: %1</source>
        <translation>还差 %1 位</translation>
    </message>
    <message>
        <source>That is all. Please touch %1.</source>
        <translation>已输完，请点“%1”</translation>
    </message>
</context>
<context>
    <name>PhoneKeys</name>
    <message>
        <source>Erase</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>PhoneSheet</name>
    <message>
        <source>Mobile number (optional)</source>
        <translation>手机号（选填）</translation>
    </message>
    <message>
        <source>To have your slip printed again, and not to take two numbers. It is not stored.</source>
        <translation>便于补打号票，避免重复取号。手机号不保存。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>不填了</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
</context>
<context>
    <name>PlaceCard</name>
    <message>
        <source>Floor %1</source>
        <translation>%1 楼</translation>
    </message>
</context>
<context>
    <name>PlaceSign</name>
    <message>
        <source>Zone %1</source>
        <translation>%1 区</translation>
    </message>
    <message>
        <source>Window %1</source>
        <translation>%1 窗口</translation>
    </message>
    <message>
        <source>Windows %1</source>
        <translation>%1 窗口</translation>
    </message>
</context>
<context>
    <name>PlaceTile</name>
    <message>
        <source>Fully booked</source>
        <translation>已约满</translation>
    </message>
    <message>
        <source>Places left: %1</source>
        <translation>余 %1 个名额</translation>
    </message>
</context>
<context>
    <name>PlanSheet</name>
    <message>
        <source>To window %1: take the stairs or the lift to floor %2</source>
        <translation>去 %1 窗口：请走楼梯或乘电梯到 %2 楼</translation>
    </message>
    <message>
        <source>To window %1, on floor %2</source>
        <translation>%1 窗口在 %2 楼</translation>
    </message>
    <message>
        <source>Floor %1</source>
        <translation>%1 楼</translation>
    </message>
    <message>
        <source>You are here</source>
        <translation>您在这里</translation>
    </message>
    <message>
        <source>Your windows</source>
        <translation>您要去的窗口</translation>
    </message>
    <message>
        <source>Stairs</source>
        <translation>楼梯</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>电梯</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>出入口</translation>
    </message>
    <message>
        <source>I have seen it</source>
        <translation>看好了</translation>
    </message>
</context>
<context>
    <name>PrinterPage</name>
    <message>
        <source>No slip can be printed right now. You do not have a number yet.</source>
        <translation>本机现在打印不了号票，您还没有取号。</translation>
    </message>
    <message>
        <source>Without paper, your number is shown large on this screen, to photograph or remember.</source>
        <translation>您可以不要号票直接取号：号码会大字显示在屏幕上，请拍照或记住。</translation>
    </message>
    <message>
        <source>Take a number</source>
        <translation>取号</translation>
    </message>
    <message>
        <source>Go on without paper</source>
        <translation>不要号票，直接取号</translation>
    </message>
    <message>
        <source>Taking your number…</source>
        <translation>正在取号…</translation>
    </message>
    <message>
        <source>Checking the printer…</source>
        <translation>正在检查打印机…</translation>
    </message>
    <message>
        <source>Try the printer again</source>
        <translation>再试一次打印</translation>
    </message>
    <message>
        <source>No slip can be printed right now. Your number %1 is still valid.</source>
        <translation>现在不能打印号票，您的 %1 号仍然有效。</translation>
    </message>
    <message>
        <source>The printer is ready again</source>
        <translation>打印机已恢复</translation>
    </message>
    <message>
        <source>Your number %1 is still valid.</source>
        <translation>您的号码 %1 仍然有效。</translation>
    </message>
    <message>
        <source>You do not have a number yet.</source>
        <translation>您还没有取号。</translation>
    </message>
    <message>
        <source>It goes on by itself in a few minutes. The staff know.</source>
        <translation>几分钟后会自行恢复，工作人员已收到通知</translation>
    </message>
    <message>
        <source>The staff have been told.</source>
        <translation>工作人员已收到通知</translation>
    </message>
    <message>
        <source>Print the slip again</source>
        <translation>重新打印号票</translation>
    </message>
    <message>
        <source>Show it on the screen</source>
        <translation>在屏幕上显示</translation>
    </message>
</context>
<context>
    <name>PrinterTrouble</name>
    <message>
        <source>The printer is out of paper</source>
        <translation>打印纸用完了</translation>
    </message>
    <message>
        <source>The printer&apos;s cover is open</source>
        <translation>打印机盖没有关好</translation>
    </message>
    <message>
        <source>Paper is stuck in the printer</source>
        <translation>打印机卡纸了</translation>
    </message>
    <message>
        <source>The printer&apos;s cutter is stuck</source>
        <translation>打印机切纸刀卡住了</translation>
    </message>
    <message>
        <source>The printer must cool down</source>
        <translation>打印机正在冷却</translation>
    </message>
    <message>
        <source>The printer is switched to pause</source>
        <translation>打印机已暂停</translation>
    </message>
    <message>
        <source>The printer does not answer</source>
        <translation>打印机没有应答</translation>
    </message>
    <message>
        <source>The printer is not connected</source>
        <translation>打印机没有连接</translation>
    </message>
    <message>
        <source>The printer needs repair</source>
        <translation>打印机需要维修</translation>
    </message>
    <message>
        <source>The printer has a fault</source>
        <translation>打印机出了故障</translation>
    </message>
    <message>
        <source>The printer is not ready</source>
        <translation>打印机没有就绪</translation>
    </message>
</context>
<context>
    <name>PriorityButton</name>
    <message>
        <source>Priority: %1</source>
        <translation>优先：%1</translation>
    </message>
    <message>
        <source>Entitled to priority? Touch here (optional)</source>
        <translation>老年人、残疾人等优先人群请点这里（可不选）</translation>
    </message>
</context>
<context>
    <name>PrioritySheet</name>
    <message>
        <source>Who has priority</source>
        <translation>优先人群</translation>
    </message>
    <message>
        <source>Please have your proof ready: it is checked at the counter.</source>
        <translation>请准备好证件，窗口核验。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>PromiseCard</name>
    <message>
        <source>Not yet</source>
        <translation>尚未做到</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>QrSign</name>
    <message>
        <source>QR code of your number</source>
        <translation>您的号码的二维码</translation>
    </message>
</context>
<context>
    <name>RatePage</name>
    <message>
        <source>How satisfied are you with your errand %1?</source>
        <translation>您对 %1 号业务的办理满意吗？</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Please choose one</source>
        <translation>请选择一项</translation>
    </message>
</context>
<context>
    <name>RatedPage</name>
    <message>
        <source>Thank you for your rating</source>
        <translation>谢谢您的评价</translation>
    </message>
    <message>
        <source>It helps us to do better.</source>
        <translation>您的意见会帮助我们改进。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Tell us more</source>
        <translation>我还有话要说</translation>
    </message>
</context>
<context>
    <name>ReceiptPaperNotice</name>
    <message>
        <source>The receipt is being printed…</source>
        <translation>正在打印回执…</translation>
    </message>
    <message>
        <source>Please take the receipt below the screen.</source>
        <translation>请在屏幕下方取走回执。</translation>
    </message>
    <message>
        <source>The receipt should be printed. Please look below the screen.</source>
        <translation>回执应已打印，请查看屏幕下方出票口。</translation>
    </message>
    <message>
        <source>It is not certain that the receipt was printed. Please write the number down.</source>
        <translation>不能确定回执是否已打印，请记下回执号。</translation>
    </message>
    <message>
        <source>No receipt was printed. Please write the number down.</source>
        <translation>回执没有打印，请记下回执号。</translation>
    </message>
</context>
<context>
    <name>RouteList</name>
    <message>
        <source>One number, %1 stops</source>
        <translation>只取一个号，依次办理 %1 个环节</translation>
    </message>
    <message>
        <source>Floor %1</source>
        <translation>%1 楼</translation>
    </message>
    <message>
        <source>Window %1</source>
        <translation>%1 窗口</translation>
    </message>
    <message>
        <source>Windows %1</source>
        <translation>%1 窗口</translation>
    </message>
    <message>
        <source>Waiting: %1</source>
        <translation>等候 %1 人</translation>
    </message>
</context>
<context>
    <name>SampleSheet</name>
    <message>
        <source>Sample: %1</source>
        <translation>样例：%1</translation>
    </message>
    <message>
        <source>Next sample</source>
        <translation>下一个样例</translation>
    </message>
    <message>
        <source>I have seen it</source>
        <translation>看好了</translation>
    </message>
</context>
<context>
    <name>ScrollArea</name>
    <message>
        <source>More</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Back to the top</source>
        <translation>回到顶部</translation>
    </message>
</context>
<context>
    <name>SearchButton</name>
    <message>
        <source>Find by name or first letters</source>
        <translation>找事项：输入拼音首字母</translation>
    </message>
</context>
<context>
    <name>ServiceFacts</name>
    <message>
        <source>About %1 min at the counter</source>
        <translation>窗口办理约 %1 分钟</translation>
    </message>
    <message>
        <source>Result within %1 working days</source>
        <translation>%1 个工作日内办结</translation>
    </message>
    <message>
        <source>Done on the spot</source>
        <translation>当场办结</translation>
    </message>
    <message>
        <source>Also available online</source>
        <translation>也可网上办理</translation>
    </message>
    <message>
        <source>Also nearer to your home</source>
        <translation>可就近办理</translation>
    </message>
</context>
<context>
    <name>ServicesPage</name>
    <message>
        <source>One errand · services: %1</source>
        <translation>一件事 · %1 项业务</translation>
    </message>
</context>
<context>
    <name>SignaturePad</name>
    <message>
        <source>Box for the signature</source>
        <translation>签名框</translation>
    </message>
    <message>
        <source>Sign here</source>
        <translation>在此签名</translation>
    </message>
</context>
<context>
    <name>SiteList</name>
    <message>
        <source>Perhaps nearer to you</source>
        <translation>也可就近办理</translation>
    </message>
    <message>
        <source>Telephone: %1</source>
        <translation>电话：%1</translation>
    </message>
</context>
<context>
    <name>SlipActs</name>
    <message>
        <source>Print the slip again</source>
        <translation>重新打印号票</translation>
    </message>
    <message>
        <source>Print my slip now</source>
        <translation>现在打印号票</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留号码</translation>
    </message>
    <message>
        <source>Give it back</source>
        <translation>取消号码</translation>
    </message>
    <message>
        <source>Noted, keep my number</source>
        <translation>已记下，保留号码</translation>
    </message>
    <message>
        <source>Give the number back</source>
        <translation>取消号码</translation>
    </message>
    <message>
        <source>Done (%1)</source>
        <translation>完成（%1）</translation>
    </message>
</context>
<context>
    <name>SlipPage</name>
    <message>
        <source>The way</source>
        <translation>怎么走</translation>
    </message>
    <message>
        <source>Where is it?</source>
        <translation>在哪里？看平面图</translation>
    </message>
</context>
<context>
    <name>SlipTruth</name>
    <message>
        <source>Your slip is being printed…</source>
        <translation>正在打印号票…</translation>
    </message>
    <message>
        <source>Please take your slip. An earlier slip may still come out: it is the same number.</source>
        <translation>请取走号票。先前的一张可能随后出来，是同一个号。</translation>
    </message>
    <message>
        <source>Please take your slip</source>
        <translation>请取走号票</translation>
    </message>
    <message>
        <source>Your slip should be printed. If none comes out, photograph or remember the number.</source>
        <translation>号票应已打印，请取走。如没有出票，请拍照或记住号码。</translation>
    </message>
    <message>
        <source>No slip was printed. The printer is ready now.</source>
        <translation>号票还没有打印，打印机已恢复。</translation>
    </message>
    <message>
        <source>%1. No slip was printed: photograph or remember the number.</source>
        <translation>%1。号票没有打印，请拍照或记住号码。</translation>
    </message>
    <message>
        <source>No slip was printed. Please photograph or remember the number.</source>
        <translation>号票没有打印出来，请拍照或记住号码。</translation>
    </message>
    <message>
        <source>Is your slip missing or incomplete? It can be printed again now.</source>
        <translation>没有拿到完整的号票？现在可以重新打印。</translation>
    </message>
    <message>
        <source>%1. Your slip may be incomplete: photograph or remember the number.</source>
        <translation>%1。号票可能不完整，请拍照或记住号码。</translation>
    </message>
    <message>
        <source>It is not certain that your slip was printed. Please photograph or remember the number.</source>
        <translation>不能确定号票是否打印完整，请拍照或记住号码。</translation>
    </message>
    <message>
        <source>There is no slip. Please photograph or remember the number.</source>
        <translation>没有号票，请拍照或记住号码。</translation>
    </message>
    <message>
        <source>The number is being given back…</source>
        <translation>正在取消号码…</translation>
    </message>
    <message>
        <source>The number was given back. Should a slip still come out, it is not valid.</source>
        <translation>号码已取消。之后如有号票打印出来，也是无效的。</translation>
    </message>
    <message>
        <source>The number was given back. It will not be called.</source>
        <translation>号码已取消，不会再叫号。</translation>
    </message>
    <message>
        <source>Your number is kept. Please wait until it is called.</source>
        <translation>号码已保留，请等候叫号。</translation>
    </message>
    <message>
        <source>This is your number. Please photograph or remember it.</source>
        <translation>这是您的号码，请拍照或记下。</translation>
    </message>
</context>
<context>
    <name>StaffLayer</name>
    <message>
        <source>For staff</source>
        <translation>工作人员专用</translation>
    </message>
    <message>
        <source>Closes in %1 s</source>
        <translation>%1 秒后关闭</translation>
    </message>
    <message>
        <source>Back to service</source>
        <translation>返回服务</translation>
    </message>
</context>
<context>
    <name>StaffPage</name>
    <message>
        <source>This kiosk has no printer</source>
        <translation>本机未配打印机</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>正在打印…</translation>
    </message>
    <message>
        <source>Print a test slip</source>
        <translation>打印测试票</translation>
    </message>
    <message>
        <source>Start the program again</source>
        <translation>重新启动程序</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>退出全屏</translation>
    </message>
    <message>
        <source>Full screen again</source>
        <translation>恢复全屏</translation>
    </message>
    <message>
        <source>Close the kiosk program</source>
        <translation>关闭取号机程序</translation>
    </message>
</context>
<context>
    <name>StaffPinPage</name>
    <message>
        <source>No PIN is set</source>
        <translation>尚未设置口令</translation>
    </message>
    <message>
        <source>The PIN cannot be checked now</source>
        <translation>暂时无法核对口令</translation>
    </message>
    <message>
        <source>IT staff set it with the command: jiaohao kiosks pin</source>
        <translation>请信息人员运行命令设置：jiaohao kiosks pin</translation>
    </message>
    <message>
        <source>The hall&apos;s database cannot be reached.</source>
        <translation>无法连接大厅数据库。</translation>
    </message>
    <message>
        <source>Please type the PIN</source>
        <translation>请输入口令</translation>
    </message>
    <message>
        <source>Digits typed: %1</source>
        <translation>已输入 %1 位</translation>
    </message>
    <message>
        <source>Please wait: %1 s</source>
        <translation>请等待 %1 秒</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在核对…</translation>
    </message>
    <message>
        <source>That is not the PIN. Please try again.</source>
        <translation>口令不正确，请重新输入。</translation>
    </message>
    <message>
        <source>6 to 12 digits</source>
        <translation>6 至 12 位数字</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>Waiting to be called</source>
        <translation>等候叫号</translation>
    </message>
    <message>
        <source>Comes next</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Called to window %1</source>
        <translation>请到 %1 窗口</translation>
    </message>
    <message>
        <source>Being served at window %1</source>
        <translation>%1 窗口办理中</translation>
    </message>
    <message>
        <source>Window %1 waits for you</source>
        <translation>%1 窗口等您回来</translation>
    </message>
    <message>
        <source>Called, but nobody came</source>
        <translation>已过号</translation>
    </message>
    <message>
        <source>Passed on to the next stop</source>
        <translation>已转到下一环节</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>No longer valid</source>
        <translation>已失效</translation>
    </message>
    <message>
        <source>Accepted: being worked on</source>
        <translation>已受理，正在办理</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>Advice given</source>
        <translation>已咨询</translation>
    </message>
    <message>
        <source>To be corrected or completed</source>
        <translation>需要补正</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>未办</translation>
    </message>
    <message>
        <source>Floor %1</source>
        <translation>%1 楼</translation>
    </message>
    <message>
        <source>Window %1</source>
        <translation>%1 窗口</translation>
    </message>
    <message>
        <source>Windows %1</source>
        <translation>%1 窗口</translation>
    </message>
</context>
<context>
    <name>StillOpenPage</name>
    <message>
        <source>You already have number %1: %2</source>
        <translation>您在“%2”队列已有号 %1</translation>
    </message>
    <message>
        <source>It is still valid, so you need no new one.</source>
        <translation>该号仍然有效，不用重新取号。</translation>
    </message>
    <message>
        <source>If the slip is lost, have it printed again here.</source>
        <translation>号票丢了可以在这里补打</translation>
    </message>
    <message>
        <source>Checking the printer…</source>
        <translation>正在检查打印机…</translation>
    </message>
    <message>
        <source>Print the slip again</source>
        <translation>补打号票</translation>
    </message>
    <message>
        <source>Show it on the screen</source>
        <translation>在屏幕上显示</translation>
    </message>
</context>
<context>
    <name>TakeButton</name>
    <message>
        <source>Book a time on another day</source>
        <translation>预约改天来办</translation>
    </message>
    <message>
        <source>Checking the printer…</source>
        <translation>正在检查打印机…</translation>
    </message>
    <message>
        <source>Taking your number…</source>
        <translation>正在取号…</translation>
    </message>
    <message>
        <source>Take a number</source>
        <translation>取号</translation>
    </message>
    <message>
        <source>Not available today</source>
        <translation>今天不办理</translation>
    </message>
</context>
<context>
    <name>TakePage</name>
    <message>
        <source>What do you need a number for?</source>
        <translation>请选择您要办理的业务</translation>
    </message>
    <message>
        <source>What would you like to book a time for?</source>
        <translation>您想预约办什么？</translation>
    </message>
    <message>
        <source>Popular</source>
        <translation>热门事项</translation>
    </message>
    <message>
        <source>Taken lately</source>
        <translation>近期常办</translation>
    </message>
</context>
<context>
    <name>TextPad</name>
    <message>
        <source>Type pinyin, then touch the character</source>
        <translation>输入拼音，再点选汉字</translation>
    </message>
    <message>
        <source>Pinyin</source>
        <translation>拼音</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>字母</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
</context>
<context>
    <name>TypedAnswer</name>
    <message>
        <source>no end</source>
        <translation>长期</translation>
    </message>
    <message>
        <source>Year %1, month %2</source>
        <translation>%1 年 %2 月</translation>
    </message>
    <message>
        <source>Year %1, month %2, day %3</source>
        <translation>%1 年 %2 月 %3 日</translation>
    </message>
</context>
<context>
    <name>TypedLetters</name>
    <message>
        <source>Name, or first letters</source>
        <translation>拼音首字母、名称</translation>
    </message>
</context>
<context>
    <name>WayList</name>
    <message>
        <source>By life event</source>
        <translation>按人生阶段</translation>
    </message>
    <message>
        <source>By zone</source>
        <translation>按区域</translation>
    </message>
    <message>
        <source>By department</source>
        <translation>按部门</translation>
    </message>
    <message>
        <source>One errand, several services</source>
        <translation>一件事一次办</translation>
    </message>
</context>
<context>
    <name>WhereButton</name>
    <message>
        <source>Where is it?</source>
        <translation>在哪里？看平面图</translation>
    </message>
</context>
<context>
    <name>WishButton</name>
    <message>
        <source>On</source>
        <translation>已开</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>已关</translation>
    </message>
</context>
<context>
    <name>WrittenWords</name>
    <message>
        <source>%1 more characters</source>
        <translation>还可输入 %1 个字</translation>
    </message>
</context>
<context>
    <name>ZonesPage</name>
    <message>
        <source>Choose a zone</source>
        <translation>请选择区域</translation>
    </message>
    <message>
        <source>Services: %1</source>
        <translation>%1 项业务</translation>
    </message>
</context>
</TS>
