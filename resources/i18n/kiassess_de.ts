<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
    <context>
        <name>AboutDialog</name>
        <message>
            <source>About kiassess</source>
            <translation>Über kiassess</translation>
        </message>
        <message>
            <source>kiassess {version}</source>
            <translation>kiassess {version}</translation>
        </message>
        <message>
            <source>With kiassess municipalities find out where they stand with artificial intelligence and what still has to be clarified. Everything stays on this PC; kiassess makes no connection to the internet.</source>
            <translation>Mit kiassess finden Kommunen heraus, wo sie bei Künstlicher Intelligenz stehen und was noch zu klären ist. Alles bleibt auf diesem PC; kiassess baut keine Verbindung ins Internet auf.</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>Lizenz</translation>
        </message>
        <message>
            <source>kiassess is free software under the European Union Public Licence (EUPL-1.2). It contains Qt and PySide6 under the GNU Lesser General Public License (LGPL-3.0).</source>
            <translation>kiassess ist freie Software unter der Open-Source-Lizenz für die Europäische Union (EUPL-1.2). Es enthält Qt und PySide6 unter der GNU Lesser General Public License (LGPL-3.0).</translation>
        </message>
        <message>
            <source>Register of municipalities</source>
            <translation>Gemeindeverzeichnis</translation>
        </message>
        <message>
            <source>For whoever helps</source>
            <translation>Für die Unterstützung</translation>
        </message>
        <message>
            <source>Qt {qt}, PySide6 {pyside}, Python {python}, {system}</source>
            <translation>Qt {qt}, PySide6 {pyside}, Python {python}, {system}</translation>
        </message>
        <message>
            <source>Your data:</source>
            <translation>Ihr Datenbestand:</translation>
        </message>
        <message>
            <source>Log of errors:</source>
            <translation>Fehlerprotokoll:</translation>
        </message>
        <message>
            <source>Co&amp;py all</source>
            <translation>Alles &amp;kopieren</translation>
        </message>
        <message>
            <source>Copied.</source>
            <translation>Kopiert.</translation>
        </message>
    </context>
    <context>
        <name>AiQuestion</name>
        <message>
            <source>Is AI already in use in your administration?</source>
            <translation>Ist bei Ihnen schon KI im Einsatz?</translation>
        </message>
        <message>
            <source>&amp;Yes</source>
            <translation>&amp;Ja</translation>
        </message>
        <message>
            <source>N&amp;o</source>
            <translation>Ne&amp;in</translation>
        </message>
        <message>
            <source>Don’t &amp;know</source>
            <translation>&amp;Weiß nicht</translation>
        </message>
        <message>
            <source>This means any use at work, also within bought programs or on one’s own initiative.</source>
            <translation>Gemeint ist jede dienstliche Nutzung, auch in gekauften Programmen oder aus eigenem Antrieb.</translation>
        </message>
    </context>
    <context>
        <name>AiSystemDialog</name>
        <message>
            <source>New AI system</source>
            <translation>Neues KI-System</translation>
        </message>
        <message>
            <source>AI system</source>
            <translation>KI-System</translation>
        </message>
        <message>
            <source>Only the name is needed. Leave open what you do not know yet. You can add it at any time.</source>
            <translation>Nur der Name ist nötig. Lassen Sie offen, was Sie noch nicht wissen. Sie können es jederzeit ergänzen.</translation>
        </message>
    </context>
    <context>
        <name>AnswerDetails</name>
        <message>
            <source>DD.MM.YYYY</source>
            <translation>TT.MM.JJJJ</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Notiz</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>Nachweis</translation>
        </message>
        <message>
            <source>Where the evidence is found</source>
            <translation>Fundstelle des Nachweises</translation>
        </message>
        <message>
            <source>Date of the evidence</source>
            <translation>Datum des Nachweises</translation>
        </message>
        <message>
            <source>Target level</source>
            <translation>Zielstufe</translation>
        </message>
        <message>
            <source>Provided by</source>
            <translation>Erbracht durch</translation>
        </message>
        <message>
            <source>How sure is the answer?</source>
            <translation>Wie sicher ist die Antwort?</translation>
        </message>
        <message>
            <source>Responsible</source>
            <translation>Verantwortlich</translation>
        </message>
        <message>
            <source>not stated</source>
            <translation>keine Angabe</translation>
        </message>
        <message>
            <source>no default, population unknown</source>
            <translation>keine Vorgabe, Einwohnerzahl unbekannt</translation>
        </message>
        <message>
            <source>default: {level}</source>
            <translation>Vorgabe: {level}</translation>
        </message>
        <message>
            <source>Please enter a date like 22.11.2026.</source>
            <translation>Bitte geben Sie das Datum wie 22.11.2026 ein.</translation>
        </message>
    </context>
    <context>
        <name>AssessmentsModel</name>
        <message>
            <source>Municipality</source>
            <translation>Kommune</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>Stand</translation>
        </message>
        <message>
            <source>Extent</source>
            <translation>Umfang</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>Last change</source>
            <translation>Letzte Änderung</translation>
        </message>
        <message>
            <source>{name} (example)</source>
            <translation>{name} (Beispiel)</translation>
        </message>
        <message>
            <source>{settled} of {total}, {unknown} “don’t know”</source>
            <translation>{settled} von {total}, {unknown} weiß nicht</translation>
        </message>
        <message>
            <source>{settled} of {total}</source>
            <translation>{settled} von {total}</translation>
        </message>
    </context>
    <context>
        <name>BackupsModel</name>
        <message>
            <source>Made on</source>
            <translation>Zeitpunkt</translation>
        </message>
        <message>
            <source>Occasion</source>
            <translation>Anlass</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Größe</translation>
        </message>
        <message>
            <source>Assessments</source>
            <translation>Standort-
bestimmungen</translation>
        </message>
        <message>
            <source>Answers</source>
            <translation>Antworten</translation>
        </message>
    </context>
    <context>
        <name>BlocksModel</name>
        <message>
            <source>Area</source>
            <translation>Bereich</translation>
        </message>
        <message>
            <source>Building block</source>
            <translation>Baustein</translation>
        </message>
        <message>
            <source>Tendency</source>
            <translation>Tendenz</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Profilwert</translation>
        </message>
        <message>
            <source>Band</source>
            <translation>Spanne</translation>
        </message>
        <message>
            <source>Coverage</source>
            <translation>Abdeckung</translation>
        </message>
        <message>
            <source>Secured
level</source>
            <translation>Gesicherte
