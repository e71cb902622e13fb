<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>CountdownRing</name>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>还剩 %n 秒</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DatabasePage</name>
    <message>
        <source>The hall&apos;s data</source>
        <translation>大厅数据</translation>
    </message>
    <message>
        <source>PostgreSQL is set up on this PC for the whole hall.</source>
        <translation>在本机为全厅设置 PostgreSQL。</translation>
    </message>
    <message>
        <source>Where is the hall&apos;s data?</source>
        <translation>大厅数据在哪里？</translation>
    </message>
    <message>
        <source>Every PC of a hall shares one database.</source>
        <translation>全厅的电脑共用一个数据库。</translation>
    </message>
    <message>
        <source>On this PC</source>
        <translation>在本机</translation>
    </message>
    <message>
        <source>Nothing else is needed</source>
        <translation>无需其他设备</translation>
    </message>
    <message>
        <source>On a server</source>
        <translation>在服务器上</translation>
    </message>
    <message>
        <source>PostgreSQL on another PC</source>
        <translation>另一台电脑上的 PostgreSQL</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>正在连接…</translation>
    </message>
</context>
<context>
    <name>DeviceView</name>
    <message>
        <source>Virtual printer</source>
        <translation>虚拟打印机</translation>
    </message>
    <message>
        <source>POWER</source>
        <translation>电源</translation>
    </message>
    <message>
        <source>ERROR</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>PAPER</source>
        <translation>纸量</translation>
    </message>
</context>
<context>
    <name>HexLog</name>
    <message>
        <source>Bytes received and sent</source>
        <translation>收发的字节</translation>
    </message>
</context>
<context>
    <name>IdReaderView</name>
    <message>
        <source>Virtual identity-card reader</source>
        <translation>虚拟身份证阅读器</translation>
    </message>
    <message>
        <source>Place a card here</source>
        <translation>请将证件放在此处</translation>
    </message>
    <message>
        <source>Specimen: nobody has this card</source>
        <translation>样本：此证件为虚构</translation>
    </message>
    <message>
        <source>Hears nothing</source>
        <translation>毫无反应</translation>
    </message>
    <message>
        <source>Not authorised</source>
        <translation>未授权</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>已读取</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>尚未读取</translation>
    </message>
</context>
<context>
    <name>IdReaderWindow</name>
    <message>
        <source>Virtual identity-card reader</source>
        <translation>虚拟身份证阅读器</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>证件</translation>
    </message>
    <message>
        <source>Take the card off</source>
        <translation>取走证件</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>应答慢</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>杂讯</translation>
    </message>
    <message>
        <source>Wrong checks</source>
        <translation>校验错误</translation>
    </message>
    <message>
        <source>Cards not verified</source>
        <translation>验证失败</translation>
    </message>
    <message>
        <source>Lifted too early</source>
        <translation>过早拿起</translation>
    </message>
    <message>
        <source>Finds cards again</source>
        <translation>重复寻到</translation>
    </message>
    <message>
        <source>Not authorised</source>
        <translation>未授权</translation>
    </message>
    <message>
        <source>Hears nothing</source>
        <translation>毫无反应</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>线路</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) read</source>
        <translation>
            <numerusform>已读 %n 次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlacePage</name>
    <message>
        <source>Its place in the hall</source>
        <translation>在大厅中的位置</translation>
    </message>
    <message>
        <source>The names are those of the hall file and its floor plan.</source>
        <translation>编号与大厅文件及平面图一致。</translation>
    </message>
    <message>
        <source>This kiosk</source>
        <translation>本取号机</translation>
    </message>
    <message>
        <source>The counter (empty: chosen when signing in)</source>
        <translation>窗口（不填则登录时选择）</translation>
    </message>
    <message>
        <source>The board shows</source>
        <translation>显示屏显示</translation>
    </message>
    <message>
        <source>Users of this PC who run the counter</source>
        <translation>使用窗口程序的系统用户</translation>
    </message>
    <message>
        <source>They may use it from the next time they sign in to this PC.</source>
        <translation>下次登录本机后生效。</translation>
    </message>
    <message>
        <source>the whole hall</source>
        <translation>全厅</translation>
    </message>
