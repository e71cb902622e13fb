"""What stands beside each setting in the file, for the person who opens it in an editor."""

from __future__ import annotations

from common.domain.text import Text
from common.machine.settings import Role

ABOUT_FILE = Text(
    zh="本机的叫号设置。由 `sudo jiaohao setup` 写入；改后重启本机的程序生效。",
    en="What Jiaohao does on this PC. `sudo jiaohao setup` writes it; a program reads it when it\n"
    "starts.",
)
ABOUT_ROLE = {
    Role.ALL_IN_ONE: Text(zh="本机：一机全包。", en="This PC is a hall of its own."),
    Role.SERVER: Text(zh="本机：服务器。", en="This PC is the hall's server."),
    Role.KIOSK: Text(zh="本机：取号机。", en="This PC is a kiosk."),
    Role.COUNTER: Text(zh="本机：窗口。", en="This PC is at a counter."),
    Role.DISPLAY: Text(zh="本机：显示屏。", en="This PC drives a board."),
}
ABOUT_SECTION = {
    "kiosk": Text(zh="取号机（jiaohao kiosk）", en="The kiosk (jiaohao kiosk)"),
    "counter": Text(zh="窗口（jiaohao counter）", en="The counter (jiaohao counter)"),
    "display": Text(zh="显示屏（jiaohao display）", en="The board (jiaohao display)"),
    "server": Text(zh="服务器（jiaohao setup）", en="The server (jiaohao setup)"),
    "backup": Text(zh="备份（jiaohao backup）", en="Backups (jiaohao backup)"),
}
_PRINTER = Text(
    zh="小票打印机地址，`jiaohao printers` 可查找；空为没有。",
    en="The slip printer's address, as `jiaohao printers` finds it; empty: none.",
)
_PROFILE = Text(
    zh="打印机型号，`jiaohao printers profiles` 列出全部。",
    en="Its profile; `jiaohao printers profiles` lists them.",
)
_SCANNER = Text(
    zh="扫码器，`jiaohao devices` 可查找；可有多个。",
    en="Scanners of codes, as `jiaohao devices` finds them.",
)
_SCREEN = Text(
    zh="多块屏幕时用哪块：名称（HDMI-1）或从 1 起的序号。",
    en="Of several screens: its name (HDMI-1), or its number from 1 on.",
)
_FORMS = Text(zh="自备表单的文件夹；空为内置表单。", en="A folder of forms of your own.")
ABOUT_KEY = {
    "role": Text(
        zh="本机用途：all-in-one（一机全包）、server（服务器）、kiosk（取号机）、\n"
        "counter（窗口）、display（显示屏）。",
        en="What this PC is: all-in-one, server, kiosk, counter or display.",
    ),
    "language": Text(zh="语言：zh 或 en。", en="The language to begin with: zh or en."),
    "database": Text(
        zh="大厅数据库：文件路径，或 postgresql://用户@主机/库名。密码不写在这里。",
        en="The hall's database: a file, or postgresql://USER@HOST/NAME. No password here.",
    ),
    "password_file": Text(
        zh="存放数据库密码的文件（第一行）；空为不需要。",
        en="The file whose first line is the database's password; empty: none is needed.",
    ),
    "autostart": Text(
        zh="开机自动启动的程序：kiosk、counter、display 中的几个。",
        en="What starts by itself: some of kiosk, counter and display.",
    ),
    "kiosk.name": Text(
        zh="本取号机的编号，与大厅文件的平面图一致。",
        en="This kiosk's code, as on the floor plan of the hall file.",
    ),
    "kiosk.printer": _PRINTER,
    "kiosk.printer_profile": _PROFILE,
    "kiosk.scanner": _SCANNER,
    "kiosk.id_reader": Text(
        zh="身份证阅读器，`jiaohao devices` 可查找。",
        en="Readers of identity cards, as `jiaohao devices` finds them.",
    ),
    "kiosk.pictures": Text(
        zh="无人时播放图片的文件夹；空则用大厅文件指定的。",
        en="Pictures to show while nobody is there; empty: the hall file's folder.",
    ),
    "kiosk.screen": _SCREEN,
    "kiosk.no_cursor": Text(
        zh="不显示鼠标指针；用鼠标操作时设为 false。",
        en="Draw no pointer; false where people use a mouse.",
    ),
    "kiosk.forms": _FORMS,
    "counter.counter": Text(
        zh="窗口编号，如 A01；空则用上次登录的窗口。",
        en="The counter's number, such as A01; empty: the last one signed in at here.",
    ),
    "counter.silent": Text(zh="来人时不响提示音。", en="No tone when somebody comes."),
    "counter.printer": _PRINTER,
    "counter.printer_profile": _PROFILE,
    "counter.scanner": _SCANNER,
    "counter.form_key": Text(
        zh="打开市民表单的密钥文件；空则在用户配置目录中查找。",
        en="The key that opens filled forms; empty: in this user's settings.",
    ),
    "counter.forms": _FORMS,
    "counter.form_printer": Text(
        zh="打印 A4 表单的系统打印机；空为默认打印机。",
        en="The system's printer for forms on A4; empty: its default one.",
    ),
    "display.zone": Text(
        zh="只显示一个区，如 F；空为全厅。",
        en="The board of one zone, such as F; empty: of the whole hall.",
    ),
    "display.screen": _SCREEN,
    "display.silent": Text(zh="不响提示音。", en="No chime."),
    "server.network": Text(
        zh="`jiaohao setup` 允许连接的网段，多个用逗号分开。修改后请重新运行它。",
        en="The networks that `jiaohao setup` lets in, with commas; run it again after a change.",
    ),
    "backup.folder": Text(zh="备份存放的文件夹。", en="Where backups go."),
    "backup.at": Text(zh="每天备份的时刻（本机时间）。", en="When, each day, by this PC's clock."),
    "backup.keep_days": Text(zh="备份保留天数。", en="Backups are kept for so many days."),
    "backup.second_folder": Text(
        zh="另一块磁盘或已挂载的共享，每份备份再存一份；空为没有。",
        en="Another disk or mounted share that gets a copy of each backup; empty: none.",
    ),
}