Stufe</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>Ziel</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Notiz</translation>
        </message>
    </context>
    <context>
        <name>ChartCard</name>
        <message>
            <source>Save &amp;chart…</source>
            <translation>Diagramm spei&amp;chern…</translation>
        </message>
        <message>
            <source>Ex&amp;port to Excel…</source>
            <translation>Nach &amp;Excel exportieren…</translation>
        </message>
        <message>
            <source>Also show {round}</source>
            <translation>Auch {round} zeigen</translation>
        </message>
        <message>
            <source>The chart could not be drawn ({reason}). All answers are safe. The view “Table” shows the same values.</source>
            <translation>Das Diagramm konnte nicht gezeichnet werden ({reason}). Alle Antworten sind sicher. Die Ansicht „Tabelle“ zeigt dieselben Werte.</translation>
        </message>
    </context>
    <context>
        <name>ChartView</name>
        <message>
            <source>Copy picture</source>
            <translation>Bild kopieren</translation>
        </message>
    </context>
    <context>
        <name>ChosenMunicipality</name>
        <message>
            <source>Not from the register: the name is used as you typed it.</source>
            <translation>Nicht aus dem Gemeindeverzeichnis: Der Name wird so übernommen, wie er dasteht.</translation>
        </message>
        <message>
            <source>AGS {key}</source>
            <translation>AGS {key}</translation>
        </message>
        <message>
            <source>Key {key}</source>
            <translation>Schlüssel {key}</translation>
        </message>
        <message>
            <source>{count} inhabitants</source>
            <translation>{count} Einwohner</translation>
        </message>
        <message>
            <source>territory as of {day}</source>
            <translation>Gebietsstand {day}</translation>
        </message>
    </context>
    <context>
        <name>ClarifyingDialog</name>
        <message>
            <source>Questions on which the answers differ</source>
            <translation>Fragen, bei denen die Antworten auseinandergehen</translation>
        </message>
        <message>
            <source>Begin &amp;workshop…</source>
            <translation>&amp;Workshop beginnen…</translation>
        </message>
        <message>
            <source>&amp;Print…</source>
            <translation>&amp;Drucken…</translation>
        </message>
        <message>
            <source>Save as P&amp;DF…</source>
            <translation>Als &amp;PDF speichern…</translation>
        </message>
        <message>
            <source>Spread per building block</source>
            <translation>Spannweite je Baustein</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>Frage</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Stand</translation>
        </message>
        <message>
            <source>Distance</source>
            <translation>Abstand</translation>
        </message>
        <message>
            <source>Who says what</source>
            <translation>Wer sagt was</translation>
        </message>
        <message>
            <source>Building block</source>
            <translation>Baustein</translation>
        </message>
        <message>
            <source>Lowest voices</source>
            <translation>Niedrigste Stimmen</translation>
        </message>
        <message>
            <source>Highest voices</source>
            <translation>Höchste Stimmen</translation>
        </message>
        <message>
            <source>What needs clarifying</source>
            <translation>Klärungsbedarf</translation>
        </message>
        <message>
            <source>A double click or Enter leads to the question.</source>
            <translation>Ein Doppelklick oder Enter führt zur Frage.</translation>
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>The language changes with the next start. Your answers stay as they are.</source>
            <translation>Die Sprache wechselt mit dem nächsten Start. Ihre Antworten bleiben, wie sie sind.</translation>
        </message>
        <message>
            <source>Example</source>
            <translation>Beispiel</translation>
        </message>
    </context>
    <context>
        <name>ComparisonChartCard</name>
        <message>
            <source>Save &amp;chart…</source>
            <translation>Diagramm s&amp;peichern…</translation>
        </message>
        <message>
            <source>The chart could not be drawn ({reason}). The tables show the same values.</source>
            <translation>Das Diagramm konnte nicht gezeichnet werden ({reason}). Die Tabellen zeigen dieselben Werte.</translation>
        </message>
    </context>
    <context>
        <name>ComparisonChoiceDialog</name>
        <message>
            <source>Assessments</source>
            <translation>Standortbestimmungen</translation>
        </message>
        <message>
            <source>&amp;Tick all shown</source>
            <translation>Alle &amp;gezeigten ankreuzen</translation>
        </message>
        <message>
            <source>&amp;Untick all shown</source>
            <translation>Gezeigte a&amp;bwählen</translation>
        </message>
        <message>
            <source>Only the &amp;latest round of each</source>
            <translation>Nur die n&amp;eueste Runde je Kommune</translation>
        </message>
        <message>
            <source>Sa&amp;ve selection</source>
            <translation>Auswahl &amp;speichern</translation>
        </message>
        <message>
            <source>&amp;Forget selection</source>
            <translation>Gespeicherte Auswahl &amp;löschen</translation>
        </message>
        <message>
            <source>&amp;Compare</source>
            <translation>&amp;Vergleichen</translation>
        </message>
        <message>
            <source>Please tick at least one assessment.</source>
            <translation>Bitte kreuzen Sie mindestens eine Standortbestimmung an.</translation>
        </message>
        <message>
            <source>{name} (example)</source>
            <translation>{name} (Beispiel)</translation>
        </message>
        <message>
            <source>Choose what is compared</source>
            <translation>Auswählen, was verglichen wird</translation>
        </message>
        <message>
            <source>&amp;Search by name</source>
            <translation>S&amp;uche nach dem Namen</translation>
        </message>
        <message>
            <source>Saved selecti&amp;on</source>
            <translation>Gespei&amp;cherte Auswahl</translation>
        </message>
    </context>
    <context>
        <name>ComparisonExport</name>
        <message>
            <source>Excel workbook (*.xlsx)</source>
            <translation>Excel-Arbeitsmappe (*.xlsx)</translation>
        </message>
        <message>
            <source>Picture (*.png);;Vector drawing (*.svg);;PDF (*.pdf)</source>
            <translation>Bild (*.png);;Vektorgrafik (*.svg);;PDF (*.pdf)</translation>
        </message>
        <message>
            <source>Table (*.csv)</source>
            <translation>Tabelle (*.csv)</translation>
        </message>
        <message>
            <source>Exported: {file}</source>
            <translation>Exportiert: {file}</translation>
        </message>
        <message>
            <source>Exporting …</source>
            <translation>Wird exportiert …</translation>
        </message>
        <message>
            <source>Save &amp;key…</source>
            <translation>&amp;Schlüssel speichern…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Not exported</source>
            <translation>Nicht exportiert</translation>
        </message>
    </context>
    <context>
        <name>ComparisonFilters</name>
        <message>
            <source>&amp;Kind</source>
            <translation>A&amp;rt</translation>
        </message>
        <message>
            <source>Si&amp;ze</source>
            <translation>Größen&amp;klasse</translation>
        </message>
        <message>
            <source>St&amp;ate</source>
            <translation>L&amp;and</translation>
        </message>
        <message>
            <source>Cou&amp;nty</source>
            <translation>Kre&amp;is</translation>
        </message>
        <message>
            <source>&amp;Year</source>
            <translation>&amp;Jahr</translation>
        </message>
        <message>
            <source>E&amp;xtent</source>
            <translation>U&amp;mfang</translation>
        </message>
        <message>
            <source>&amp;Questionnaire</source>
            <translation>&amp;Fragenkatalog</translation>
        </message>
        <message>
            <source>all</source>
            <translation>alle</translation>
        </message>
    </context>
    <context>
        <name>ComparisonPage</name>
        <message>
            <source>View</source>
            <translation>Ansicht</translation>
        </message>
        <message>
            <source>Change &amp;selection…</source>
            <translation>A&amp;uswahl ändern…</translation>
        </message>
        <message>
            <source>Anon&amp;ymous</source>
            <translation>An&amp;onym</translation>
        </message>
        <message>
            <source>Ex&amp;port to Excel…</source>
            <translation>Nach &amp;Excel exportieren…</translation>
        </message>
        <message>
            <source>&amp;In focus</source>
            <translation>&amp;Im Blick</translation>
        </message>
        <message>
            <source>&amp;Overview</source>
            <translation>Über&amp;sicht</translation>
        </message>
        <message>
            <source>&amp;Distribution</source>
            <translation>&amp;Verteilung</translation>
        </message>
        <message>
            <source>&amp;Radar</source>
            <translation>&amp;Netz</translation>
        </message>
        <message>
            <source>T&amp;wo rounds</source>
            <translation>Zwei &amp;Runden</translation>
        </message>
        <message>
            <source>Develop&amp;ment</source>
            <translation>Entwic&amp;klung</translation>
        </message>
        <message>
            <source>What many &amp;lack</source>
            <translation>Was vielen &amp;fehlt</translation>
        </message>
        <message>
            <source>&amp;Table</source>
            <translation>&amp;Tabelle</translation>
        </message>
        <message>
            <source>Comparison</source>
            <translation>Vergleich</translation>
        </message>
    </context>
    <context>
        <name>CrashDialog</name>
        <message>
            <source>Details to pass on</source>
            <translation>Angaben zum Weitergeben</translation>
        </message>
        <message>
            <source>&amp;Copy</source>
            <translation>&amp;Kopieren</translation>
        </message>
    </context>
    <context>
        <name>DeleteDialog</name>
        <message>
            <source>&amp;Save as an exchange file first…</source>
            <translation>Vorher als &amp;Austauschdatei sichern…</translation>
        </message>
        <message>
            <source>&amp;Yes, delete this assessment for good</source>
            <translation>&amp;Ja, diese Standortbestimmung endgültig löschen</translation>
        </message>
        <message>
            <source>Saved as “{file}”.</source>
            <translation>Gesichert als „{file}“.</translation>
        </message>
        <message>
            <source>Delete it from all &amp;backups, too ({n})</source>
            <translation>Auch aus allen &amp;Sicherungen löschen ({n})</translation>
        </message>
        <message>
            <source>Delete the files set &amp;aside, too ({n})</source>
            <translation>Auch beiseitegelegte &amp;Dateien löschen ({n})</translation>
        </message>
        <message>
            <source>&amp;Keep</source>
            <translation>&amp;Behalten</translation>
        </message>
        <message>
            <source>&amp;Delete for good</source>
            <translation>&amp;Endgültig löschen</translation>
        </message>
        <message>
            <source>Delete an assessment for good</source>
            <translation>Standortbestimmung endgültig löschen</translation>
        </message>
        <message>
            <source>Delete for good: {name}, as of {date}</source>
            <translation>Endgültig löschen: {name}, Stand {date}</translation>
        </message>
        <message>
            <source>This cannot be taken back.</source>
            <translation>Das lässt sich nicht zurücknehmen.</translation>
        </message>
        <message>
            <source>These go:</source>
            <translation>Gelöscht werden:</translation>
        </message>
        <message>
            <source>With an exchange file you can bring the assessment back later, on this PC or another.</source>
            <translation>Mit einer Austauschdatei können Sie die Standortbestimmung später wieder einlesen, auf diesem oder einem anderen PC.</translation>
        </message>
    </context>
    <context>
        <name>Desk</name>
        <message>
            <source>The printer did not accept the document. Nothing was changed. Please check whether it is switched on.</source>
            <translation>Der Drucker hat das Dokument nicht angenommen. Es wurde nichts geändert. Bitte prüfen Sie, ob er eingeschaltet ist.</translation>
        </message>
        <message>
            <source>Exported: {file}</source>
            <translation>Exportiert: {file}</translation>
        </message>
        <message>
            <source>{file} has been written to {folder}.</source>
            <translation>{file} liegt jetzt im Ordner {folder}.</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>Ordner öffnen</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
    </context>
    <context>
        <name>DrawnChart</name>
        <message>
            <source>The chart could not be drawn ({reason}). The table shows the same values.</source>
            <translation>Das Diagramm ließ sich nicht zeichnen ({reason}). Die Tabelle zeigt dieselben Werte.</translation>
        </message>
        <message>
            <source>The chart is being drawn …</source>
            <translation>Das Diagramm wird gezeichnet …</translation>
        </message>
    </context>
    <context>
        <name>Dropping</name>
        <message numerus="yes">
            <source>Drop to import %n file(s) or folder(s)</source>
            <translation>
                <numerusform>Loslassen, um %n Datei oder Ordner zu importieren</numerusform>
                <numerusform>Loslassen, um %n Dateien oder Ordner zu importieren</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EditionChangeDialog</name>
        <message>
            <source>Only questions with an &amp;answer</source>
            <translation>Nur Fragen mit &amp;Antwort</translation>
        </message>
        <message>
            <source>Questions that changed</source>
            <translation>Geänderte Fragen</translation>
        </message>
        <message>
            <source>No question with an answer has changed.</source>
            <translation>Keine Frage mit einer Antwort hat sich geändert.</translation>
        </message>
        <message>
            <source>Struck out: gone. Underlined: new.</source>
            <translation>Durchgestrichen: entfällt. Unterstrichen: neu.</translation>
        </message>
        <message>
            <source>Wording and answer</source>
            <translation>Wortlaut und Antwort</translation>
        </message>
        <message>
            <source>Effect on the building blocks</source>
            <translation>Wirkung auf die Bausteine</translation>
        </message>
        <message>
            <source>Preview of the move from version {old} to {new}</source>
            <translation>Umstellungsvorschau: von Version {old} auf {new}</translation>
        </message>
        <message>
            <source>&amp;Move</source>
            <translation>&amp;Umstellen</translation>
        </message>
        <message>
            <source>Nothing changes before you choose “Move”. Your answers so far stay in the history with the wording of their time, and the move can be taken back.</source>
            <translation>Vor einem Klick auf „Umstellen“ ändert sich nichts. Ihre bisherigen Antworten bleiben mit dem damaligen Wortlaut im Verlauf. Die Umstellung lässt sich zurücknehmen.</translation>
        </message>
    </context>
    <context>
        <name>EditionChangeModel</name>
        <message>
            <source>Question</source>
            <translation>Frage</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Änderung</translation>
        </message>
        <message>
            <source>Carry the
answer over</source>
            <translation>Antwort
