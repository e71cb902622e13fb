<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AwayNotice</name>
    <message>
        <source>New calls cannot be shown here now</source>
        <translation>暂时无法显示新的叫号</translation>
    </message>
    <message>
        <source>Please watch the screens at the windows. Your number stays valid.</source>
        <translation>请留意各窗口的屏幕，您的号码仍然有效。</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>以下为 %1 的情况</translation>
    </message>
    <message>
        <source>As of %1, %2 ago</source>
        <translation>以下为 %1 的情况（%2前）</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Number %1, window %2</source>
        <translation>%1号，%2窗口</translation>
    </message>
</context>
<context>
    <name>BannerCall</name>
    <message>
        <source>Latest call</source>
        <translation>最近叫号</translation>
    </message>
    <message>
        <source>Called again</source>
        <translation>再次呼叫</translation>
    </message>
    <message>
        <source>Now calling</source>
        <translation>正在呼叫</translation>
    </message>
    <message>
        <source>Floor %1</source>
        <translation>%1楼</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
</context>
<context>
    <name>BannerCalls</name>
    <message>
        <source>Now calling</source>
        <translation>正在呼叫</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
</context>
<context>
    <name>BoardWatch</name>
    <message>
        <source>The hall has another version than this board. IT staff must update this PC.</source>
        <translation>大厅系统的版本与本机不同，请信息人员更新本机程序。</translation>
    </message>
</context>
<context>
    <name>CallRow</name>
    <message>
        <source>Window %1 is paused</source>
        <translation>%1 窗口暂停服务</translation>
    </message>
    <message>
        <source>Number %1, window %2</source>
        <translation>%1号，%2窗口</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>已呼叫</translation>
    </message>
    <message>
        <source>Go now</source>
        <translation>请前往</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>暂停服务</translation>
    </message>
</context>
<context>
    <name>CallTable</name>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Nobody is being called at the moment</source>
        <translation>当前没有呼叫</translation>
    </message>
</context>
<context>
    <name>IdleBanner</name>
    <message>
        <source>Please wait for your number</source>
        <translation>请等候叫号</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Board of the hall</source>
        <translation>大厅叫号屏</translation>
    </message>
    <message>
        <source>This screen is not ready yet</source>
        <translation>显示屏正在准备</translation>
    </message>
    <message>
        <source>The calling system cannot be reached at the moment.</source>
        <translation>暂时连接不到叫号系统，恢复后会自动显示。</translation>
    </message>
    <message>
        <source>Please watch the screens at the windows.</source>
        <translation>请先留意各窗口的屏幕。</translation>
    </message>
    <message>
        <source>The guide desk will help you.</source>
        <translation>如需帮助，请到咨询导办台。</translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <comment>people on the whole board</comment>
        <translation>
            <numerusform>%n 人等候</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueRow</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <comment>people in one line</comment>
        <translation>
            <numerusform>%n 人等候</numerusform>
        </translation>
    </message>
    <message>
        <source>No waiting</source>
        <translation>无人等候</translation>
    </message>
</context>
</TS>
