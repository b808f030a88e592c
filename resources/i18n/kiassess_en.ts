<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
    <context>
        <name>Dropping</name>
        <message numerus="yes">
            <source>Drop to import %n file(s) or folder(s)</source>
            <translation>
                <numerusform>Drop to import %n file or folder</numerusform>
                <numerusform>Drop to import %n files or folders</numerusform>
            </translation>
        </message>
    </context>
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
        <name>HandingOut</name>
        <message numerus="yes">
            <source>%n workbook(s) written</source>
            <translation>
                <numerusform>%n workbook written</numerusform>
                <numerusform>%n workbooks written</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n workbook(s) have been written to {folder}. The text for the e-mails is there too: {letter}. What comes back you take in with “Import…”.</source>
            <translation>
                <numerusform>%n workbook has been written to {folder}. The text for the e-mail is there too: {letter}. What comes back you take in with “Import…”.</numerusform>
                <numerusform>%n workbooks have been written to {folder}. The text for the e-mails is there too: {letter}. What comes back you take in with “Import…”.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HiddenMeasures</name>
        <message numerus="yes">
            <source>Hidden: %n measures</source>
            <translation>
                <numerusform>Hidden: %n measure</numerusform>
                <numerusform>Hidden: %n measures</numerusform>
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
    <context>
        <name>PackDialog</name>
        <message numerus="yes">
            <source>%n workbook(s) and a text for the e-mails</source>
            <translation>
                <numerusform>%n workbook and a text for the e-mail</numerusform>
                <numerusform>%n workbooks and a text for the e-mails</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RecommendedPart</name>
        <message numerus="yes">
            <source>%n of {total} measures match.</source>
            <translation>
                <numerusform>%n of {total} measures matches.</numerusform>
                <numerusform>%n of {total} measures match.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Show %n more</source>
            <translation>
                <numerusform>Show %n more</numerusform>
                <numerusform>Show %n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Show %n</source>
            <translation>
                <numerusform>Show %n</numerusform>
                <numerusform>Show %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RoundsPart</name>
        <message numerus="yes">
            <source>%n answer(s) moved by a level or more</source>
            <translation>
                <numerusform>%n answer moved by a level or more</numerusform>
                <numerusform>%n answers moved by a level or more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Workshop</name>
        <message numerus="yes">
            <source>Workshop ended: %n questions agreed</source>
            <translation>
                <numerusform>Workshop ended: %n question agreed</numerusform>
                <numerusform>Workshop ended: %n questions agreed</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WorkshopStartDialog</name>
        <message numerus="yes">
            <source>%n people vote: {names}</source>
            <translation>
                <numerusform>%n person votes: {names}</numerusform>
                <numerusform>%n people vote: {names}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>_List</name>
        <message numerus="yes">
            <source>%n more in the workbook</source>
            <translation>
                <numerusform>%n more in the workbook</numerusform>
                <numerusform>%n more in the workbook</numerusform>
            </translation>
        </message>
    </context>
</TS>
