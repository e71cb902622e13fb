<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>AlarmPanel</name>
    <message numerus="yes">
        <source>and %n more kiosk(s)</source>
        <translation>
            <numerusform>and %n more kiosk</numerusform>
            <numerusform>and %n more kiosks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BookingView</name>
    <message numerus="yes">
        <source>Check-in begins %n minute(s) before; write the code down</source>
        <translation>
            <numerusform>Check-in begins %n minute before; write the code down</numerusform>
            <numerusform>Check-in begins %n minutes before; write the code down</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left</source>
        <comment>places</comment>
        <translation>
            <numerusform>%n left</numerusform>
            <numerusform>%n left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckInView</name>
    <message numerus="yes">
        <source>%n waiting before it; write the number down</source>
        <translation>
            <numerusform>%n waiting before it; write the number down</numerusform>
            <numerusform>%n waiting before it; write the number down</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeskMessages</name>
    <message numerus="yes">
        <source>{number}: {outcome}, %n case(s)</source>
        <translation>
            <numerusform>{number}: {outcome}, %n case</numerusform>
            <numerusform>{number}: {outcome}, %n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new person(s) waiting</source>
        <translation>
            <numerusform>%n new person is waiting</numerusform>
            <numerusform>%n new people are waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeskPage</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <comment>people</comment>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n served today</source>
        <comment>people</comment>
        <translation>
            <numerusform>%n served today</numerusform>
            <numerusform>%n served today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message numerus="yes">
        <source>and %n more call(s) for help</source>
        <translation>
            <numerusform>and one more call for help</numerusform>
            <numerusform>and %n more calls for help</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KioskAlarms</name>
    <message numerus="yes">
        <source>about %n slip(s) left</source>
        <translation>
            <numerusform>about %n slip left</numerusform>
            <numerusform>about %n slips left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KiosksSheet</name>
    <message numerus="yes">
        <source>about %n slip(s) left</source>
        <translation>
            <numerusform>about one slip left</numerusform>
            <numerusform>about %n slips left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeCard</name>
    <message numerus="yes">
        <source>%n notice(s) already. Reason for another, needed</source>
        <translation>
            <numerusform>%n notice already. Reason for another, needed</numerusform>
            <numerusform>%n notices already. Reason for another, needed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message numerus="yes">
        <source>called %n time(s), {left} more · waited {time}</source>
        <translation>
            <numerusform>called %n time, {left} more · waited {time}</numerusform>
            <numerusform>called %n times, {left} more · waited {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>called %n time(s) · waited {time}</source>
        <translation>
            <numerusform>called once · waited {time}</numerusform>
            <numerusform>called %n times · waited {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>services</comment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadView</name>
    <message numerus="yes">
        <source>%n to look at</source>
        <comment>answers</comment>
        <translation>
            <numerusform>%n to look at</numerusform>
            <numerusform>%n to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) only in the JSON file</source>
        <translation>
            <numerusform>%n answer only in the JSON file</numerusform>
            <numerusform>%n answers only in the JSON file</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StripWindow</name>
    <message numerus="yes">
        <source>{outcome}, %n case(s)</source>
        <translation>
            <numerusform>{outcome}, %n case</numerusform>
            <numerusform>{outcome}, %n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakeNumberCard</name>
    <message numerus="yes">
        <source>%n waiting before it; write the number down</source>
        <translation>
            <numerusform>%n waiting before it; write the number down</numerusform>
            <numerusform>%n waiting before it; write the number down</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitingPanel</name>
    <message numerus="yes">
        <source>%n late</source>
        <comment>people on hold</comment>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <comment>people</comment>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
</TS>
