<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
    <context>
        <name>ExtentQuestion</name>
        <message numerus="yes">
            <source>%n question(s), about {minutes} minutes.</source>
            <translation>
                <numerusform>%n question, about {minutes} minutes.</numerusform>
                <numerusform>%n questions, about {minutes} minutes.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FactsDialog</name>
        <message numerus="yes">
            <source>%n question(s) say “does not apply” because no AI was in use: {titles}. Please answer them again.</source>
            <translation>
                <numerusform>%n question says “does not apply” because no AI was in use: {titles}. Please answer it again.</numerusform>
                <numerusform>%n questions say “does not apply” because no AI was in use: {titles}. Please answer them again.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MunicipalityPicker</name>
        <message numerus="yes">
            <source>%n match(es)</source>
            <translation>
                <numerusform>%n match</numerusform>
                <numerusform>%n matches</numerusform>
            </translation>
        </message>
    </context>
</TS>
