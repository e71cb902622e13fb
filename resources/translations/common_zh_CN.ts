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
    <name>PrinterWindow</name>
    <message>
        <source>Virtual printer</source>
        <translation>虚拟打印机</translation>
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
    <name>ZoneBadge</name>
    <message>
        <source>Zone %1</source>
        <translation>%1区</translation>
    </message>
</context>
</TS>