übernehmen</translation>
        </message>
    </context>
    <context>
        <name>EntryDialog</name>
        <message>
            <source>&amp;Pre-check under the AI Act…</source>
            <translation>&amp;Vorprüfung KI-Verordnung…</translation>
        </message>
        <message>
            <source>&amp;Keep</source>
            <translation>&amp;Übernehmen</translation>
        </message>
        <message>
            <source>It needs a name.</source>
            <translation>Es fehlt noch ein Name.</translation>
        </message>
    </context>
    <context>
        <name>Exporter</name>
        <message>
            <source>Excel workbook (*.xlsx);;OpenDocument spreadsheet (*.ods);;Table for other programs (*.csv)</source>
            <translation>Excel-Arbeitsmappe (*.xlsx);;OpenDocument-Tabelle (*.ods);;Tabelle für andere Programme (*.csv)</translation>
        </message>
        <message>
            <source>Exchange file (*.kiassess)</source>
            <translation>Austauschdatei (*.kiassess)</translation>
        </message>
        <message>
            <source>Exchange file without names (*.kiassess)</source>
            <translation>Austauschdatei ohne Namen (*.kiassess)</translation>
        </message>
        <message>
            <source>Picture (*.png);;Vector drawing (*.svg);;PDF (*.pdf)</source>
            <translation>Bild (*.png);;Vektorgrafik (*.svg);;PDF (*.pdf)</translation>
        </message>
        <message>
            <source>Exporting …</source>
            <translation>Wird exportiert …</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Exportieren</translation>
        </message>
        <message>
            <source>Not exported</source>
            <translation>Nicht exportiert</translation>
        </message>
    </context>
    <context>
        <name>ExtentQuestion</name>
        <message>
            <source>How thorough shall it be?</source>
            <translation>Wie ausführlich soll es sein?</translation>
        </message>
        <message>
            <source>Shows tendencies only, no values.</source>
            <translation>Zeigt nur Tendenzen, keine Werte.</translation>
        </message>
        <message>
            <source>What matters to municipalities under 5,000, with values.</source>
            <translation>Was für Kommunen unter 5 000 Einwohnern zählt, mit Werten.</translation>
        </message>
        <message>
            <source>All questions, with values and their bands.</source>
            <translation>Alle Fragen, mit Werten und ihren Spannen.</translation>
        </message>
        <message numerus="yes">
            <source>%n question(s), about {minutes} minutes.</source>
            <translation>
                <numerusform>%n Frage, etwa {minutes} Minuten.</numerusform>
                <numerusform>%n Fragen, etwa {minutes} Minuten.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FactsDialog</name>
        <message>
            <source>&amp;Apply</source>
            <translation>Ü&amp;bernehmen</translation>
        </message>
        <message>
            <source>Change details</source>
            <translation>Angaben ändern</translation>
        </message>
        <message>
            <source>All answers stay as they are.</source>
            <translation>Alle Antworten bleiben, wie sie sind.</translation>
        </message>
        <message numerus="yes">
            <source>%n question(s) say “does not apply” because no AI was in use: {titles}. Please answer them again.</source>
            <translation>
                <numerusform>Bei %n Frage steht „trifft nicht zu“, weil noch keine KI im Einsatz war: {titles}. Bitte beantworten Sie diese Frage neu.</numerusform>
                <numerusform>Bei %n Fragen steht „trifft nicht zu“, weil noch keine KI im Einsatz war: {titles}. Bitte beantworten Sie diese Fragen neu.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FieldCard</name>
        <message>
            <source>Rename…</source>
            <translation>Umbenennen…</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
    </context>
    <context>
        <name>FieldMatrixCard</name>
        <message>
            <source>Save &amp;chart…</source>
            <translation>Diagramm spei&amp;chern…</translation>
        </message>
    </context>
    <context>
        <name>FieldsPart</name>
        <message>
            <source>&amp;Own action field…</source>
            <translation>Eigenes &amp;Handlungsfeld…</translation>
        </message>
        <message>
            <source>&amp;New use case…</source>
            <translation>&amp;Neuer Anwendungsfall…</translation>
        </message>
        <message>
            <source>To Exce&amp;l…</source>
            <translation>Nach &amp;Excel…</translation>
        </message>
        <message>
            <source>&amp;Print…</source>
            <translation>D&amp;rucken…</translation>
        </message>
        <message>
            <source>Where is help needed most, and where is there something to begin with? Open a field and rate it. What is left open stays open.</source>
            <translation>Wo ist der Bedarf am größten, und wo sind Mittel für den Anfang da? Öffnen Sie ein Feld und bewerten Sie es. Was Sie nicht bewerten, bleibt offen.</translation>
        </message>
        <message>
            <source>A use case says what AI is to do in one place, and for whom.</source>
            <translation>Ein Anwendungsfall sagt, was KI an einer Stelle tun soll und wem das hilft.</translation>
        </message>
        <message>
            <source>Action fields</source>
            <translation>Handlungsfelder</translation>
        </message>
    </context>
    <context>
        <name>FilterBar</name>
        <message>
            <source>&amp;Search</source>
            <translation>&amp;Suchen</translation>
        </message>
        <message>
            <source>&amp;Lead</source>
            <translation>&amp;Federführung</translation>
        </message>
        <message>
            <source>&amp;Building block</source>
            <translation>&amp;Baustein</translation>
        </message>
        <message>
            <source>S&amp;tep</source>
            <translation>S&amp;chritt</translation>
        </message>
        <message>
            <source>all</source>
            <translation>alle</translation>
        </message>
    </context>
    <context>
        <name>FrameCard</name>
        <message>
            <source>not stated</source>
            <translation>nicht angegeben</translation>
        </message>
        <message>
            <source>none</source>
            <translation>keine</translation>
        </message>
        <message>
            <source>Your person-&amp;days in the next 90 days</source>
            <translation>Ihre Personentage in den nächsten 90 &amp;Tagen</translation>
        </message>
        <message>
            <source>&amp;Neighbouring municipalities that do it with you</source>
            <translation>&amp;Nachbarkommunen, die mitmachen</translation>
        </message>
    </context>
    <context>
        <name>FreezeDialog</name>
        <message>
            <source>&amp;Keep state</source>
            <translation>Stand &amp;festhalten</translation>
        </message>
        <message>
            <source>Keep a state</source>
            <translation>Stand festhalten</translation>
        </message>
        <message>
            <source>A state holds all answers and details as they are today, together with the questionnaire and the legal status. It never changes again. You can view and export it at any time.</source>
            <translation>Ein Stand bewahrt alle Antworten und Angaben von heute auf, zusammen mit Fragenkatalog und Rechtsstand. Er lässt sich nicht mehr ändern. Sie können ihn jederzeit ansehen und exportieren.</translation>
        </message>
        <message>
            <source>You can go on answering afterwards. A state is deleted only together with its assessment.</source>
            <translation>Danach können Sie wie gewohnt weiterarbeiten. Ein Stand wird nur zusammen mit seiner Standortbestimmung gelöscht.</translation>
        </message>
        <message>
            <source>&amp;Name of the state</source>
            <translation>&amp;Name des Stands</translation>
        </message>
    </context>
    <context>
        <name>GatesCard</name>
        <message>
            <source>H&amp;ide</source>
            <translation>Au&amp;sblenden</translation>
        </message>
        <message>
            <source>Hide all minimum requirements</source>
            <translation>Alle Mindestanforderungen ausblenden</translation>
        </message>
        <message>
            <source>&amp;Show</source>
            <translation>An&amp;sehen</translation>
        </message>
        <message>
            <source>Show all minimum requirements</source>
            <translation>Alle Mindestanforderungen ansehen</translation>
        </message>
    </context>
    <context>
        <name>HandbookWindow</name>
        <message>
            <source>Handbook</source>
            <translation>Handbuch</translation>
        </message>
        <message>
            <source>Topics</source>
            <translation>Themen</translation>
        </message>
        <message>
            <source>Text of the handbook</source>
            <translation>Text des Handbuchs</translation>
        </message>
        <message>
            <source>Search in this text</source>
            <translation>In diesem Text suchen</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Start</translation>
        </message>
        <message>
            <source>Questionnaire</source>
            <translation>Fragebogen</translation>
        </message>
        <message>
            <source>Profile</source>
            <translation>Profil</translation>
        </message>
        <message>
            <source>Measures</source>
            <translation>Maßnahmen</translation>
        </message>
        <message>
            <source>Comparison</source>
            <translation>Vergleich</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>Methode</translation>
        </message>
        <message>
            <source>Handing on and importing</source>
            <translation>Weitergeben und importieren</translation>
        </message>
        <message>
            <source>Several voices and workshop</source>
            <translation>Mehrere Stimmen und Workshop</translation>
        </message>
        <message>
            <source>Your data</source>
            <translation>Ihre Daten</translation>
        </message>
        <message>
            <source>Data protection</source>
            <translation>Datenschutz</translation>
        </message>
        <message>
            <source>What is new</source>
            <translation>Was ist neu</translation>
        </message>
    </context>
    <context>
        <name>HandingOut</name>
        <message>
            <source>The workbooks are being written …</source>
            <translation>Die Umlaufmappen werden geschrieben …</translation>
        </message>
        <message>
            <source>Fill-in workbooks</source>
            <translation>Umlaufmappen</translation>
        </message>
        <message>
            <source>Folder for the workbooks</source>
            <translation>Ordner für die Umlaufmappen</translation>
        </message>
        <message numerus="yes">
            <source>%n workbook(s) written</source>
            <translation>
                <numerusform>%n Umlaufmappe geschrieben</numerusform>
                <numerusform>%n Umlaufmappen geschrieben</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n workbook(s) have been written to {folder}. The text for the e-mails is there too: {letter}. What comes back you take in with “Import…”.</source>
            <translation>
                <numerusform>%n Umlaufmappe liegt jetzt in {folder}. Dort liegt auch der Text für die E-Mail: {letter}. Was zurückkommt, übernehmen Sie mit „Importieren…“.</numerusform>
                <numerusform>%n Umlaufmappen liegen jetzt in {folder}. Dort liegt auch der Text für die E-Mails: {letter}. Was zurückkommt, übernehmen Sie mit „Importieren…“.</numerusform>
            </translation>
        </message>
        <message>
            <source>Not all workbooks have been written</source>
            <translation>Nicht alle Umlaufmappen wurden geschrieben</translation>
        </message>
    </context>
    <context>
        <name>HiddenMeasures</name>
        <message numerus="yes">
            <source>Hidden: %n measures</source>
            <translation>
                <numerusform>Ausgeblendet: %n Maßnahme</numerusform>
                <numerusform>Ausgeblendet: %n Maßnahmen</numerusform>
            </translation>
        </message>
        <message>
            <source>Show again</source>
            <translation>Wieder einblenden</translation>
        </message>
        <message>
            <source>Show again: {title}</source>
            <translation>Wieder einblenden: {title}</translation>
        </message>
    </context>
    <context>
        <name>HideMeasureDialog</name>
        <message>
            <source>&amp;Hide</source>
            <translation>&amp;Ausblenden</translation>
        </message>
        <message>
            <source>Hide a measure</source>
            <translation>Maßnahme ausblenden</translation>
        </message>
        <message>
            <source>A hidden measure is no longer recommended, and no other measure waits for it. It stands at the end of the list, where you can show it again.</source>
            <translation>Eine ausgeblendete Maßnahme wird nicht mehr empfohlen, und keine andere wartet auf sie. Sie steht am Ende der Liste. Dort können Sie sie wieder einblenden.</translation>
        </message>
        <message>
            <source>&amp;Reason, for example: the county does it</source>
            <translation>&amp;Grund, zum Beispiel: macht schon der Kreis</translation>
        </message>
        <message>
            <source>Please say why.</source>
            <translation>Bitte nennen Sie einen Grund.</translation>
        </message>
    </context>
    <context>
        <name>HighlightsCard</name>
        <message>
            <source>What carries already</source>
            <translation>Was schon trägt</translation>
        </message>
        <message>
            <source>Where to begin</source>
            <translation>Wo Sie anfangen können</translation>
        </message>
        <message>
            <source>What the values mean</source>
            <translation>Was die Werte bedeuten</translation>
        </message>
        <message>
            <source>Strengths and weaknesses</source>
            <translation>Stärken und Schwächen</translation>
        </message>
    </context>
    <context>
        <name>HistoryDialog</name>
        <message>
            <source>History of the answer</source>
            <translation>Verlauf der Antwort</translation>
        </message>
    </context>
    <context>
        <name>ImportDetails</name>
        <message>
            <source>Filled in &amp;by (you can correct it)</source>
            <translation>Ausgefüllt &amp;von (lässt sich berichtigen)</translation>
        </message>
        <message>
            <source>Changed on both sides since they were the same:</source>
            <translation>Seit dem letzten gemeinsamen Stand auf beiden Seiten geändert:</translation>
        </message>
        <message>
            <source>Changed on both sides</source>
            <translation>Auf beiden Seiten geändert</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>Frage</translation>
        </message>
        <message>
            <source>Here</source>
            <translation>Hier</translation>
        </message>
        <message>
            <source>In the file</source>
            <translation>In der Datei</translation>
        </message>
    </context>
    <context>
        <name>ImportDialog</name>
        <message>
            <source>Import files</source>
            <translation>Dateien importieren</translation>
        </message>
        <message>
            <source>Where both sides have changed an answer, in all files:</source>
            <translation>Wo beide Seiten eine Antwort geändert haben, in allen Dateien:</translation>
        </message>
        <message>
            <source>&amp;Take in</source>
            <translation>Ü&amp;bernehmen</translation>
        </message>
        <message>
            <source>Co&amp;py</source>
            <translation>&amp;Kopieren</translation>
        </message>
        <message>
            <source>Save as &amp;text file…</source>
            <translation>Als &amp;Textdatei speichern…</translation>
        </message>
        <message>
            <source>The files are being read…</source>
            <translation>Die Dateien werden gelesen…</translation>
        </message>
        <message>
            <source>{done} of {total} files</source>
            <translation>{done} von {total} Dateien</translation>
        </message>
        <message>
            <source>Nothing has been taken in yet. Of each file either all is taken in, or nothing. What changes in an assessment that is here already can be taken back in one step.</source>
            <translation>Noch ist nichts übernommen. Aus jeder Datei wird entweder alles übernommen oder nichts. Was sich dadurch in einer vorhandenen Standortbestimmung ändert, lässt sich in einem Schritt zurücknehmen.</translation>
        </message>
        <message>
            <source>There is nothing to take in. Nothing has been changed.</source>
            <translation>Es gibt nichts zu übernehmen. Geändert wurde nichts.</translation>
        </message>
        <message>
            <source>&amp;Close</source>
            <translation>&amp;Schließen</translation>
        </message>
        <message>
            <source>You have stopped the import. What has been taken in stays.</source>
            <translation>Sie haben den Import angehalten. Was schon übernommen ist, bleibt.</translation>
        </message>
        <message>
            <source>What was changed can be taken back with “Undo”, for each assessment.</source>
            <translation>Was sich geändert hat, lässt sich in jeder Standortbestimmung mit „Rückgängig“ zurücknehmen.</translation>
        </message>
        <message>
            <source>It stops after this file. What has been taken in stays.</source>
            <translation>Nach dieser Datei ist Schluss. Was schon übernommen ist, bleibt.</translation>
        </message>
        <message>
            <source>The files are being taken in…</source>
            <translation>Die Dateien werden übernommen…</translation>
        </message>
        <message>
            <source>The preview is being brought up to date…</source>
            <translation>Die Vorschau wird angepasst…</translation>
        </message>
        <message>
            <source>Copied.</source>
            <translation>Kopiert.</translation>
        </message>
        <message>
            <source>Content</source>
            <translation>Inhalt</translation>
        </message>
        <message>
            <source>What happens</source>
            <translation>Was geschieht</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Dateien</translation>
        </message>
    </context>
    <context>
        <name>Importing</name>
        <message>
            <source>All that can be imported (*.kiassess *.xlsx *.ods);;All files (*)</source>
            <translation>Alles, was sich importieren lässt (*.kiassess *.xlsx *.ods);;Alle Dateien (*)</translation>
        </message>
        <message>
            <source>Import files</source>
            <translation>Dateien importieren</translation>
        </message>
        <message>
            <source>Import a folder</source>
            <translation>Ordner importieren</translation>
        </message>
        <message>
            <source>Text file (*.txt)</source>
            <translation>Textdatei (*.txt)</translation>
        </message>
        <message>
            <source>Exported: {file}</source>
            <translation>Exportiert: {file}</translation>
        </message>
    </context>
    <context>
        <name>InterviewDialog</name>
        <message>
            <source>Interview plan</source>
            <translation>Gesprächsplan</translation>
        </message>
        <message>
            <source>&amp;Print…</source>
            <translation>&amp;Drucken…</translation>
        </message>
        <message>
            <source>Save as P&amp;DF…</source>
            <translation>Als &amp;PDF speichern…</translation>
        </message>
    </context>
    <context>
        <name>ItemCard</name>
        <message>
            <source>Note, evidence, target and more</source>
            <translation>Notiz, Nachweis, Ziel und mehr</translation>
        </message>
        <message>
            <source>History of the answer…</source>
            <translation>Verlauf der Antwort…</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>Ziel</translation>
        </message>
        <message>
            <source>Don't know, clarify (W)</source>
            <translation>Weiß nicht, klären (W)</translation>
        </message>
        <message>
            <source>Does not apply … (N)</source>
            <translation>Trifft nicht zu … (N)</translation>
        </message>
        <message>
            <source>Why it does not apply</source>
            <translation>Warum es nicht zutrifft</translation>
        </message>
        <message>
            <source>Why does it not apply? Needed, one sentence.</source>
            <translation>Warum trifft es nicht zu? Ein Satz, notwendig.</translation>
        </message>
        <message>
            <source>“Does not apply” counts as soon as you give a reason.</source>
            <translation>„Trifft nicht zu“ gilt, sobald Sie einen Grund angeben.</translation>
        </message>
    </context>
    <context>
        <name>LackingPart</name>
        <message>
            <source>Minimum requirements that are lacking</source>
            <translation>Mindestanforderungen, die fehlen</translation>
        </message>
        <message>
            <source>What most lack</source>
            <translation>Was der Mehrheit fehlt</translation>
        </message>
        <message>
            <source>What would help most</source>
            <translation>Was den meisten helfen würde</translation>
        </message>
        <message>
            <source>Already at level 4</source>
            <translation>Schon auf Stufe 4</translation>
        </message>
        <message>
            <source>Minimum requirement</source>
            <translation>Mindestanforderung</translation>
        </message>
        <message>
            <source>Lacking or unclear</source>
            <translation>Fehlt oder ungeklärt</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>Frage</translation>
        </message>
        <message>
            <source>Below the target level</source>
            <translation>Unter der Zielstufe</translation>
        </message>
        <message>
            <source>Measure</source>
            <translation>Maßnahme</translation>
        </message>
        <message>
            <source>Would help</source>
            <translation>Würde helfen</translation>
        </message>
    </context>
    <context>
        <name>LensCard</name>
        <message>
            <source>Lens</source>
            <translation>Blickwinkel</translation>
        </message>
        <message>
            <source>Points of the lens</source>
            <translation>Punkte des Blickwinkels</translation>
        </message>
        <message>
            <source>Building blocks</source>
            <translation>Bausteine</translation>
        </message>
    </context>
    <context>
        <name>LensModel</name>
        <message>
            <source>Tendency</source>
            <translation>Tendenz</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Profilwert</translation>
        </message>
        <message>
            <source>Band</source>
            <translation>Spanne</translation>
        </message>
        <message>
            <source>Coverage</source>
            <translation>Abdeckung</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Hinweis</translation>
        </message>
    </context>
    <context>
        <name>LensPartView</name>
        <message>
            <source>At the core</source>
            <translation>Im Kern</translation>
        </message>
        <message>
            <source>At the edge</source>
            <translation>Am Rand</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Start</source>
            <translation>Start</translation>
        </message>
        <message>
            <source>Questionnaire</source>
            <translation>Fragebogen</translation>
        </message>
        <message>
            <source>Profile</source>
            <translation>Profil</translation>
        </message>
        <message>
            <source>Measures</source>
            <translation>Maßnahmen</translation>
        </message>
        <message>
            <source>Comparison</source>
            <translation>Vergleich</translation>
        </message>
        <message>
            <source>Every answer is saved at once</source>
            <translation>Jede Antwort wird sofort gespeichert</translation>
        </message>
        <message>
            <source>For reading only: open in another window</source>
            <translation>Nur zum Lesen: in einem anderen Fenster geöffnet</translation>
        </message>
        <message>
            <source>The last answer could not be saved. Close all the same?</source>
            <translation>Die letzte Antwort konnte nicht gespeichert werden. Trotzdem schließen?</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Go back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>Not saved: the last answer. Ctrl+S tries again.</source>
            <translation>Nicht gespeichert: die letzte Antwort. Strg+S versucht es noch einmal.</translation>
        </message>
        <message>
            <source>All changes saved – {time}</source>
            <translation>Alle Änderungen gespeichert – {time}</translation>
        </message>
    </context>
    <context>
        <name>MeasureDetails</name>
        <message>
            <source>See it in the plan</source>
            <translation>Im Plan ansehen</translation>
        </message>
        <message>
            <source>Take over into the plan</source>
            <translation>In den Plan übernehmen</translation>
        </message>
        <message>
            <source>Edit…</source>
            <translation>Bearbeiten…</translation>
        </message>
        <message>
            <source>Own wording…</source>
            <translation>Eigener Wortlaut…</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <source>Words of the catalogue again</source>
            <translation>Wieder der Wortlaut des Katalogs</translation>
        </message>
        <message>
            <source>Hide…</source>
            <translation>Ausblenden…</translation>
        </message>
    </context>
    <context>
        <name>MeasuresPage</name>
        <message>
            <source>Part of the page</source>
            <translation>Teil der Seite</translation>
        </message>
        <message>
            <source>Measures</source>
            <translation>Maßnahmen</translation>
        </message>
        <message>
            <source>Recommended</source>
            <translation>Empfehlungen</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>Plan</translation>
        </message>
        <message>
            <source>What if</source>
            <translation>Was wäre wenn</translation>
        </message>
        <message>
            <source>Action fields</source>
            <translation>Handlungsfelder</translation>
        </message>
        <message>
            <source>AI register</source>
            <translation>KI-Verzeichnis</translation>
        </message>
    </context>
    <context>
        <name>Menus</name>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Datei</translation>
        </message>
        <message>
            <source>&amp;New assessment…</source>
            <translation>&amp;Neue Standortbestimmung…</translation>
        </message>
        <message>
            <source>&amp;Import…</source>
            <translation>&amp;Importieren…</translation>
        </message>
        <message>
            <source>Import &amp;folder…</source>
            <translation>O&amp;rdner importieren…</translation>
        </message>
        <message>
            <source>&amp;Export to Excel…</source>
            <translation>Nach &amp;Excel exportieren…</translation>
        </message>
        <message>
            <source>Save as e&amp;xchange file…</source>
            <translation>Als &amp;Austauschdatei speichern…</translation>
        </message>
        <message>
            <source>&amp;Hand out fill-in workbooks…</source>
            <translation>&amp;Umlaufmappen ausgeben…</translation>
        </message>
        <message>
            <source>Save &amp;chart…</source>
            <translation>Diagra&amp;mm speichern…</translation>
        </message>
        <message>
            <source>&amp;Print…</source>
            <translation>&amp;Drucken…</translation>
        </message>
        <message>
            <source>&amp;Save everything now</source>
            <translation>Alles jetzt &amp;speichern</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Beenden</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>&amp;Bearbeiten</translation>
        </message>
        <message>
            <source>&amp;Undo {what}</source>
            <translation>{what} zu&amp;rücknehmen</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Rückgängig</translation>
        </message>
        <message>
            <source>&amp;Redo {what}</source>
            <translation>{what} &amp;wiederherstellen</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>&amp;Wiederherstellen</translation>
        </message>
        <message>
            <source>&amp;Details of the assessment…</source>
            <translation>&amp;Angaben zur Standortbestimmung…</translation>
        </message>
        <message>
            <source>&amp;Targets of a building block…</source>
            <translation>&amp;Ziele eines Bausteins…</translation>
        </message>
        <message>
            <source>&amp;Find question</source>
            <translation>&amp;Frage suchen</translation>
        </message>
        <message>
            <source>&amp;History of the answer…</source>
            <translation>&amp;Verlauf der Antwort…</translation>
        </message>
        <message>
            <source>&amp;Move to a newer questionnaire…</source>
            <translation>Auf neueren Fragenkatalog &amp;umstellen…</translation>
        </message>
        <message>
            <source>De&amp;lete assessment…</source>
            <translation>Standortbestimmung &amp;löschen…</translation>
        </message>
        <message>
            <source>Show &amp;measures</source>
            <translation>Maß&amp;nahmen ansehen</translation>
        </message>
        <message>
            <source>&amp;Compare assessments</source>
            <translation>Standortbestimmungen &amp;vergleichen</translation>
        </message>
        <message>
            <source>What needs c&amp;larifying…</source>
            <translation>Klärungs&amp;bedarf…</translation>
        </message>
        <message>
            <source>&amp;Workshop…</source>
            <translation>&amp;Workshop…</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Ansicht</translation>
        </message>
        <message>
            <source>&amp;Keep a state…</source>
            <translation>Stand &amp;festhalten…</translation>
        </message>
        <message>
            <source>Kept s&amp;tates…</source>
            <translation>Fest&amp;gehaltene Stände…</translation>
        </message>
        <message>
            <source>S&amp;witch between list and page</source>
            <translation>&amp;Zwischen Liste und Seite wechseln</translation>
        </message>
        <message>
            <source>&amp;As the system</source>
            <translation>&amp;Wie das System</translation>
        </message>
        <message>
            <source>&amp;Light</source>
            <translation>&amp;Hell</translation>
        </message>
        <message>
            <source>&amp;Dark</source>
            <translation>&amp;Dunkel</translation>
        </message>
        <message>
            <source>&amp;Colours</source>
            <translation>&amp;Farben</translation>
        </message>
        <message>
            <source>&amp;Text size</source>
            <translation>&amp;Textgröße</translation>
        </message>
        <message>
            <source>La&amp;rger text</source>
            <translation>Text &amp;größer</translation>
        </message>
        <message>
            <source>S&amp;maller text</source>
            <translation>Text &amp;kleiner</translation>
        </message>
        <message>
            <source>Lan&amp;guage</source>
            <translation>&amp;Sprache</translation>
        </message>
        <message>
            <source>Eval&amp;uation</source>
            <translation>Aus&amp;wertung</translation>
        </message>
        <message>
            <source>&amp;Show profile</source>
            <translation>&amp;Profil zeigen</translation>
        </message>
        <message>
            <source>&amp;Interview plan…</source>
            <translation>&amp;Gesprächsplan…</translation>
        </message>
        <message>
            <source>E&amp;xtras</source>
            <translation>E&amp;xtras</translation>
        </message>
        <message>
            <source>View &amp;example</source>
            <translation>&amp;Beispiel ansehen</translation>
        </message>
        <message>
            <source>&amp;Restore a backup…</source>
            <translation>&amp;Sicherung wiederherstellen…</translation>
        </message>
        <message>
            <source>Check this &amp;workplace…</source>
            <translation>&amp;Arbeitsplatz-Check…</translation>
        </message>
        <message>
            <source>Show &amp;folder of the data</source>
            <translation>&amp;Ordner der Daten zeigen</translation>
        </message>
        <message>
            <source>Show folder for &amp;own questionnaires</source>
            <translation>Ordner für ei&amp;gene Fragenkataloge zeigen</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Hilfe</translation>
        </message>
        <message>
            <source>&amp;Help for this page</source>
            <translation>&amp;Hilfe zu dieser Seite</translation>
        </message>
        <message>
            <source>About the &amp;method</source>
            <translation>Über die &amp;Methode</translation>
        </message>
        <message>
            <source>&amp;About kiassess</source>
            <translation>Ü&amp;ber kiassess</translation>
        </message>
    </context>
    <context>
        <name>Messages</name>
        <message>
            <source>Try &amp;again</source>
            <translation>&amp;Erneut versuchen</translation>
        </message>
        <message>
            <source>&amp;Later</source>
            <translation>&amp;Später</translation>
        </message>
    </context>
    <context>
        <name>MoreCard</name>
        <message>
            <source>Go on with the s&amp;hort version</source>
            <translation>Mit der K&amp;urzfassung weiter</translation>
        </message>
        <message>
            <source>Go on with the full anal&amp;ysis</source>
            <translation>Mit der V&amp;ollanalyse weiter</translation>
        </message>
        <message>
            <source>What comes on top</source>
            <translation>Was noch dazukommt</translation>
        </message>
    </context>
    <context>
        <name>MunicipalitiesModel</name>
        <message>
            <source>{count} inh.</source>
            <translation>{count} Einw.</translation>
        </message>
    </context>
    <context>
        <name>MunicipalityPicker</name>
        <message>
            <source>&amp;Use the name as typed</source>
            <translation>Namen so ü&amp;bernehmen</translation>
        </message>
        <message>
            <source>The {count} best matches</source>
            <translation>Die {count} besten Treffer</translation>
        </message>
        <message numerus="yes">
            <source>%n match(es)</source>
            <translation>
                <numerusform>%n Treffer</numerusform>
                <numerusform>%n Treffer</numerusform>
            </translation>
        </message>
        <message>
            <source>Type the name of your organisation.</source>
            <translation>Geben Sie den Namen Ihrer Organisation ein.</translation>
        </message>
        <message>
            <source>The register of municipalities cannot be read. Please type the name and use it as typed.</source>
            <translation>Das Gemeindeverzeichnis lässt sich nicht lesen. Bitte geben Sie den Namen ein und übernehmen Sie ihn so.</translation>
        </message>
        <message>
            <source>Type the beginning of the name, such as “bad d”, or the official key, such as “08421”, and choose from the list.</source>
            <translation>Tippen Sie den Anfang des Namens, zum Beispiel „bad d“, oder den amtlichen Schlüssel, zum Beispiel „08421“, und wählen Sie aus der Liste.</translation>
        </message>
        <message>
            <source>Nothing found under “{kind}”, but under: {others}. Please choose that kind above, or use the name as you typed it.</source>
            <translation>Unter „{kind}“ wurde nichts gefunden, aber unter: {others}. Bitte wählen Sie diese Art oben aus, oder übernehmen Sie den Namen so, wie er dasteht.</translation>
        </message>
        <message>
            <source>“{name}” is not in the register. Please check the spelling, or use the name as you typed it.</source>
            <translation>„{name}“ steht nicht im Gemeindeverzeichnis. Bitte prüfen Sie die Schreibweise, oder übernehmen Sie den Namen so, wie er dasteht.</translation>
        </message>
        <message>
            <source>e.g. bad d, Muenster or 08421</source>
            <translation>z. B. bad d, Muenster oder 08421</translation>
        </message>
        <message>
            <source>Matches</source>
            <translation>Treffer</translation>
        </message>
        <message>
            <source>&amp;Type of organisation</source>
            <translation>A&amp;rt der Organisation</translation>
        </message>
        <message>
            <source>&amp;Name or official key (AGS)</source>
            <translation>&amp;Name oder amtlicher Schlüssel (AGS)</translation>
        </message>
    </context>
    <context>
        <name>Navigation</name>
        <message>
            <source>Pages</source>
            <translation>Seiten</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
    </context>
    <context>
        <name>NewAssessmentDialog</name>
        <message>
            <source>Cr&amp;eate</source>
            <translation>An&amp;legen</translation>
        </message>
        <message>
            <source>New assessment</source>
            <translation>Neue Standortbestimmung</translation>
        </message>
        <message>
            <source>&amp;Questionnaire</source>
            <translation>&amp;Fragenkatalog</translation>
        </message>
        <message>
            <source>Please choose your municipality first.</source>
            <translation>Bitte wählen Sie zuerst Ihre Kommune.</translation>
        </message>
    </context>
    <context>
        <name>Notices</name>
        <message>
            <source>This is kiassess {version}, a newer version. Your data has come along.</source>
            <translation>Das ist kiassess {version}, eine neuere Version. Ihre Daten sind wie gewohnt da.</translation>
        </message>
        <message>
            <source>Back to the assessment</source>
            <translation>Zurück zur Standortbestimmung</translation>
        </message>
        <message>
            <source>See what would change…</source>
            <translation>Ansehen, was sich ändern würde…</translation>
        </message>
        <message>
            <source>See the workplace check…</source>
            <translation>Arbeitsplatz-Check ansehen…</translation>
        </message>
        <message>
            <source>See what is new…</source>
            <translation>Ansehen, was neu ist…</translation>
        </message>
        <message>
            <source>You are looking at the state “{name}” of {date}. It cannot be changed.</source>
            <translation>Sie sehen den Stand „{name}“ vom {date}. Er lässt sich nicht ändern.</translation>
        </message>
        <message>
            <source>There is a newer version of the questionnaire: {version}. Your answers stay as they are until you move.</source>
            <translation>Es gibt eine neuere Version des Fragenkatalogs: {version}. Ihre Antworten bleiben, wie sie sind, bis Sie umstellen.</translation>
        </message>
    </context>
    <context>
        <name>OverviewPart</name>
        <message>
            <source>&amp;Group by size class</source>
            <translation>Nach &amp;Größenklasse gruppieren</translation>
        </message>
        <message>
            <source>&amp;Narrow rows</source>
            <translation>Enge Zei&amp;len</translation>
        </message>
        <message>
            <source>Heatmap</source>
            <translation>Heatmap</translation>
        </message>
        <message>
            <source>Show profile</source>
            <translation>&amp;Profil zeigen</translation>
        </message>
        <message>
            <source>&amp;Keep in focus</source>
            <translation>In den Blick neh&amp;men</translation>
        </message>
        <message>
            <source>Save chart…</source>
            <translation>Diagramm speichern…</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Nummer</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Population</source>
            <translation>Einwohnerzahl</translation>
        </message>
        <message>
            <source>Building blocks</source>
            <translation>Bausteine</translation>
        </message>
        <message>
            <source>Areas</source>
            <translation>Bereiche</translation>
        </message>
        <message>
            <source>Minimum requirements</source>
            <translation>Mindestanforderungen</translation>
        </message>
        <message>
            <source>&amp;Columns</source>
            <translation>&amp;Zeigen</translation>
        </message>
        <message>
            <source>Sort &amp;by</source>
            <translation>Sortieren na&amp;ch</translation>
        </message>
    </context>
    <context>
        <name>OwnFieldDialog</name>
        <message>
            <source>Own action field</source>
            <translation>Eigenes Handlungsfeld</translation>
        </message>
        <message>
            <source>For example fire brigade, tourism or economic development.</source>
            <translation>Zum Beispiel Feuerwehr, Tourismus oder Wirtschaftsförderung.</translation>
        </message>
        <message>
            <source>&amp;Keep</source>
            <translation>&amp;Übernehmen</translation>
        </message>
        <message>
            <source>&amp;Name of the field</source>
            <translation>&amp;Name des Feldes</translation>
        </message>
    </context>
    <context>
        <name>OwnMeasureDialog</name>
        <message>
            <source>nobody yet</source>
            <translation>noch niemand</translation>
        </message>
        <message>
            <source>no question, it always fits</source>
            <translation>keine Frage, sie passt immer</translation>
        </message>
        <message>
            <source>&amp;Keep</source>
            <translation>&amp;Merken</translation>
        </message>
        <message>
            <source>New measure</source>
            <translation>Neue Maßnahme</translation>
        </message>
        <message>
            <source>It needs a title.</source>
            <translation>Es fehlt noch ein Titel.</translation>
        </message>
        <message>
            <source>Own measure</source>
            <translation>Eigene Maßnahme</translation>
        </message>
        <message>
            <source>Own wording</source>
            <translation>Eigener Wortlaut</translation>
        </message>
        <message>
            <source>Only the title is needed. It then stands among the recommended measures.</source>
            <translation>Nötig ist nur der Titel. Die Maßnahme steht danach bei den Empfehlungen.</translation>
        </message>
        <message>
            <source>What you leave empty or unchanged goes on following the catalogue. You can get its words back at any time.</source>
            <translation>Was Sie leer oder unverändert lassen, folgt weiter dem Katalog. Seinen Wortlaut können Sie jederzeit zurückholen.</translation>
        </message>
        <message>
            <source>&amp;Title</source>
            <translation>&amp;Titel</translation>
        </message>
        <message>
            <source>&amp;Goal: what is better afterwards</source>
            <translation>&amp;Ziel: was danach besser ist</translation>
        </message>
        <message>
            <source>&amp;Steps, one a line</source>
            <translation>&amp;Schritte, je Zeile einer</translation>
        </message>
        <message>
            <source>&amp;Result: what there is at the end</source>
            <translation>&amp;Ergebnis: was am Ende vorliegt</translation>
        </message>
        <message>
            <source>Stumbling &amp;block</source>
            <translation>St&amp;olperstein</translation>
        </message>
        <message>
            <source>How you measure s&amp;uccess</source>
            <translation>&amp;Woran Sie den Erfolg messen</translation>
        </message>
        <message>
            <source>&amp;Lead</source>
            <translation>&amp;Federführung</translation>
        </message>
        <message>
            <source>&amp;Effort</source>
            <translation>&amp;Aufwand</translation>
        </message>
        <message>
            <source>&amp;Cost in the first year</source>
            <translation>&amp;Kosten im ersten Jahr</translation>
        </message>
        <message>
            <source>Be&amp;nefit</source>
            <translation>&amp;Nutzen</translation>
        </message>
        <message>
            <source>Ste&amp;p to the strategy</source>
            <translation>S&amp;chritt zur Strategie</translation>
        </message>
        <message>
            <source>Fits as long as this &amp;question</source>
            <translation>&amp;Passt, solange diese Frage</translation>
        </message>
        <message>
            <source>is below le&amp;vel</source>
            <translation>&amp;unter dieser Stufe liegt</translation>
        </message>
    </context>
    <context>
        <name>PackDialog</name>
        <message>
            <source>Who gets a workbook</source>
            <translation>Wer eine Mappe bekommt</translation>
        </message>
        <message>
            <source>Enter the answers that are &amp;known</source>
            <translation>&amp;Bekannte Antworten eintragen</translation>
        </message>
        <message>
            <source>To be &amp;printed and ticked with a pen</source>
            <translation>Zum &amp;Ausdrucken und Ankreuzen mit dem Stift</translation>
        </message>
        <message>
            <source>Kind of file</source>
            <translation>Dateiart</translation>
        </message>
        <message>
            <source>&amp;Excel workbook (.xlsx)</source>
            <translation>&amp;Excel-Arbeitsmappe (.xlsx)</translation>
        </message>
        <message>
            <source>Open&amp;Document spreadsheet (.ods)</source>
            <translation>Open&amp;Document-Tabelle (.ods)</translation>
        </message>
        <message>
            <source>They go into this folder:</source>
            <translation>Die Mappen kommen in diesen Ordner:</translation>
        </message>
        <message>
            <source>C&amp;hoose another folder…</source>
            <translation>Anderen &amp;Ordner wählen…</translation>
        </message>
        <message>
            <source>&amp;Hand out</source>
            <translation>A&amp;usgeben</translation>
        </message>
        <message numerus="yes">
            <source>%n workbook(s) and a text for the e-mails</source>
            <translation>
                <numerusform>%n Mappe und ein Text für die E-Mail</numerusform>
                <numerusform>%n Mappen und ein Text für die E-Mails</numerusform>
            </translation>
        </message>
        <message>
            <source>Please tick at least one workbook.</source>
            <translation>Bitte haken Sie mindestens eine Mappe an.</translation>
        </message>
        <message>
            <source>Hand out fill-in workbooks</source>
            <translation>Umlaufmappen ausgeben</translation>
        </message>
        <message>
            <source>Each workbook holds the questions for one role at {name}. It is filled in with Excel or LibreOffice, without kiassess. What comes back you take in with “Import…”, in any order.</source>
            <translation>Jede Mappe enthält die Fragen für eine Rolle bei {name}. Zum Ausfüllen genügt Excel oder LibreOffice, kiassess ist nicht nötig. Was zurückkommt, übernehmen Sie mit „Importieren…“, in beliebiger Reihenfolge.</translation>
        </message>
        <message>
            <source>A question may be meant for several roles. It then stands in each of their workbooks, so that it shows where they disagree.</source>
            <translation>Eine Frage kann für mehrere Rollen gedacht sein. Dann steht sie in jeder ihrer Mappen. So zeigt sich, wo die Antworten auseinandergehen.</translation>
        </message>
    </context>
    <context>
        <name>PackModel</name>
        <message>
            <source>Workbook for</source>
            <translation>Mappe für</translation>
        </message>
        <message>
            <source>Questions</source>
            <translation>Fragen</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Offen</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>Minuten</translation>
        </message>
    </context>
    <context>
        <name>PairPart</name>
        <message>
            <source>Assessment &amp;1</source>
            <translation>Standortbestimmung &amp;1</translation>
        </message>
        <message>
            <source>Assessment &amp;2</source>
            <translation>Standortbestimmung &amp;2</translation>
        </message>
    </context>
    <context>
        <name>PlanDesk</name>
        <message>
            <source>Removed: {title}. You can take this back.</source>
            <translation>Entfernt: {title}. Mit „Rückgängig“ holen Sie den Eintrag zurück.</translation>
        </message>
        <message>
            <source>Dates are suggested. You can take this back.</source>
            <translation>Termine sind vorgeschlagen. Mit „Rückgängig“ nehmen Sie sie zurück.</translation>
        </message>
        <message>
            <source>Taken over from the round before</source>
            <translation>Aus der vorigen Runde übernommen</translation>
        </message>
        <message>
            <source>Preparing the printout …</source>
            <translation>Der Ausdruck wird vorbereitet …</translation>
        </message>
        <message>
            <source>PDF (*.pdf)</source>
            <translation>PDF (*.pdf)</translation>
        </message>
        <message>
            <source>Excel workbook (*.xlsx)</source>
            <translation>Excel-Arbeitsmappe (*.xlsx)</translation>
        </message>
        <message>
            <source>Calendar (*.ics)</source>
            <translation>Kalender (*.ics)</translation>
        </message>
        <message>
            <source>Exporting …</source>
            <translation>Wird exportiert …</translation>
        </message>
        <message>
            <source>The printout is ready</source>
            <translation>Der Ausdruck ist bereit</translation>
        </message>
        <message>
            <source>Not printed</source>
            <translation>Nicht gedruckt</translation>
        </message>
        <message>
            <source>Not exported</source>
            <translation>Nicht exportiert</translation>
        </message>
    </context>
    <context>
        <name>PlanEntryDialog</name>
        <message>
            <source>&amp;Keep</source>
            <translation>Über&amp;nehmen</translation>
        </message>
        <message>
            <source>no step</source>
            <translation>kein Schritt</translation>
        </message>
        <message>
            <source>Plan entry</source>
            <translation>Eintrag im Plan</translation>
        </message>
        <message>
            <source>Only to be read.</source>
            <translation>Nur zum Lesen.</translation>
        </message>
    </context>
    <context>
        <name>PlanModel</name>
        <message>
            <source>Step</source>
            <translation>Schritt</translation>
        </message>
    </context>
    <context>
        <name>PlanPart</name>
        <message>
            <source>Take over these entries</source>
            <translation>Diese Einträge übernehmen</translation>
        </message>
        <message>
            <source>Suggest &amp;dates</source>
            <translation>Vorschlag für &amp;Termine</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>Plan</translation>
        </message>
        <message>
            <source>Show &amp;recommendations</source>
            <translation>&amp;Empfehlungen zeigen</translation>
        </message>
        <message>
            <source>&amp;New entry…</source>
            <translation>&amp;Neuer Eintrag…</translation>
        </message>
        <message>
            <source>&amp;Open entry…</source>
            <translation>Eintrag ö&amp;ffnen…</translation>
        </message>
        <message>
            <source>Re&amp;move entry</source>
            <translation>Eintrag &amp;entfernen</translation>
        </message>
        <message>
            <source>&amp;Print…</source>
            <translation>&amp;Drucken…</translation>
        </message>
        <message>
            <source>As PD&amp;F…</source>
            <translation>Als &amp;PDF…</translation>
        </message>
        <message>
            <source>To E&amp;xcel…</source>
            <translation>Nach E&amp;xcel…</translation>
        </message>
        <message>
            <source>&amp;Calendar file (.ics)…</source>
            <translation>&amp;Kalenderdatei (.ics)…</translation>
        </message>
        <message>
            <source>A4 landscape</source>
            <translation>A4 quer</translation>
        </message>
        <message>
            <source>A3 landscape</source>
            <translation>A3 quer</translation>
        </message>
        <message>
            <source>P&amp;aper</source>
            <translation>Pa&amp;pier</translation>
        </message>
    </context>
    <context>
        <name>PlausibilityCard</name>
        <message>
            <source>Does this fit together?</source>
            <translation>Passt das zusammen?</translation>
        </message>
    </context>
    <context>
        <name>PrecheckDialog</name>
        <message>
            <source>&amp;Next</source>
            <translation>&amp;Weiter</translation>
        </message>
        <message>
            <source>&amp;Back</source>
            <translation>&amp;Zurück</translation>
        </message>
        <message>
            <source>Question {number}</source>
            <translation>Frage {number}</translation>
        </message>
        <message>
            <source>Choose all that apply.</source>
            <translation>Wählen Sie alles, was zutrifft.</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <source>&amp;Keep result</source>
            <translation>Ergebnis &amp;übernehmen</translation>
        </message>
        <message>
            <source>Please choose. “Unclear” is an answer, too.</source>
            <translation>Bitte wählen Sie. Auch „Unklar“ ist eine Antwort.</translation>
        </message>
    </context>
    <context>
        <name>Printouts</name>
        <message>
            <source>Preparing the printout …</source>
            <translation>Der Ausdruck wird vorbereitet …</translation>
        </message>
        <message>
            <source>Saved: {file}</source>
            <translation>Gespeichert: {file}</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>Als PDF speichern</translation>
        </message>
        <message>
            <source>PDF (*.pdf)</source>
            <translation>PDF (*.pdf)</translation>
        </message>
        <message>
            <source>The printout is ready</source>
            <translation>Der Ausdruck ist bereit</translation>
        </message>
        <message>
            <source>Not printed</source>
            <translation>Nicht gedruckt</translation>
        </message>
    </context>
    <context>
        <name>ProfilePage</name>
        <message>
            <source>View</source>
            <translation>Ansicht</translation>
        </message>
        <message>
            <source>Go to the &amp;questionnaire</source>
            <translation>Zum &amp;Fragebogen</translation>
        </message>
        <message>
            <source>Set tar&amp;gets…</source>
            <translation>&amp;Ziele setzen…</translation>
        </message>
        <message>
            <source>Plan &amp;interviews…</source>
            <translation>&amp;Interviews planen…</translation>
        </message>
        <message>
            <source>Te&amp;ndencies</source>
            <translation>Te&amp;ndenzen</translation>
        </message>
        <message>
            <source>&amp;Dots and bands</source>
            <translation>&amp;Punkte und Spannen</translation>
        </message>
        <message>
            <source>&amp;Radar</source>
            <translation>&amp;Netz</translation>
        </message>
        <message>
            <source>&amp;Heatmap</source>
            <translation>&amp;Heatmap</translation>
        </message>
        <message>
            <source>&amp;Levels</source>
            <translation>Stu&amp;fen</translation>
        </message>
        <message>
            <source>&amp;Table</source>
            <translation>&amp;Tabelle</translation>
        </message>
        <message>
            <source>Profile</source>
            <translation>Profil</translation>
        </message>
    </context>
    <context>
        <name>ProfileTables</name>
        <message>
            <source>Building blocks</source>
            <translation>Bausteine</translation>
        </message>
        <message>
            <source>Areas</source>
            <translation>Bereiche</translation>
        </message>
        <message>
            <source>Areas and building blocks</source>
            <translation>Bereiche und Bausteine</translation>
        </message>
        <message>
            <source>Levels of each area</source>
            <translation>Stufen je Bereich</translation>
        </message>
    </context>
    <context>
        <name>QuestionPanel</name>
        <message>
            <source>No question matches.</source>
            <translation>Keine Frage passt dazu.</translation>
        </message>
        <message>
            <source>All questions</source>
            <translation>Alle Fragen</translation>
        </message>
        <message>
            <source>Open questions</source>
            <translation>Offene Fragen</translation>
        </message>
        <message>
            <source>Answered “don't know”</source>
            <translation>Mit „weiß nicht“ beantwortet</translation>
        </message>
        <message>
            <source>Needs clarifying: two levels apart or more</source>
            <translation>Klärungsbedarf: ab zwei Stufen Abstand</translation>
        </message>
        <message>
            <source>Still to be agreed: voices differ</source>
            <translation>Noch abzustimmen: Stimmen verschieden</translation>
        </message>
        <message>
            <source>Knows: {role}</source>
            <translation>Weiß es: {role}</translation>
        </message>
        <message>
            <source>Search questions (Ctrl+F)</source>
            <translation>Fragen durchsuchen (Strg+F)</translation>
        </message>
        <message>
            <source>Search questions</source>
            <translation>Fragen durchsuchen</translation>
        </message>
        <message>
            <source>Which questions are listed</source>
            <translation>Welche Fragen aufgelistet sind</translation>
        </message>
        <message>
            <source>Questions</source>
            <translation>Fragen</translation>
        </message>
    </context>
    <context>
        <name>QuestionsPage</name>
        <message>
            <source>Question</source>
            <translation>Frage</translation>
        </message>
        <message>
            <source>&amp;Back</source>
            <translation>&amp;Zurück</translation>
        </message>
        <message>
            <source>Next &amp;open question</source>
            <translation>Nächste &amp;offene Frage</translation>
        </message>
        <message>
            <source>To the &amp;profile</source>
            <translation>Zum &amp;Profil</translation>
        </message>
        <message>
            <source>&amp;Next</source>
            <translation>&amp;Weiter</translation>
        </message>
        <message>
            <source>List of questions</source>
            <translation>Liste der Fragen</translation>
        </message>
    </context>
    <context>
        <name>RecommendedPart</name>
        <message>
            <source>&amp;Own measure…</source>
            <translation>&amp;Eigene Maßnahme…</translation>
        </message>
        <message>
            <source>To Ex&amp;cel…</source>
            <translation>Nach Ex&amp;cel…</translation>
        </message>
        <message>
            <source>&amp;Print…</source>
            <translation>&amp;Drucken…</translation>
        </message>
        <message numerus="yes">
            <source>%n of {total} measures match.</source>
            <translation>
                <numerusform>%n von {total} Maßnahmen passt dazu.</numerusform>
                <numerusform>%n von {total} Maßnahmen passen dazu.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Show %n more</source>
            <translation>
                <numerusform>%n weitere anzeigen</numerusform>
                <numerusform>%n weitere anzeigen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Show %n</source>
            <translation>
                <numerusform>%n anzeigen</numerusform>
                <numerusform>%n anzeigen</numerusform>
            </translation>
        </message>
        <message>
            <source>Show fewer</source>
            <translation>Weniger anzeigen</translation>
        </message>
    </context>
    <context>
        <name>Records</name>
        <message>
            <source>State kept: {name}</source>
            <translation>Stand festgehalten: {name}</translation>
        </message>
        <message>
            <source>Deleted: {name}</source>
            <translation>Gelöscht: {name}</translation>
        </message>
        <message>
            <source>The questionnaire is up to date. There is no newer version on this PC.</source>
            <translation>Der Fragenkatalog ist aktuell. Auf diesem PC gibt es keine neuere Version.</translation>
        </message>
        <message>
            <source>Moved to version {version}. The former state is kept as “{name}”.</source>
            <translation>Umgestellt auf Version {version}. Der Stand davor heißt „{name}“.</translation>
        </message>
        <message>
            <source>Exchange file (*.kiassess)</source>
            <translation>Austauschdatei (*.kiassess)</translation>
        </message>
    </context>
    <context>
        <name>RegisterDesk</name>
        <message>
            <source>Now in the AI register: {name}</source>
            <translation>Jetzt im KI-Verzeichnis: {name}</translation>
        </message>
        <message>
            <source>Noted: AI is in use</source>
            <translation>Vermerkt: KI ist im Einsatz</translation>
        </message>
        <message>
            <source>Removed: {name}. “Undo” brings it back.</source>
            <translation>Entfernt: {name}. „Rückgängig“ holt es zurück.</translation>
        </message>
    </context>
    <context>
        <name>RegisterPapers</name>
        <message>
            <source>Picture (*.png);;Vector drawing (*.svg);;PDF (*.pdf)</source>
            <translation>Bild (*.png);;Vektorgrafik (*.svg);;PDF (*.pdf)</translation>
        </message>
        <message>
            <source>Preparing the printout …</source>
            <translation>Der Ausdruck wird vorbereitet …</translation>
        </message>
        <message>
            <source>Excel workbook (*.xlsx)</source>
            <translation>Excel-Arbeitsmappe (*.xlsx)</translation>
        </message>
        <message>
            <source>Exporting …</source>
            <translation>Wird exportiert …</translation>
        </message>
        <message>
            <source>The printout is ready</source>
            <translation>Der Ausdruck ist bereit</translation>
        </message>
        <message>
            <source>That did not work</source>
            <translation>Das hat nicht geklappt</translation>
        </message>
    </context>
    <context>
        <name>RegisterPart</name>
        <message>
            <source>Show this system</source>
            <translation>Dieses System zeigen</translation>
        </message>
        <message>
            <source>Yes, AI is in use</source>
            <translation>Ja, KI ist im Einsatz</translation>
        </message>
        <message>
            <source>New AI &amp;system…</source>
            <translation>Neues KI-&amp;System…</translation>
        </message>
        <message>
            <source>&amp;Open…</source>
            <translation>Ö&amp;ffnen…</translation>
        </message>
        <message>
            <source>&amp;Pre-check under the AI Act…</source>
            <translation>&amp;Vorprüfung KI-Verordnung…</translation>
        </message>
        <message>
            <source>&amp;Remove</source>
            <translation>Entfe&amp;rnen</translation>
        </message>
        <message>
            <source>AI register to Exce&amp;l…</source>
            <translation>KI-Verzeichnis nach &amp;Excel…</translation>
        </message>
        <message>
            <source>Prin&amp;t…</source>
            <translation>&amp;Drucken…</translation>
        </message>
        <message>
            <source>All AI systems that your administration uses, tries out or plans. The register goes along into the next assessment.</source>
            <translation>Alle KI-Systeme, die Ihre Verwaltung nutzt, erprobt oder plant. Das Verzeichnis geht in die nächste Standortbestimmung mit.</translation>
        </message>
    </context>
    <context>
        <name>RehearsalCard</name>
        <message>
            <source>Re&amp;hearse now</source>
            <translation>&amp;Probe jetzt durchführen</translation>
        </message>
        <message>
            <source>A rehearsal restores the newest backup for a moment, in memory only. Your data stays as it is. kiassess does this once a week without your doing.</source>
            <translation>Die Probe stellt die neueste Sicherung kurz wieder her, nur im Arbeitsspeicher. Ihr Datenbestand bleibt, wie er ist. Einmal in der Woche macht kiassess das ohne Ihr Zutun.</translation>
        </message>
        <message>
            <source>Rehearsal of restoring</source>
            <translation>Wiederherstellungsprobe</translation>
        </message>
        <message>
            <source>The rehearsal is running…</source>
            <translation>Die Probe läuft …</translation>
        </message>
    </context>
    <context>
        <name>RestoreDialog</name>
        <message>
            <source>Backups</source>
            <translation>Sicherungen</translation>
        </message>
        <message>
            <source>What would change</source>
            <translation>Was sich ändern würde</translation>
        </message>
        <message>
            <source>&amp;Restore</source>
            <translation>&amp;Wiederherstellen</translation>
        </message>
        <message>
            <source>The backup is being compared with the data of today…</source>
            <translation>Die Sicherung wird mit dem heutigen Datenbestand verglichen …</translation>
        </message>
        <message>
            <source>This backup cannot be read. Please choose another one.</source>
            <translation>Diese Sicherung ist nicht lesbar. Bitte wählen Sie eine andere.</translation>
        </message>
        <message>
            <source>Municipality</source>
            <translation>Kommune</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>Stand</translation>
        </message>
        <message>
            <source>Effect</source>
            <translation>Wirkung</translation>
        </message>
        <message>
            <source>Restore a backup</source>
            <translation>Sicherung wiederherstellen</translation>
        </message>
        <message>
            <source>There is no backup yet. kiassess makes one a day without your doing, as soon as there is something to keep.</source>
            <translation>Es gibt noch keine Sicherung. kiassess legt ohne Ihr Zutun täglich eine an, sobald es etwas zu sichern gibt.</translation>
        </message>
        <message>
            <source>kiassess makes these backups without your doing. Choose one.</source>
            <translation>kiassess legt diese Sicherungen ohne Ihr Zutun an. Wählen Sie eine aus, um ihre Wirkung zu sehen.</translation>
        </message>
        <message>
            <source>Before anything is restored, kiassess backs up the data of today. To take it back, restore that backup.</source>
            <translation>Vor dem Wiederherstellen sichert kiassess den heutigen Datenbestand. Möchten Sie das Wiederherstellen zurücknehmen, stellen Sie diese Sicherung wieder her.</translation>
        </message>
    </context>
    <context>
        <name>RoundFields</name>
        <message>
            <source>unknown</source>
            <translation>unbekannt</translation>
        </message>
        <message>
            <source>&amp;Population</source>
            <translation>&amp;Einwohnerzahl</translation>
        </message>
        <message>
            <source>&amp;Date of the assessment</source>
            <translation>&amp;Datum der Standortbestimmung</translation>
        </message>
    </context>
    <context>
        <name>RoundsPart</name>
        <message>
            <source>Why the values changed</source>
            <translation>Warum sich die Werte verändert haben</translation>
        </message>
        <message>
            <source>Answers that moved</source>
            <translation>Antworten, die sich bewegt haben</translation>
        </message>
        <message>
            <source>Building block</source>
            <translation>Baustein</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>Vorher</translation>
        </message>
        <message>
            <source>After</source>
            <translation>Nachher</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Veränderung</translation>
        </message>
        <message>
            <source>Real