</context>
<context>
    <name>PrinterKnobs</name>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>电源</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>走纸</translation>
    </message>
    <message>
        <source>Tear off</source>
        <translation>撕下</translation>
    </message>
    <message>
        <source>Take slip</source>
        <translation>取走</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>GB18030 font</source>
        <translation>GB18030 字库</translation>
    </message>
    <message>
        <source>GBK font</source>
        <translation>GBK 字库</translation>
    </message>
    <message>
        <source>no Chinese font</source>
        <translation>无中文字库</translation>
    </message>
    <message>
        <source>acknowledges jobs</source>
        <translation>逐单回执</translation>
    </message>
    <message>
        <source>answers GS r</source>
        <translation>应答 GS r</translation>
    </message>
    <message>
        <source>answers DLE EOT</source>
        <translation>仅应答 DLE EOT</translation>
    </message>
    <message>
        <source>answers nothing</source>
        <translation>不应答</translation>
    </message>
    <message>
        <source>%1 dots</source>
        <translation>%1 点</translation>
    </message>
    <message>
        <source>no QR</source>
        <translation>无二维码</translation>
    </message>
    <message>
        <source>no cutter</source>
        <translation>无切刀</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸</translation>
    </message>
    <message>
        <source>New roll</source>
        <translation>换新纸卷</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无纸</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>Cover open</source>
        <translation>机盖打开</translation>
    </message>
    <message>
        <source>Paper jam</source>
        <translation>卡纸</translation>
    </message>
    <message>
        <source>Cutter stuck</source>
        <translation>切刀卡住</translation>
    </message>
    <message>
        <source>Head too hot</source>
        <translation>打印头过热</translation>
    </message>
    <message>
        <source>Needs service</source>
        <translation>需要维修</translation>
    </message>
    <message>
        <source>Hears nothing</source>
        <translation>毫无反应</translation>
    </message>
    <message>
        <source>Babbles</source>
        <translation>乱发字节</translation>
    </message>
    <message>
        <source>Jam next cut</source>
        <translation>下次切纸卡刀</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>线路</translation>
    </message>
    <message>
        <source>Unpaced</source>
        <translation>不限速</translation>
    </message>
    <message>
        <source>No flow control</source>
        <translation>无流控</translation>
    </message>
    <message>
        <source>Baud rate</source>
        <translation>波特率</translation>
    </message>
    <message>
        <source>Flow control</source>
        <translation>流控</translation>
    </message>
    <message>
        <source>Holds the line while off line</source>
        <translation>脱机时也让主机等待</translation>
    </message>
    <message>
        <source>Lost replies</source>
        <translation>应答丢失</translation>
    </message>
    <message>
        <source>Late replies</source>
        <translation>应答延迟</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>杂讯</translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s)</source>
        <translation>
            <numerusform>%n 张</numerusform>
        </translation>
    </message>
    <message>
        <source>Head %1 °C</source>
        <translation>打印头 %1 °C</translation>
    </message>
    <message>
        <source>No paper</source>
        <translation>无纸</translation>
    </message>
    <message>
        <source>%1 cm of paper left</source>
        <translation>余纸 %1 厘米</translation>
    </message>
    <message>
        <source>%1 m of paper left</source>
        <translation>余纸 %1 米</translation>
    </message>
    <message>
        <source>%1 B lost</source>
        <translation>丢失 %1 字节</translation>
    </message>
    <message>
        <source>%1 B in buffer, host held</source>
        <translation>缓冲 %1 字节，主机等待</translation>
    </message>
    <message>
        <source>%1 B in buffer</source>
        <translation>缓冲 %1 字节</translation>
    </message>
