<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>CountdownRing</name>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>%n second left</numerusform>
            <numerusform>%n seconds left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IdReaderWindow</name>
    <message numerus="yes">
        <source>%n card(s) read</source>
        <translation>
            <numerusform>%n card read</numerusform>
            <numerusform>%n cards read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrinterKnobs</name>
    <message numerus="yes">
        <source>%n slip(s)</source>
        <translation>
            <numerusform>%n slip</numerusform>
            <numerusform>%n slips</numerusform>
        </translation>
    </message>
</context>
</TS>