change</source>
            <translation>davon
wirklich</translation>
        </message>
        <message>
            <source>Newly
answered</source>
            <translation>neu
beantwortet</translation>
        </message>
        <message>
            <source>Does not
apply</source>
            <translation>trifft
nicht zu</translation>
        </message>
        <message>
            <source>Question-
naire</source>
            <translation>Fragen-
katalog</translation>
        </message>
        <message numerus="yes">
            <source>%n answer(s) moved by a level or more</source>
            <translation>
                <numerusform>%n Antwort hat sich um mindestens eine Stufe bewegt</numerusform>
                <numerusform>%n Antworten haben sich um mindestens eine Stufe bewegt</numerusform>
            </translation>
        </message>
        <message>
            <source>No answer moved by a level</source>
            <translation>Keine Antwort hat sich um eine Stufe bewegt</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>Frage</translation>
        </message>
        <message>
            <source>Who answered</source>
            <translation>Wer geantwortet hat</translation>
        </message>
        <message>
            <source>Round &amp;1</source>
            <translation>Runde &amp;1</translation>
        </message>
        <message>
            <source>Round &amp;2</source>
            <translation>Runde &amp;2</translation>
        </message>
    </context>
    <context>
        <name>Safekeeping</name>
        <message>
            <source>The backup of {backup} has been restored. The data of before lies in the list of backups as “{reason}”. To take this back, restore that one.</source>
            <translation>Die Sicherung vom {backup} ist wiederhergestellt. Die Daten von vorher liegen in der Liste der Sicherungen unter „{reason}“. Um das rückgängig zu machen, stellen Sie diese wieder her.</translation>
        </message>
        <message>
            <source>Backed up – {time}</source>
            <translation>Gesichert – {time} Uhr</translation>
        </message>
        <message>
            <source>Text file (*.txt)</source>
            <translation>Textdatei (*.txt)</translation>
        </message>
        <message>
            <source>Exported: {file}</source>
            <translation>Exportiert: {file}</translation>
        </message>
    </context>
    <context>
        <name>SimulationCard</name>
        <message>
            <source>Building blocks today and in the simulation</source>
            <translation>Bausteine heute und in der Simulation</translation>
        </message>
        <message>
            <source>Show as a table</source>
            <translation>Als Tabelle zeigen</translation>
        </message>
        <message>
            <source>Save &amp;chart…</source>
            <translation>&amp;Diagramm speichern…</translation>
        </message>
    </context>
    <context>
        <name>SizeLine</name>
        <message>
            <source>Without the population there are no suggested target levels; you can set targets of your own.</source>
            <translation>Ohne Einwohnerzahl werden keine Zielstufen vorgeschlagen; eigene Ziele können Sie trotzdem setzen.</translation>
        </message>
        <message>
            <source>Size class: municipalities with {size}. The suggested target levels follow it: what is usually good enough for this size. You can change every target.</source>
            <translation>Größenklasse: Kommunen mit {size}. Danach richten sich die vorgeschlagenen Zielstufen: was bei dieser Größe meist genügt. Sie können jedes Ziel ändern.</translation>
        </message>
    </context>
    <context>
        <name>StartPage</name>
        <message>
            <source>Start</source>
            <translation>Start</translation>
        </message>
        <message>
            <source>Find out where your municipality stands with AI, in about 15 minutes.</source>
            <translation>Finden Sie in etwa 15 Minuten heraus, wo Ihre Kommune bei KI steht.</translation>
        </message>
        <message>
            <source>&amp;Open</source>
            <translation>Ö&amp;ffnen</translation>
        </message>
        <message>
            <source>&amp;New assessment…</source>
            <translation>&amp;Neue Standortbestimmung…</translation>
        </message>
        <message>
            <source>&amp;Import…</source>
            <translation>&amp;Importieren…</translation>
        </message>
        <message>
            <source>View exam&amp;ple</source>
            <translation>Beispiel an&amp;sehen</translation>
        </message>
        <message>
            <source>De&amp;lete…</source>
            <translation>&amp;Löschen…</translation>
        </message>
        <message>
            <source>All data stays on this PC:</source>
            <translation>Alle Daten bleiben auf diesem PC:</translation>
        </message>
        <message>
            <source>Your assessments</source>
            <translation>Ihre Standortbestimmungen</translation>
        </message>
        <message>
            <source>Welcome to kiassess</source>
            <translation>Willkommen bei kiassess</translation>
        </message>
        <message>
            <source>{settled} of {total}, {unknown} “don’t know”</source>
            <translation>{settled} von {total}, {unknown} weiß nicht</translation>
        </message>
        <message>
            <source>Open for reading only</source>
            <translation>Nur zum Lesen geöffnet</translation>
        </message>
        <message>
            <source>Another window is working with the data. You can open assessments here. To create or delete one, or to view the example, please close the other window and start kiassess again.</source>
            <translation>Ein anderes Fenster bearbeitet gerade den Datenbestand. Hier können Sie Standortbestimmungen öffnen und ansehen. Zum Anlegen, Löschen oder für das Beispiel schließen Sie bitte das andere Fenster und starten Sie kiassess neu.</translation>
        </message>
        <message>
            <source>Create an assessment: choose your municipality and the extent.</source>
            <translation>Legen Sie eine Standortbestimmung an: Wählen Sie Ihre Kommune und den Umfang.</translation>
        </message>
        <message>
            <source>Answer the questions in any order; every answer is saved at once, and “don’t know” is allowed.</source>
            <translation>Beantworten Sie die Fragen in beliebiger Reihenfolge; jede Antwort ist sofort gespeichert, und „weiß nicht“ ist erlaubt.</translation>
        </message>
        <message>
            <source>See in the profile where your municipality stands and what still has to be clarified.</source>
            <translation>Sehen Sie im Profil, wo Ihre Kommune steht und was noch zu klären ist.</translation>
        </message>
    </context>
    <context>
        <name>StatesDialog</name>
        <message>
            <source>Kept states</source>
            <translation>Festgehaltene Stände</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Ansehen</translation>
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation>&amp;Exportieren…</translation>
        </message>
        <message>
            <source>Compare with &amp;today</source>
            <translation>Mit &amp;heute vergleichen</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Kept on</source>
            <translation>Festgehalten am</translation>
        </message>
        <message>
            <source>By</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>Version of the
