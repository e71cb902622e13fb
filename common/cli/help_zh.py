"""The words of `--help` in Chinese, by the English ones that stand at each verb and option."""

from __future__ import annotations

CHINESE = {
    "Jiaohao (叫号): the software of a public service hall.": "叫号：政务大厅排队叫号软件。",
    # Shared by many verbs
    "The hall's database: a file path, sqlite:///PATH or postgresql://USER@HOST/NAME.": (
        "大厅数据库：文件路径、sqlite:///路径 或 postgresql://用户@主机/库名。"
    ),
    "Answer with one JSON object.": "输出一个 JSON 对象。",
    "Your id of this act: repeating it repeats nothing.": "本次操作的标识：重复执行不会重复生效。",
    "Who of the staff does this; kept in the record.": "操作人员账号，写入记录。",
    "Whose act this is; kept in the record.": "操作人员账号，写入记录。",
    "The supervisor who agrees to it.": "批准的主管账号。",
    "Why the supervisor agrees; kept.": "批准原因，写入记录。",
    "Why; kept in the record.": "原因，写入记录。",
    "For the colleagues; kept.": "给同事的留言，写入记录。",
    "ID or telephone number, of which only a keyed hash is kept; - reads it from standard input.": (
        "证件号或手机号，只保存带密钥的散列值；- 表示从标准输入读取。"
    ),
    "ID or telephone number; - reads it from standard input. Never stored.": (
        "证件号或手机号，不会保存；- 表示从标准输入读取。"
    ),
    "Chinese or English.": "中文或英文。",
    "The printer's profile.": "打印机型号配置。",
    "A hall file of your own.": "自己的大厅文件。",
    "For example F01.": "例如 F01。",
    "For example FA.": "例如 FA。",
    "For example FA006.": "例如 FA006。",
    "For example FA002.": "例如 FA002。",
    "For example a01.": "例如 a01。",
    "For example 09:30.": "例如 09:30。",
    "For example 2026-11-24.": "例如 2026-11-24。",
    # The hall
    "Create the database of a hall.": "创建大厅的数据库。",
    "The demonstration hall.": "演示大厅。",
    "The demonstration hall opens only at its hours.": "演示大厅只按时间表开放。",
    "Change the hall to what a hall file says.\n\n"
    "Shows how the file differs from the database and applies it in one transaction.": (
        "按大厅文件修改大厅。\n\n列出文件与数据库的不同，并在一个事务中应用。"
    ),
    "The hall file.": "大厅文件。",
    "Show the difference and change nothing.": "只列出不同，不作更改。",
    "Bring an older database to this version.\n\n"
    "On a PC that keeps the hall's data a backup is made before.": (
        "把旧数据库升级到当前版本。\n\n在保存大厅数据的电脑上，升级前先备份。"
    ),
    "Make no backup before the upgrade.": "升级前不备份。",
    # Backups
    "Back up the hall while it is in use, and prove the copy.\n\n"
    "The private key that opens filled forms is not in it: keep a copy of its file apart.": (
        "在使用中备份大厅，并校验副本。\n\n备份不含打开市民表单的私钥，请另行保存该文件。"
    ),
    "The folder of backups (default: the settings).": "备份文件夹（默认按本机设置）。",
    "A folder elsewhere for one more copy.": "另存一份的文件夹。",
    "Delete older backups of this hall, but never its newest good one.": (
        "删除本大厅更早的备份，但始终保留最新的有效备份。"
    ),
    "The backups that there are, the newest first.": "列出现有备份，最新的在前。",
    "A backup, or latest for the newest good one.": "备份文件；latest 表示最新的有效备份。",
    "Another place than this hall's, to look into it there.": "恢复到别处，以便查看。",
    "Also beneath programs that run, and when the record of the backup is broken.": (
        "有程序在运行，或备份中的记录链断裂时，仍然恢复。"
    ),
    "Give up what is there now, without a backup of it.": "不备份现有数据，直接放弃。",
    "Bring the hall back to what a backup holds: all of it or nothing.\n\n"
    "What is there now is backed up first. A backup of an older version is upgraded.": (
        "把大厅恢复为备份的内容：全部恢复，或不作任何更改。\n\n"
        "先备份现有数据。旧版本的备份会自动升级。"
    ),
    "Expire what past days left behind, and erase filled forms whose time is over.\n\n"
    "A person who is being served is never touched.": (
        "使往日遗留的环节失效，并删除到期的表单。\n\n正在办理的人不受影响。"
    ),
    "Examine this installation and say what to do about each fault.": (
        "检查本机安装，并说明每个问题的处理办法。"
    ),
    "Examine this printer too.": "同时检查此打印机。",
    "Give a front end's database user its rights, and no others (PostgreSQL).\n\n"
    "Run it as the owner of the database, and again after an upgrade.": (
        "授予前端数据库用户最小权限（PostgreSQL）。\n\n请以数据库所有者身份运行；升级后须再次运行。"
    ),
    "display, kiosk, counter, administrator or all.": (
        "display 显示屏、kiosk 取号机、counter 窗口、administrator 管理员、all 全部。"
    ),
    "The database user (default: jiaohao_ROLE).": "数据库用户名（默认 jiaohao_角色）。",
    "The user's password; - asks for it, or reads standard input. "
    "Without it none is set or changed.": (
        "该用户的密码；- 表示现在输入或从标准输入读取。不给出则不设置、不更改。"
    ),
    # The line
    "Take a number.": "取号。",
    "Service codes, or one bundle.": "事项编号，或一个“一件事”。",
    "The priority class.": "优先类别。",
    "Call the next number to a counter, or a chosen one.": "叫下一个号到窗口，或指呼一个号。",
    "A chosen number.": "指呼的号码。",
    "Call the number at a counter once more.": "重呼窗口当前的号。",
    "The person has come: service begins.": "人已到，开始办理。",
    "The person did not come.": "人未到，过号。",
    "Service is over, with an outcome and a case count.": "办理完毕，记录结果和件数。",
    "consulted, accepted, completed, ...": (
        "结果：咨询、受理、办结等，也可写 consulted、accepted、completed。"
    ),
    "How many cases.": "件数。",
    "Service pauses; the counter is free for others.": "挂起，窗口可接待其他人。",
    "papers_left, papers_taken or other_step: see the guide.": (
        "papers_left 材料留窗、papers_taken 本人带走、other_step 等其他环节。"
    ),
    "Send the person on; the seniority of the errand is kept.": "转号，保留原有排队资历。",
    "Where the person goes.": "转到的队列或窗口。",
    "Ask an expert: the person comes back here.": "咨询后回到本窗口。",
    "Take a held person back.": "回呼挂起的号。",
    "Go on at this free counter at once.": "立即在这个空闲窗口继续办理。",
    "Let a missed number wait again.": "复号，重新等候。",
    "End a number before it was served.": "取消一个尚未办理的号。",
    # Appointments
    "Appointments: places booked ahead (预约).": "预约。",
    "The half hours that can be booked, and how many places are left.": "可预约的时段和余号。",
    "One day only.": "只看这一天。",
    "Book a place in a half hour.": "预约一个时段。",
    "Only the last four digits are kept.": "电话，只保存后四位。",
    "Where it was booked.": "预约渠道。",
    "The channel's own number.": "渠道自己的预约编号。",
    "Give a place back.": "取消预约。",
    "The appointment's code.": "预约码。",
    "The person has come: give the number.": "人已到，签到取号。",
    "Appointments of a day or of several.": "列出一天或几天的预约。",
    "The first day; today unless given.": "第一天，默认今天。",
    "The last day; the first unless given.": "最后一天，默认同第一天。",
    "The last four digits.": "电话后四位。",
    "One appointment.": "只看这个预约码。",
    "Count those as not come whose time to check in is over.": "把逾期未签到的预约记为未到。",
    "Take the appointments of an outside channel; again and again, without doubles.": (
        "导入外部渠道的预约，可反复导入，不会重复。"
    ),
    "A CSV file; - is standard input.": "CSV 文件；- 表示标准输入。",
    "Who booked; keep the same name.": "渠道名称，每次须一致。",
    "One bad row keeps all others out.": "有一行错误就全部不导入。",
    "Write appointments to a CSV file for Excel: without days, those of the next two weeks.": (
        "导出预约为 Excel 可打开的 CSV 文件，默认今后两周。"
    ),
    "A CSV file; - is standard output.": "CSV 文件；- 表示标准输出。",
    "One channel only.": "只导出这个渠道。",
    # Who may take no numbers
    "A person may take no numbers for a time.": "限制某人在一段时间内取号。",
    "The last day, like 2026-12-31; else no end.": "最后一天，如 2026-12-31；默认无期限。",
    "A person may take numbers again; ID may also be the hash that the list shows.": (
        "解除取号限制，也可填名单中的散列值。"
    ),
    "Who may take no numbers now, each by a hash that tells nobody who it is.": (
        "当前限制取号的名单，只显示散列值。"
    ),
    # Counters
    "A counter serves nobody for a while.": "窗口暂停服务。",
    "lunch, meeting, equipment or other.": (
        "lunch 午休、meeting 开会、equipment 设备故障、other 其他。"
    ),
    "A paused counter serves again.": "窗口恢复服务。",
    "A counter takes another queue besides its own.": "窗口增开一个队列。",
    "A counter takes its own queues only again.": "窗口结束增开的队列。",
    "Put a waiting number before all others.": "把等候的号提到最前。",
    "What every counter does now, and what is wrong there.": "各窗口当前状态和异常。",
    # Looking
    "Show the version and exit.": "显示版本号。",
    "What the boards show now: newest call first.": "显示屏当前内容，最新呼叫在前。",
    "One zone only.": "只看这个区域。",
    "Who waits, queue by queue, in order.": "各队列的等候顺序。",
    "The whole story of a number.": "一个号的全部经过。",
    # Paper
    "A number's slip, and how slips will look.": "号票的内容和样子。",
    "Show how slips will look, with made-up numbers.\n\n"
    "Tells the bytes of a usual slip and of the longest one, and how long a serial line takes.": (
        "用示例数据预览号票。\n\n给出一般号票和最长号票的字节数，以及串口传送所需的时间。"
    ),
    "A hall file, before it is applied.": "尚未应用的大厅文件。",
    "Draw the longest slip of the hall.": "画出本大厅最长的号票。",
    "Show how another paper than a slip will look, with made-up facts.": (
        "用示例数据预览号票以外的单据。"
    ),
    "notice, receipt, checklist, form_code, opinion, appointment or day_end.": (
        "notice 一次性告知单、receipt 受理单、checklist 材料清单、form_code 填表码、"
        "opinion 意见回执、appointment 预约单、day_end 窗口日结单。"
    ),
    "Write the slip of a number to a file.\n\n"
    "As the printer gets it, byte for byte; a file that ends in .png shows how the paper looks.": (
        "把一个号的号票写入文件。\n\n内容与发给打印机的字节相同；扩展名为 .png 时画出纸上的样子。"
    ),
    "Bytes as sent; .png draws them.": "发送的字节；.png 则为图片。",
    "Find slip printers and test them.\n\n"
    "Alone it lists serial ports, USB printers and the system's queues, each with the address to\n"
    "copy. Only what certainly is a slip printer is asked how it is.": (
        "查找号票打印机并测试。\n\n"
        "不带子命令时列出串口、USB 打印机和系统打印队列，以及各自可复制的地址。"
        "只询问确定是号票打印机的设备。"
    ),
    "Ask on ports too where something else may be connected.": "也询问可能接着其他设备的端口。",
    "A network printer; may be repeated.": "网络打印机，可写多次。",
    "Search a private network: 192.168.1.0/24.": "搜索内网网段，例如 192.168.1.0/24。",
    "Print a test slip and say what became of it.\n\n"
    "The exit code is 0 when it was printed or, where a printer cannot tell, sent.": (
        "打印测试号票并说明结果。\n\n已打印，或打印机不能确认但已发送时，退出码为 0。"
    ),
    "As `jiaohao printers` lists it.": "`jiaohao printers` 列出的地址。",
    "Its profile, where it cannot tell.": "打印机型号；它自己说不出时使用。",
    "The printer models that are known, each with its profile's name.": (
        "已知的打印机型号及其代码。"
    ),
    "A virtual slip printer on a serial line (pty), a TCP port, or RFC 2217.": (
        "虚拟号票打印机，使用串口（pty）、TCP 端口或 RFC 2217。"
    ),
    "A TCP port; 0 picks one.": "TCP 端口，0 表示自动选择。",
    "A serial port over TCP; 0 picks one.": "经 TCP 的串口端口，0 表示自动选择。",
    "The serial line goes away with the power.": "断电时串口随之消失（USB）。",
    "Acknowledges jobs, GS r, DLE EOT only, or nothing.": "能确认什么：作业、GS r、DLE EOT 或无。",
    "Which Chinese characters it holds.": "自带的汉字字库。",
    "FS & must switch Chinese on.": "须用 FS & 打开汉字模式。",
    "It draws no QR codes.": "不能打印二维码。",
    "Slips are torn off.": "无切刀，手工撕纸。",
    "No status of itself (GS a).": "不自动报告状态（GS a）。",
    "Slips wait until they are taken.": "号票停在出口，直到取走。",
    "Paper on a new roll.": "新纸卷的长度（毫米）。",
    "mm/s.": "打印速度（毫米/秒）。",
    "Start hearing nothing.": "启动时没有响应。",
    "Start sending senseless bytes.": "启动时发送乱码。",
    "Pace of its line; 0 = none.": "线路速率；0 表示不限。",
    "How it holds the line.": "流控方式。",
    "Bytes it holds.": "缓冲区字节数。",
    "Holds the line while off line.": "脱机时占住线路。",
    "Replies that get lost.": "丢失的应答（%）。",
    "Before each reply.": "每次应答前的延迟（毫秒）。",
    "Replies with senseless bytes before.": "应答前夹带乱码（%）。",
    "Of chance.": "随机种子。",
    "Without a window.": "不开窗口。",
    "Paper that is left.": "剩余纸长（毫米）。",
    "Start with it open.": "启动时机盖打开。",
    "A fixed name for its serial line.": "串口的固定路径。",
    "Keep each slip here.": "每张号票存入此文件夹。",
    "Where its window stands.": "窗口的大小和位置。",
    # Simulation
    "Play days of a hall in seconds: what people would wait.\n\n"
    "Arrivals and service times come from a load model; all else are the hall's own rules, "
    "through\nthe verbs that kiosk and counters use.": (
        "几秒内模拟大厅的若干天，看群众要等多久。\n\n"
        "到达和办理时间来自负荷模型，其余全部按大厅自己的规则，与取号机和窗口所用相同。"
    ),
    "How large hall and crowd are.": "大厅和客流的规模。",
    "Days; several begin on a Monday.": "天数；多天时从周一开始。",
    "The same seed gives the same days.": "随机种子，相同则结果相同。",
    "People a day, instead of the level's.": "每天人数，代替规模中的人数。",
    "Who goes first.": "叫号策略。",
    "What people take whose errand leads to several counters.": "一事多窗的人如何取号。",
    "Every counter serves all queues of its zone.": "每个窗口办理本区域所有队列。",
    "What if one counter more were open here?": "此处多开一个窗口会怎样？",
    "What if these zones shared counters?": "这些区域共用窗口会怎样？",
    "A load model of your own.": "自己的负荷模型。",
    "A new file or an empty PostgreSQL database; else one that is thrown away.": (
        "新文件或空的 PostgreSQL 数据库；默认用后即弃。"
    ),
    "Write everything as JSON; - to the screen.": "全部结果写成 JSON；- 表示输出到屏幕。",
    "Draw a picture.": "画成图片。",
    "Compare the waits that slips tell with the true ones.": "比较号票所写等候时间与实际。",
    # Front ends
    "The citizens' kiosk.": "启动取号机。",
    "A clerk's counter.": "启动窗口端。",
    "A board on the hall's TV.": "启动大厅显示屏。",
    # Staff
    "Look after the people who work in the hall.": "管理大厅工作人员。",
    "Who works here, what they may do, and where they are signed in.": (
        "列出人员、职责和登录的窗口。"
    ),
    "Those who are retired too.": "包括已停用的。",
    "Add somebody. The password is good for the first sign-in, which asks for another.": (
        "新增人员。密码用于首次登录，登录时须改密码。"
    ),
    "In Chinese.": "中文姓名。",
    "In English (else the same).": "英文姓名（默认同中文）。",
    "clerk, guide, supervisor or administrator.": (
        "clerk 窗口人员、guide 引导员、supervisor 主管、administrator 管理员。"
    ),
    "Trained for these only: FA,FB (else all).": "只能办理这些队列：FA,FB（默认全部）。",
    "Read passwords from standard input, one a line.": "从标准输入读取密码，每行一个。",
    "Make a password for the first sign-in and show it.": "生成首次登录密码并显示。",
    "Change somebody's name, role or skills.": "修改姓名、角色或可办队列。",
    "Trained for every queue.": "可办理所有队列。",
    "Give somebody a password for one sign-in, which asks for another. Ends a lock-out too.": (
        "重置密码，下次登录须改密码；同时解除锁定。"
    ),
    "Change one's own password: the old one, then the new one.": (
        "修改自己的密码：先输原密码，再输新密码。"
    ),
    "Somebody leaves. What they did stays theirs, and nobody else gets their login.": (
        "停用人员。已有记录保留，账号不再给他人使用。"
    ),
    "Let somebody try again at once after too many wrong passwords.": (
        "解除因密码多次错误的锁定。"
    ),
    # Opinions
    "What people told the hall, and how they rated it.": "群众的评价、建议和投诉。",
    "Of so many days back.": "最近几天的。",
    "The 7 signs of the receipt.": "7 位回执号。",
    "What the person will read.": "群众将看到的答复。",
    "Answer what somebody told the hall; they read it at a kiosk with their receipt.": (
        "答复群众意见，本人可凭回执号在取号机查看。"
    ),
    # Kiosks
    "Today's calls for a helper at the kiosks, and how soon each was answered.": (
        "今天各取号机的帮办呼叫，以及多久得到响应。"
    ),
    "How every kiosk is, those that need help first.": "各取号机的状态，需要处理的在前。",
    "A kiosk was switched off on purpose: nobody needs to look for it.": (
        "取号机已有意停用，不再提示。"
    ),
    "Read the PIN from standard input.": "从标准输入读取口令。",
    "Make a PIN and show it.": "生成口令并显示。",
    "Take the PIN away: nobody opens a kiosk.": "取消口令：任何人都不能打开取号机管理页。",
    "Set the PIN with which staff open a kiosk: its printer, a new start, leaving full screen.\n\n"
    "Waits for wrong PINs end too.": (
        "设置工作人员打开取号机管理页的口令（打印机、重新启动、退出全屏）。\n\n"
        "因口令错误而等待的取号机同时解除等待。"
    ),
    "For example kiosk-1.": "例如 kiosk-1。",
    # Readers
    "Find code scanners and identity-card readers.\n\n"
    "Alone it lists serial ports and what is probably on them, and sends no byte to any.": (
        "查找扫码器和身份证阅读器。\n\n单独使用时列出串口及可能接的设备，不向任何端口发送数据。"
    ),
    "Ask on every port whether a card reader is there.": "询问每个端口是否接有身份证阅读器。",
    "Wait for one card or code and say, masked, what was read.\n\n"
    "The exit code is 1 when nothing was.": (
        "等待一张证件或一个码，脱敏显示读到的内容。\n\n没有读到时退出码为 1。"
    ),
    "As `jiaohao devices` lists it.": "写 `jiaohao devices` 列出的地址。",
    "How long it waits.": "等待的秒数。",
    "A virtual identity-card reader with cards of invented persons.\n\n"
    "Each line of its standard input places or removes a card or switches a fault.": (
        "虚拟身份证阅读器，证件均为虚构。\n\n标准输入的每一行放卡、取卡或切换故障。"
    ),
    "This card lies on it: 1, 2, … or a name.": "启动时放上的证件：1、2…… 或姓名。",
    "Seconds before answers.": "每次应答前等待的秒数。",
    "Before each answer.": "每次应答前的杂乱字节数。",
    "Damaged answers.": "校验错误的应答占比。",
    "No card can be verified.": "所有证件验证失败。",
    "Its security module refuses everything.": "安全模块未授权。",
    "Cards are lifted before they are read.": "证件过早拿起。",
    "It finds a card again that it has read.": "读过的证件会再次寻到。",
    "A virtual code scanner: it scans what is named, then each line of its standard input.": (
        "虚拟扫码器：先扫参数中的码，再扫标准输入的每一行。"
    ),
    "What it scans.": "要扫的码。",
    "Seconds before each code.": "每个码之前等待的秒数。",
    "What it sends behind a code.": "码后发送的结束符。",
    "How it sends Chinese.": "汉字编码。",
    # Forms
    "The forms that citizens fill in at a kiosk.": "群众在取号机上填写的表单。",
    "A folder of forms of your own.": "自己的表单文件夹。",
    "What a form asks, page by page: * is needed, ? is needed in some cases.": (
        "逐页列出表单的字段：* 必填，? 有条件必填。"
    ),
    "Check a folder of forms; each fault is told with its file, its line and what to do.": (
        "检查表单文件夹；每处错误都给出文件、行号和改法。"
    ),
    "The folder of forms.": "表单文件夹。",
    "Whether this hall has their services.": "核对这个大厅是否有相应事项。",
    "Make the key with which filled forms are opened, or see whether this PC has it.\n\n"
    "Every counter's PC gets a copy of the file; kiosks need none and must have none.": (
        "生成打开表单的密钥，或查看本机是否有密钥。\n\n"
        "每台窗口电脑复制一份密钥文件；取号机不需要，也不得存放。"
    ),
    "kiosk or display.": "kiosk 或 display。",
    "Upgrade the hall's data where this PC keeps it, and start what starts by itself.\n\n"
    "It goes on after a fault and ends with 1: the program is installed all the same.": (
        "保存大厅数据的电脑升级数据，并启动应自动启动的程序。\n\n"
        "出错时继续，以 1 结束：程序仍已安装。"
    ),
    "Let nothing start by itself any more.": "取消所有自动启动。",
    "Words on the screen while a front end is away.": "前端不在时屏幕上的提示。",
    "The file with the private key (else JIAOHAO_FORM_KEY, else this user's settings).": (
        "私钥文件（默认 JIAOHAO_FORM_KEY，其次为用户配置目录）。"
    ),
    "Make another key, which seals from now on.": "更换密钥，此后用新密钥加密。",
    "Make another although the one in use is lost for good.": "现用密钥确已丢失，另行生成。",
    "Which filled forms the hall keeps, and until when. Nothing in them is read.": (
        "列出保存的表单和保存期限，不读取内容。"
    ),
    "Read a filled form, masked as others may see it; who did is kept in the record.": (
        "脱敏查看填好的表单，查看人写入记录。"
    ),
    "Write all answers of a form to a JSON file, unmasked; for administrators, and recorded.": (
        "把表单全部内容不脱敏写入 JSON 文件，限管理员，写入记录。"
    ),
    "Where to, for example a.json.": "写到哪个文件，例如 a.json。",
    "Over a file that is there.": "覆盖已有文件。",
    "The six characters of the slip: 7K4MQX.": "纸条上的六位码，例如 7K4MQX。",
    "Unmasked; for administrators, and kept in the record.": "不脱敏，限管理员，写入记录。",
    "Erase filled forms whose time is over, or one at once because its person wants it.": (
        "删除到期的表单，或应当事人要求立即删除一份。"
    ),
    "The form that its person wants erased now.": "当事人要求立即删除的表单。",
    # Papers of a counter
    "Notices, receipts, checklists, figures, slips.": (
        "告知单、受理单、材料清单、日结单、补打号票。"
    ),
    "The printer to print it on.": "用这台打印机打印。",
    "The counter that gives it.": "出具的窗口。",
    "Tell a person everything that is missing, once and in writing (一次性告知).": (
        "一次性告知：书面列明全部缺少的材料。"
    ),
    "Materials that are missing: id,hk.": "缺少的材料编码：id,hk。",
    "What else is to be said.": "其他说明。",
    "Why it is needed again; kept.": "再次告知的原因，写入记录。",
    "Only look at it: nothing is recorded.": "只预览，不写入记录。",
    "Confirm what was accepted, and the day by which it will be done (受理单).": (
        "出具受理单，写明承诺办结日期。"
    ),
    "What to bring for services, without a number.": "打印事项的材料清单，不取号。",
    "What a counter did on one day; with --clerk, what one of the staff did there.": (
        "窗口当日统计；用 --clerk 只统计某一人员。"
    ),
    "For example 2026-11-24; else today.": "例如 2026-11-24，默认今天。",
    "Print the slip of an open number again; it carries the word Reprint (补打).": (
        "补打未结束号码的号票，标注“补打”。"
    ),
    # Services
    "Find services and bundles, as citizens do at the kiosk.": (
        "查找事项和一件事，与群众在取号机上查找相同。"
    ),
    "Name, everyday words, pinyin, initials or code.": "名称、俗称、拼音、首字母或编码。",
    "Show the guide of this one.": "显示该事项的办事指南。",
    "At most so many are found.": "最多列出多少个。",
    # Practice
    "The halls that people practise in on this PC.": "本机的练习大厅。",
    "Forget everything that was done in practice. No real hall is touched.": (
        "清空全部练习数据，不影响真实大厅。"
    ),
    # Setting a PC up
    "Set this PC up: what it is, its database, its printer.\n\n"
    "Asks in the terminal, or takes all from options with --yes. Nothing is changed before the\n"
    "summary is confirmed, and it may be run again at any time.": (
        "设置本机：用途、数据库、打印机。\n\n"
        "在终端中逐项提问；加 --yes 则全部取自选项。确认汇总之前不作任何更改，可随时重新运行。"
    ),
    "What this PC is: all-in-one, server, kiosk, counter or display.": (
        "本机用途：all-in-one、server、kiosk、counter、display。"
    ),
    "Its language to begin with.": "本机的初始语言。",
    "postgresql://USER@HOST/NAME without a password, or embedded (all-in-one).": (
        "postgresql://用户@主机/库名，不含密码；一机全包可用 embedded（内置）。"
    ),
    "The first line is the password of the database's user.": "第一行是数据库用户的密码。",
    "It is the first line of standard input.": "密码是标准输入的第一行。",
    "The server's certificate (PEM): only that server is spoken to, over TLS.": (
        "服务器证书（PEM）：只与该服务器加密连接。"
    ),
    "Server: the PCs it lets in: 192.168.1.0/24.": "服务器：允许连接的网段，如 192.168.1.0/24。",
    "This kiosk's code in the hall file.": "本取号机在大厅文件中的编号。",
    "This PC's counter.": "本机的窗口。",
    "Its slip printer, as `jiaohao printers` finds it; or none.": (
        "小票打印机地址，`jiaohao printers` 可查找；没有则为 none。"
    ),
    "A scanner of codes; may be repeated.": "扫码器，可重复。",
    "A reader of identity cards; may be repeated.": "身份证阅读器，可重复。",
    "Of several screens, the one of the kiosk or board: its name or number.": (
        "多块屏幕时取号机或显示屏所用的一块：名称或序号。"
    ),
    "All-in-one: the screen of the board.": "一机全包：显示屏所用的屏幕。",
    "All-in-one: what starts by itself: kiosk,counter,display, some of them, or none.": (
        "一机全包：自动启动的程序 kiosk,counter,display 中的几个，或 none。"
    ),
    "A user of this PC who runs the counter; may be repeated.": (
        "使用窗口程序的本机用户，可重复。"
    ),
    "The key that opens filled forms; each desktop user gets a copy.": (
        "打开市民表单的密钥，每个桌面用户得到一份。"
    ),
    "Settings that `jiaohao setup export` wrote on another PC.": (
        "另一台电脑用 `jiaohao setup export` 写出的设置。"
    ),
    "Ask nothing: options, and else the present settings.": "不提问：用选项，其余用现有设置。",
    "Do not ask the server whether all is right.": "不连接服务器核对。",
    "Write the settings; start nothing.": "只写设置，不启动程序。",
    "In a window.": "在窗口中设置。",
    "Write this PC's settings for the next ones, without passwords and without its own name.\n\n"
    "There: sudo jiaohao setup --from FILE --counter F02 --password-file FILE --yes.": (
        "写出本机设置供其他电脑使用，不含密码和本机编号。\n\n"
        "在那里运行：sudo jiaohao setup --from 文件 --counter F02 --password-file 文件 --yes。"
    ),
    "The new file, for other PCs.": "新文件，供其他电脑使用。",
}
