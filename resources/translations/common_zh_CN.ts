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
    <name>PrinterWindow</name>
    <message>
        <source>Virtual printer</source>
        <translation>虚拟打印机</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>电源</translation>
    </message>
    <message>
        <source>Cover open</source>
        <translation>机盖打开</translation>
    </message>
    <message>
        <source>Cutter stuck</source>
        <translation>切刀卡住</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>走纸</translation>
    </message>
    <message>
        <source>New roll</source>
        <translation>换新纸卷</translation>
    </message>
    <message>
        <source>Bytes received and sent</source>
        <translation>收发的字节</translation>
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