questionnaire</source>
            <translation>Version des
Fragenkatalogs</translation>
        </message>
        <message>
            <source>No state has been kept of this assessment yet. With “Keep a state” you hold on to all answers of a day, for example before a council meeting.</source>
            <translation>Von dieser Standortbestimmung ist noch kein Stand festgehalten. Mit „Stand festhalten“ bewahren Sie alle Antworten eines Tages auf, zum Beispiel vor einer Ratssitzung.</translation>
        </message>
        <message>
            <source>A state never changes. Double click or Enter shows it.</source>
            <translation>Ein Stand ändert sich nicht mehr. Ein Doppelklick oder die Eingabetaste zeigt ihn.</translation>
        </message>
    </context>
    <context>
        <name>StopWatch</name>
        <message>
            <source>{time} – time is up</source>
            <translation>{time} – Zeit ist um</translation>
        </message>
        <message>
            <source>{time} of {limit}</source>
            <translation>{time} von {limit}</translation>
        </message>
    </context>
    <context>
        <name>StripsPart</name>
        <message>
            <source>Only municipalities of the same &amp;kind and size</source>
            <translation>Nur Kommunen &amp;gleicher Art und Größenklasse</translation>
        </message>
        <message>
            <source>Statistics by size class</source>
            <translation>Statistik nach Größenklassen</translation>
        </message>
    </context>
    <context>
        <name>TablePart</name>
        <message>
            <source>All values</source>
            <translation>Alle Werte</translation>
        </message>
    </context>
    <context>
        <name>TargetField</name>
        <message>
            <source>no default</source>
            <translation>keine Vorgabe</translation>
        </message>
        <message>
            <source>default: {level}</source>
            <translation>Vorgabe: {level}</translation>
        </message>
    </context>
    <context>
        <name>TargetsDialog</name>
        <message>
            <source>Targets of a building block</source>
            <translation>Ziele eines Bausteins</translation>
        </message>
        <message>
            <source>&amp;Apply</source>
            <translation>Ü&amp;bernehmen</translation>
        </message>
        <message>
            <source>Target for all questions of this building block</source>
            <translation>Ziel für alle Fragen dieses Bausteins</translation>
        </message>
        <message>
            <source>&amp;Building block</source>
            <translation>B&amp;austein</translation>
        </message>
        <message>
            <source>&amp;Default of the size class</source>
            <translation>&amp;Vorgabe der Größenklasse</translation>
        </message>
    </context>
    <context>
        <name>TraceDialog</name>
        <message>
            <source>Questions behind this value</source>
            <translation>Fragen hinter diesem Wert</translation>
        </message>
        <message>
            <source>How this value comes about: {name}</source>
            <translation>So kommt dieser Wert zustande: {name}</translation>
        </message>
        <message>
            <source>A double click or Enter leads to the question.</source>
            <translation>Doppelklick oder Eingabetaste führt zur Frage.</translation>
        </message>
    </context>
    <context>
        <name>TraceModel</name>
        <message>
            <source>Question</source>
            <translation>Frage</translation>
        </message>
        <message>
            <source>Half</source>
            <translation>Teilbereich</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Stufe</translation>
        </message>
        <message>
            <source>Weight</source>
            <translation>Gewicht</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>Ziel</translation>
        </message>
        <message>
            <source>Counts in the value</source>
            <translation>Zählt im Profilwert</translation>
        </message>
    </context>
    <context>
        <name>TrendPart</name>
        <message>
            <source>Values and secured levels</source>
            <translation>Werte und gesicherte Stufen</translation>
        </message>
        <message>
            <source>Who answered</source>
            <translation>Wer geantwortet hat</translation>
        </message>
        <message>
            <source>Minimum requirements met</source>
            <translation>Erfüllte Mindestanforderungen in der Gruppe</translation>
        </message>
        <message>
            <source>Minimum requirement</source>
            <translation>Mindestanforderung</translation>
        </message>
        <message>
            <source>Building block</source>
            <translation>Baustein</translation>
        </message>
        <message>
            <source>Round</source>
            <translation>Runde</translation>
        </message>
        <message>
            <source>Questionnaire</source>
            <translation>Fragenkatalog</translation>
        </message>
        <message>
            <source>Who answered how much</source>
            <translation>Wer wie viele Fragen beantwortet hat</translation>
        </message>
    </context>
    <context>
        <name>UnknownCard</name>
        <message>
            <source>Still to be clarified</source>
            <translation>Noch zu klären</translation>
        </message>
    </context>
    <context>
        <name>UseCaseCard</name>
        <message>
            <source>Edit…</source>
            <translation>Bearbeiten…</translation>
        </message>
        <message>
            <source>Pre-check under the AI Act…</source>
            <translation>Vorprüfung KI-Verordnung…</translation>
        </message>
        <message>
            <source>Into the AI register…</source>
            <translation>Ins KI-Verzeichnis…</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
    </context>
    <context>
        <name>UseCaseDialog</name>
        <message>
            <source>New use case</source>
            <translation>Neuer Anwendungsfall</translation>
        </message>
        <message>
            <source>Use case</source>
            <translation>Anwendungsfall</translation>
        </message>
        <message>
            <source>Only the title is needed. Write so that others understand it, too.</source>
            <translation>Nur der Titel ist nötig. Schreiben Sie so, dass auch andere es verstehen.</translation>
        </message>
        <message>
            <source>How great is the benefit?</source>
            <translation>Wie groß ist der Nutzen?</translation>
        </message>
        <message>
            <source>How great is the effort?</source>
            <translation>Wie groß ist der Aufwand?</translation>
        </message>
    </context>
    <context>
        <name>VoicesPart</name>
        <message>
            <source>Who says what</source>
            <translation>Wer sagt was</translation>
        </message>
        <message>
            <source>Take as the agreed answer</source>
            <translation>Als abgestimmte Antwort übernehmen</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Wer</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Antwort</translation>
        </message>
        <message>
            <source>How sure</source>
            <translation>Sicherheit</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Datum</translation>
        </message>
        <message>
            <source>Note and