</context>
<context>
    <name>PrinterPage</name>
    <message>
        <source>Its slip printer</source>
        <translation>小票打印机</translation>
    </message>
    <message>
        <source>A test slip shows whether address and model are right. It can be chosen later, too.</source>
        <translation>打印测试小票可核对地址和型号；也可以后再选。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>型号</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>Print a test slip</source>
        <translation>打印测试小票</translation>
    </message>
    <message>
        <source>Looking for printers…</source>
        <translation>正在查找打印机…</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>正在打印…</translation>
    </message>
    <message>
        <source>No printer: numbers are shown on the screen</source>
        <translation>没有打印机：号码显示在屏幕上</translation>
    </message>
    <message>
        <source>A serial port</source>
        <translation>串口</translation>
    </message>
</context>
<context>
    <name>PrinterWindow</name>
    <message>
        <source>Virtual printer</source>
        <translation>虚拟打印机</translation>
    </message>
</context>
<context>
    <name>RolePage</name>
    <message>
        <source>What is this PC?</source>
        <translation>本机用途</translation>
    </message>
    <message>
        <source>You can run this again at any time and change it.</source>
        <translation>以后可随时重新设置。</translation>
    </message>
</context>
<context>
    <name>SetupWindow</name>
    <message>
        <source>Set up this PC</source>
        <translation>设置本机</translation>
    </message>
    <message>
        <source>This PC</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>开始设置</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>SlipPile</name>
    <message>
        <source>Slips will lie here.</source>
        <translation>打印出的号票会放在这里。</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>This PC is set up</source>
        <translation>本机已设置好</translation>
    </message>
    <message>
        <source>You can close this window.</source>
        <translation>可以关闭本窗口。</translation>
    </message>
    <message>
        <source>All is ready</source>
        <translation>准备就绪</translation>
    </message>
    <message>
        <source>Nothing was changed so far. Now the administrator&apos;s password may be asked for.</source>
        <translation>到目前为止未作任何更改。接下来可能要求输入管理员密码。</translation>
    </message>
    <message>
        <source>Everything is in its place.</source>
        <translation>全部完成。</translation>
    </message>
    <message>
        <source>Setting up…</source>
        <translation>正在设置…</translation>
    </message>
</context>
<context>
    <name>ZoneBadge</name>
    <message>
        <source>Zone %1</source>
        <translation>%1区</translation>
    </message>
</context>
<context>
    <name>_HallBox</name>
    <message>
        <source>Which hall?</source>
        <translation>哪个大厅？</translation>
    </message>
    <message>
        <source>Demonstration hall</source>
        <translation>演示大厅</translation>
    </message>
    <message>
        <source>To try everything out</source>
        <translation>先试用</translation>
    </message>
    <message>
        <source>Choose the hall file</source>
        <translation>选择大厅文件</translation>
    </message>
    <message>
        <source>Your own hall</source>
        <translation>自己的大厅</translation>
    </message>
    <message>
        <source>PCs of this network are let in</source>
        <translation>允许此网段的电脑连接</translation>
    </message>
    <message>
        <source>The hall file</source>
        <translation>大厅文件</translation>
    </message>
    <message>
        <source>Hall files (*.yaml *.yml)</source>
        <translation>大厅文件 (*.yaml *.yml)</translation>
    </message>
</context>
<context>
    <name>_ServerBox</name>
    <message>
        <source>Server (name or IP address)</source>
        <translation>服务器（名称或 IP 地址）</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>库名</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>The server&apos;s certificate (for TLS)</source>
        <translation>服务器证书（加密连接用）</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>可不填</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>沿用已有密码</translation>
    </message>
    <message>
        <source>The server&apos;s certificate</source>
        <translation>服务器证书</translation>
    </message>
</context>
<context>
    <name>_StartBox</name>
    <message>
        <source>Starts by itself</source>
        <translation>开机自动启动</translation>
    </message>
    <message>
        <source>on the first screen</source>
        <translation>在第一块屏幕</translation>
    </message>
</context>
</TS>