evidence</source>
            <translation>Notiz und
Nachweis</translation>
        </message>
        <message>
            <source>You can then say in the note why.</source>
            <translation>In der Notiz können Sie danach sagen, warum.</translation>
        </message>
    </context>
    <context>
        <name>WayCard</name>
        <message>
            <source>What is to be reached</source>
            <translation>Was erreicht werden soll</translation>
        </message>
        <message>
            <source>as many as it takes</source>
            <translation>so viele wie nötig</translation>
        </message>
        <message>
            <source>&amp;Work out the way</source>
            <translation>Weg &amp;berechnen</translation>
        </message>
        <message>
            <source>Tic&amp;k these measures</source>
            <translation>Diese Maßnahmen anha&amp;ken</translation>
        </message>
        <message>
            <source>Take over into the &amp;plan</source>
            <translation>In den &amp;Plan übernehmen</translation>
        </message>
        <message>
            <source>The way is being worked out …</source>
            <translation>Der Weg wird berechnet …</translation>
        </message>
        <message>
            <source>Person-days at most</source>
            <translation>Personentage höchstens</translation>
        </message>
        <message>
            <source>All minimum requirements</source>
            <translation>Alle Mindestanforderungen</translation>
        </message>
        <message>
            <source>All targets</source>
            <translation>Alle Zielstufen</translation>
        </message>
        <message>
            <source>Person-days at &amp;most</source>
            <translation>Personentage &amp;höchstens</translation>
        </message>
        <message>
            <source>The program looks for the measures that get there with the fewest person-days, and says whether fewer would do.</source>
            <translation>Das Programm sucht die Maßnahmen, die mit den wenigsten Personentagen dorthin führen. Es sagt auch, ob es mit weniger ginge.</translation>
        </message>
    </context>
    <context>
        <name>WhatIfDesk</name>
        <message>
            <source>Picture (*.png);;Vector drawing (*.svg);;PDF (*.pdf)</source>
            <translation>Bild (*.png);;Vektorgrafik (*.svg);;PDF (*.pdf)</translation>
        </message>
        <message>
            <source>Preparing the printout …</source>
            <translation>Der Ausdruck wird vorbereitet …</translation>
        </message>
        <message>
            <source>The printout is ready</source>
            <translation>Der Ausdruck ist bereit</translation>
        </message>
        <message>
            <source>Not printed</source>
            <translation>Nicht gedruckt</translation>
        </message>
        <message>
            <source>Saved: {file}</source>
            <translation>Gespeichert: {file}</translation>
        </message>
        <message>
            <source>Not saved</source>
            <translation>Nicht gespeichert</translation>
        </message>
    </context>
    <context>
        <name>WhatIfPart</name>
        <message>
            <source>Measures to tick</source>
            <translation>Maßnahmen zum Anhaken</translation>
        </message>
        <message>
            <source>Take over into the pla&amp;n</source>
            <translation>&amp;In den Plan übernehmen</translation>
        </message>
        <message>
            <source>See it in the plan</source>
            <translation>Im Plan ansehen</translation>
        </message>
        <message>
            <source>&amp;Remove all ticks</source>
            <translation>Alle Haken &amp;entfernen</translation>
        </message>
        <message>
            <source>Pr&amp;int…</source>
            <translation>D&amp;rucken…</translation>
        </message>
        <message>
            <source>Tick what you would do. The program then works out what your profile would look like. None of it changes your answers.</source>
            <translation>Haken Sie an, was Sie tun würden. Das Programm berechnet, wie Ihr Profil dann aussähe. Ihre Antworten ändern sich dadurch nicht.</translation>
        </message>
        <message>
            <source>What would be if?</source>
            <translation>Was wäre, wenn?</translation>
        </message>
    </context>
    <context>
        <name>WorkplaceDialog</name>
        <message>
            <source>Co&amp;py</source>
            <translation>K&amp;opieren</translation>
        </message>
        <message>
            <source>Save as &amp;text file…</source>
            <translation>Als &amp;Textdatei speichern…</translation>
        </message>
        <message>
            <source>Copied.</source>
            <translation>Kopiert.</translation>
        </message>
    </context>
    <context>
        <name>Workshop</name>
        <message numerus="yes">
            <source>Workshop ended: %n questions agreed</source>
            <translation>
                <numerusform>Workshop beendet: %n Frage abgestimmt</numerusform>
                <numerusform>Workshop beendet: %n Fragen abgestimmt</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WorkshopDialog</name>
        <message>
            <source>Workshop</source>
            <translation>Workshop</translation>
        </message>
    </context>
    <context>
        <name>WorkshopFoot</name>
        <message>
            <source>&amp;Back</source>
            <translation>&amp;Zurück</translation>
        </message>
        <message>
            <source>&amp;Full screen</source>
            <translation>&amp;Vollbild</translation>
        </message>
        <message>
            <source>&amp;End</source>
            <translation>&amp;Beenden</translation>
        </message>
        <message>
            <source>&amp;Next</source>
            <translation>&amp;Weiter</translation>
        </message>
        <message>
            <source>&amp;Finish</source>
            <translation>&amp;Fertig</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>Gespeichert</translation>
        </message>
        <message>
            <source>Not saved yet</source>
            <translation>Noch nicht gespeichert</translation>
        </message>
    </context>
    <context>
        <name>WorkshopPage</name>
        <message>
            <source>Question</source>
            <translation>Frage</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Notiz</translation>
        </message>
        <message>
            <source>Why this level? (K)</source>
            <translation>Warum diese Stufe? (K)</translation>
        </message>
    </context>
    <context>
        <name>WorkshopQuestion</name>
        <message>
            <source>Don't know (W)</source>
            <translation>Weiß nicht (W)</translation>
        </message>
        <message>
            <source>Does not apply … (N)</source>
            <translation>Trifft nicht zu … (N)</translation>
        </message>
        <message>
            <source>Why it does not apply</source>
            <translation>Warum es nicht zutrifft</translation>
        </message>
        <message>
            <source>Why does it not apply? Needed, one sentence.</source>
            <translation>Warum trifft es nicht zu? Ein Satz, notwendig.</translation>
        </message>
    </context>
    <context>
        <name>WorkshopStartDialog</name>
        <message>
            <source>&amp;Keep votes with a name as voices</source>
            <translation>Stimmen mit Namen fest&amp;halten</translation>
        </message>
        <message>
            <source>&amp;Begin workshop</source>
            <translation>Workshop &amp;beginnen</translation>
        </message>
        <message>
            <source>nobody: agree by word of mouth</source>
            <translation>niemand, nur mündlich abstimmen</translation>
        </message>
        <message>
            <source>no limit</source>
            <translation>ohne Grenze</translation>
        </message>
        <message>
            <source> minutes</source>
            <translation> Minuten</translation>
        </message>
        <message numerus="yes">
            <source>%n people vote: {names}</source>
            <translation>
                <numerusform>%n Person stimmt ab: {names}</numerusform>
                <numerusform>%n Personen stimmen ab: {names}</numerusform>
            </translation>
        </message>
        <message>
            <source>Nobody votes; you only enter what has been agreed.</source>
            <translation>Niemand stimmt ab. Sie tragen nur ein, was vereinbart ist.</translation>
        </message>
        <message>
            <source>There is no such question any more.</source>
            <translation>Eine solche Frage gibt es nicht mehr.</translation>
        </message>
        <message>
            <source>Where voices differ, the widest spread first ({n})</source>
            <translation>Wo Stimmen auseinandergehen, die größten Abstände zuerst ({n})</translation>
        </message>
        <message>
            <source>All that is open or unknown ({n})</source>
            <translation>Alle offenen Fragen und alle mit „weiß nicht“ ({n})</translation>
        </message>
        <message>
            <source>Area: {name} ({n})</source>
            <translation>Bereich: {name} ({n})</translation>
        </message>
        <message>
            <source>Workshop</source>
            <translation>Workshop</translation>
        </message>
        <message>
            <source>For example: Main office, IT, Finance</source>
            <translation>Zum Beispiel: Hauptamt, IT-Stelle, Kämmerei</translation>
        </message>
        <message>
            <source>One question at a time in large type, for a projector. Those present vote without seeing each other: you type their votes, then all are shown together. Every agreed level is saved at once.</source>
            <translation>Eine Frage nach der anderen in großer Schrift, für den Beamer. Die Anwesenden stimmen verdeckt ab: Sie tippen die Stimmen ein, dann werden alle zugleich gezeigt. Jede abgestimmte Stufe ist sofort gespeichert.</translation>
        </message>
        <message>
            <source>&amp;Names of those present, optional, with commas</source>
            <translation>&amp;Namen der Anwesenden, freiwillig, mit Komma</translation>
        </message>
        <message>
            <source>&amp;Questions</source>
            <translation>&amp;Fragen</translation>
        </message>
        <message>
            <source>How many &amp;vote</source>
            <translation>&amp;Wie viele stimmen ab</translation>
        </message>
        <message>
            <source>&amp;Time for one question</source>
            <translation>&amp;Zeit für eine Frage</translation>
        </message>
    </context>
    <context>
        <name>WorkshopVotes</name>
        <message>
            <source>&amp;Show votes</source>
            <translation>&amp;Aufdecken</translation>
        </message>
        <message>
            <source>&amp;Vote again</source>
            <translation>&amp;Neu abstimmen</translation>
        </message>
        <message>
            <source>Votes for each level</source>
            <translation>Stimmen je Stufe</translation>
        </message>
        <message>
            <source>Level {n}</source>
            <translation>Stufe {n}</translation>
        </message>
        <message>
            <source>Hidden votes: 0 to 4, W for don't know</source>
            <translation>Verdeckte Stimmen: 0 bis 4, W für „weiß nicht“</translation>
        </message>
    </context>
    <context>
        <name>_List</name>
        <message numerus="yes">
            <source>%n more in the workbook</source>
            <translation>
                <numerusform>%n weitere in der Arbeitsmappe</numerusform>
                <numerusform>%n weitere in der Arbeitsmappe</numerusform>
            </translation>
        </message>
    </context>
</TS>
