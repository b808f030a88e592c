"""Remarks of the fictitious towns in German."""

from kiassess.workflow.demo.words import Remarks, Words

GERMAN = Words(
    items={
        "data.inventory": Remarks(
            "Das Bauamt führt eine eigene Liste, eine gemeinsame fehlt.",
            "Die Liste wird bei jedem neuen Fachverfahren ergänzt.",
            "Ablage 10.42, Liste der Fachverfahren",
        ),
        "data.strategy": Remarks(
            "Ein Entwurf liegt im Hauptamt, abgestimmt ist er noch nicht.",
            "Die meisten Fragen gab es zu den Daten des Bauhofs.",
            "Datenleitlinie, Ablage 10.41",
        ),
        "data.ownership": Remarks(
            "Um die Spielplatzdaten kümmert sich ein Kollege, benannt ist niemand.",
            "Für die Friedhofsdaten ist eine Kollegin schriftlich benannt.",
            "Liste der Datenverantwortlichen",
        ),
        "data.quality": Remarks(
            "Die Kämmerei prüft ihre Adressen, eine Mängelliste gibt es nicht.",
            "Die meisten Mängel waren doppelte Adressen.",
            "Mängelliste zu den Datenbeständen",
        ),
        "data.digital": Remarks(
            "Nur das Hauptamt arbeitet mit geordneter Ablage.",
            "Die E-Akte wird Amt für Amt eingeführt.",
            "Aktenplan, Fassung vom Frühjahr",
        ),
        "data.access": Remarks(
            "Die Freigaben im Bauamt wurden beim Umzug durchgesehen.",
            "Das Personalverzeichnis wurde zuerst bereinigt.",
            "Berechtigungskonzept, Az. 10.44.2",
        ),
        "data.classification": Remarks(
            "In einer Dienstbesprechung hieß es, keine Namen einzugeben.",
            "Die Datenampel passt auf ein Blatt mit Beispielen aus dem Bürgerbüro.",
            "Merkblatt zur Datenampel, Ablage 10.45",
        ),
        "data.knowledge": Remarks(
            "Das Ortsrecht steht auf der Website, die Dienstanweisungen liegen verstreut.",
            "Zuerst wurden die häufigen Fragen aus dem Bürgerbüro gesammelt.",
            "Pflegeplan der Wissensbasis, Intranet",
        ),
        "data.geo": Remarks(
            "Das Bauamt ruft bei Bedarf ein öffentliches Kartenportal auf.",
            "Genutzt werden die Karten bei der Planung von Radwegen.",
            "Vereinbarung zum Kartenzugang, Az. 62.10",
        ),
        "data.open": Remarks(
            "Die Abfuhrtermine stehen als Tabelle auf der Website, die Lizenz fehlt.",
            "Begonnen wurde mit den Spielplätzen und den Glascontainern.",
            "Liste der veröffentlichten Datensätze",
        ),
        "data.sharing": Remarks(
            "Eine Nachbarkommune erhält Baustellendaten auf Zuruf.",
            "Die Vereinbarung mit dem Wasserverband umfasst Leitungspläne.",
            "Vereinbarung zum Datenaustausch, Az. 10.43.4",
        ),
        "data.lifecycle": Remarks(
            "Auf dem Laufwerk räumt jedes Amt nach eigenem Ermessen auf.",
            "Die Fristen wurden mit dem Archiv abgesprochen.",
            "Löschkonzept mit Fristenliste",
        ),
        "data.sovereignty": Remarks(
            "Beim Kassenverfahren wurde nach der Herausgabe der Daten gefragt.",
            "Die ausgefüllte Prüfliste liegt beim Vertrag.",
            "Prüfliste für IT-Verträge",
        ),
        "infra.workplace": Remarks(
            "Einige Rechner wurden vorsorglich ersetzt, ein Mindeststandard fehlt.",
            "Der Mindeststandard sieht auch eine Kamera für Videogespräche vor.",
            "Geräteliste der IT-Betreuung",
        ),
        "infra.operating": Remarks(
            "Wer bei Störungen hilft, weiß vor allem das Vorzimmer.",
            "Die Übersicht liegt auch neben dem Telefon der Zentrale.",
            "Übersicht der IT-Leistungen, Ablage 10.40",
        ),
        "infra.security": Remarks(
            "Die WiBA-Prüflisten liegen vor, zwei davon sind ausgefüllt.",
            "Die größten Mängel waren fehlende Notfallpläne.",
            "Auswertung der WiBA-Prüflisten",
        ),
        "infra.identity": Remarks(
            "Im Bauhof gibt es noch ein gemeinsames Konto.",
            "Als zweiter Faktor dient ein kleiner Sicherheitsschlüssel.",
            "Kontenliste mit Art der Anmeldung",
        ),
        "infra.aitools": Remarks(
            "Zwei Kolleginnen erproben ein Schreibwerkzeug.",
            "Zugang läuft über den Dienstleister, Anmeldung mit Dienstkonto.",
            "Freigabevermerk, Az. 10.45.1",
        ),
        "infra.hosting": Remarks(
            "Auf den Standort der Server wird geachtet, aufgeschrieben ist das nicht.",
            "Am längsten wurde über den Energieverbrauch gesprochen.",
            "Kriterienliste für Cloud-Dienste",
        ),
        "infra.integration": Remarks(
            "Bekannt ist nur die Schnittstelle im Meldewesen.",
            "Die Hersteller wurden schriftlich nach Schnittstellen gefragt.",
            "Liste der Schnittstellen, Ablage 10.42",
        ),
        "infra.processes": Remarks(
            "Beschrieben sind nur die Abläufe im Bürgerbüro.",
            "Als Nächstes folgt die Anmeldung zur Kita.",
            "Ablage 10.12, Ablaufbeschreibungen",
        ),
        "infra.onlineservices": Remarks(
            "Ein Hund lässt sich online anmelden, viele Seiten sind ungeprüft.",
            "Auch Urkunden aus dem Standesamt lassen sich online bestellen.",
            "Prüfvermerk zu den Leistungsseiten",
        ),
        "infra.testenv": Remarks(
            "Eine Kollegin hat bei einem Test in der Nachbarschaft zugesehen.",
            "Erlaubt sind zum Beispiel erfundene Anfragen an das Fundbüro.",
            "Beschreibung des Testzugangs",
        ),
        "infra.monitoring": Remarks(
            "Ein Kollege merkt sich Störungen, festgehalten werden sie nicht.",
            "Bisher gab es nur kurze Störungen am Vormittag.",
            "Liste der Störungen und Kosten",
        ),
        "infra.resilience": Remarks(
            "Das Bürgerbüro behilft sich bei einem Ausfall mit Papierformularen.",
            "Der Ausfallplan beginnt mit den Telefonnummern der Zuständigen.",
            "Ausfallplan, Ablage 10.49",
        ),
        "infra.sensor": Remarks(
            "Am Bach misst ein Pegel, die Werte nutzt noch niemand.",
            "Vor dem Gießen schaut der Bauhof auf die Bodenfeuchte.",
            "Liste der Sensoren mit Zweck",
        ),
        "skill.literacy": Remarks(
            "Drei Beschäftigte haben einen Onlinekurs besucht.",
            "Die Schulung wird jährlich im Herbst angeboten.",
            "Teilnahmelisten bei der Personalstelle",
        ),
        "skill.leadership": Remarks(
            "Bisher haben sich einzelne Ratsmitglieder selbst informiert.",
            "Im Hauptausschuss gab es einen Vortrag mit Aussprache.",
            "Niederschrift des Hauptausschusses",
        ),
        "skill.needs": Remarks(
            "Das Bürgerbüro hat um eine Einführung gebeten, mehr ist nicht bekannt.",
            "Am häufigsten genannt wurde das Prüfen von Ergebnissen.",
            "Bedarfsliste nach Rollen",
        ),
        "skill.plan": Remarks(
            "Eine Kollegin darf in der Arbeitszeit lernen, ein Angebot für alle fehlt.",
            "Gelernt wird meist an Nachmittagen ohne Sprechzeit.",
            "Bekanntgabe der Lernangebote, Intranet",
        ),
        "skill.practice": Remarks(
            "Im Hauptamt wird an eigenen Texten probiert, jede Person für sich.",
            "Geübt wurde an Einladungen zu einem Vereinsfest.",
            "Merkblatt mit Prüfschritten",
        ),
        "skill.data": Remarks(
            "Ein Kollege der Kämmerei wertet Tabellen aus, gelernt hat er es nebenbei.",
            "Zuletzt ging es um die Ausleihen der Bücherei.",
            "Benennung der Ansprechperson für Auswertungen",
        ),
        "skill.awareness": Remarks(
            "Eine Rundmail gab Hinweise, eine Unterweisung gab es nicht.",
            "Ein Beispiel war eine gefälschte Sprachnachricht.",
            "Unterlagen der Unterweisung",
        ),
        "skill.usecase": Remarks(
            "Ideen gibt es im Sozialamt, aufgeschrieben ist noch nichts.",
            "Der erste Steckbrief beschreibt die Zusammenfassung von Protokollen.",
            "Steckbriefe im gemeinsamen Laufwerk",
        ),
        "skill.multipliers": Remarks(
            "Eine Kollegin aus dem Bauamt hilft von sich aus.",
            "Die meisten Fragen werden kurz am Telefon geklärt.",
            "Liste der KI-Lotsinnen und KI-Lotsen",
        ),
        "skill.exchange": Remarks(
            "Am Rande anderer Termine wird manchmal über KI gesprochen.",
            "Beim letzten Treffen ging es um Sitzungsprotokolle.",
            "Einladungen und Protokolle der Treffen",
        ),
        "skill.change": Remarks(
            "In der Kaffeepause kommen Sorgen zur Sprache, gezielt gefragt wurde nicht.",
            "Am häufigsten war die Sorge vor zusätzlicher Arbeit.",
            "Auswertung der Befragung zu Sorgen und Erwartungen",
        ),
        "skill.retention": Remarks(
            "Ein Kollege könnte einspringen, benannt ist er nicht.",
            "Die Vertretung hat die Aufzeichnungen gegengelesen.",
            "Aufzeichnungen für die Vertretung, Ablage 10.50",
        ),
        "skill.citizens": Remarks(
            "Ein Verein bietet von sich aus einen Abend zu KI an.",
            "Beim Abend in der Bücherei waren alle Stühle besetzt.",
            "Programm der Bücherei",
        ),
        "res.responsible": Remarks(
            "Eine Kollegin kümmert sich nebenbei.",
            "Die Benennung steht im Geschäftsverteilungsplan.",
            "Geschäftsverteilungsplan",
        ),
        "res.capacity": Remarks(
            "Zeit bleibt nur, wenn das Tagesgeschäft ruhig ist.",
            "Freitagvormittag ist für das Vorhaben freigehalten.",
            "Vermerk der Verwaltungsleitung",
        ),
        "res.budget": Remarks(
            "Ein Onlinekurs wurde aus dem Ansatz für Fortbildung bezahlt.",
            "Die Kämmerei hat beim Schätzen der Kosten geholfen.",
            "Haushaltsplan, Ansatz für Digitalisierung",
        ),
        "res.ikz": Remarks(
            "Mit einer Nachbarkommune wurde gesprochen, die Absprache steht aus.",
            "Aufgeschrieben ist auch, wer zu den Treffen einlädt.",
            "Protokoll mit Aufgabenverteilung",
        ),
        "res.projects": Remarks(
            "Das Hauptamt sammelt seine Vorhaben an einer Tafel.",
            "Die Liste liegt der Einladung zur Leitungsrunde bei.",
            "Vorhabenliste im gemeinsamen Laufwerk",
        ),
        "res.aiinventory": Remarks(
            "Bekannt sind zwei Werkzeuge, eine Liste fehlt.",
            "Die IT-Betreuung wurde dazu schriftlich befragt.",
            "KI-Verzeichnis, Ablage 10.45",
        ),
        "res.shadow": Remarks(
            "In der Teeküche wird davon erzählt, eine Einschätzung gibt es nicht.",
            "Genannt wurden vor allem Übersetzungen und Grußworte.",
            "Vermerk zur inoffiziellen KI-Nutzung",
        ),
        "res.pilots": Remarks(
            "Über einen Piloten im Sitzungsdienst wird gesprochen.",
            "Der erste Pilot betrifft Texte für das Amtsblatt.",
            "Steckbrief des Piloten",
        ),
        "res.usecases": Remarks(
            "Einige Ideen hängen auf Zetteln an der Pinnwand im Flur.",
            "Gut bewertet wurde die Hilfe bei Standardbriefen.",
            "Ideenliste mit Bewertung",
        ),
        "res.pain": Remarks(
            "Das Standesamt nennt die Suche in alten Akten.",
            "Auf der Liste steht auch das Abtippen von Formularen.",
            "Liste der Zeitfresser",
        ),
        "res.procure": Remarks(
            "Eine Checkliste ist begonnen, die Fachbereiche kennen sie noch nicht.",
            "Die Checkliste beginnt mit der Frage nach dem Zweck.",
            "Checkliste für die Beschaffung von KI",
        ),
        "res.pm": Remarks(
            "Das Bauamt hält Termine fest, jedes Mal auf andere Art.",
            "Für den Auftrag gibt es ein Formular von einer Seite.",
            "Muster für den Projektauftrag",
        ),
        "res.scaling": Remarks(
            "Das Schreibwerkzeug wurde nach der Probe einfach weiter genutzt.",
            "Zu den Bedingungen gehört eine kurze Einweisung.",
            "Bedingungen für den Regelbetrieb",
        ),
        "legal.dpo": Remarks(
            "Zu einem Vorhaben wurde beim Datenschutz angerufen.",
            "Die Festlegung wurde gemeinsam mit dem Datenschutz geschrieben.",
            "Festlegung zur Beteiligung, Az. 10.46.1",
        ),
        "legal.vvt": Remarks(
            "Ein Verzeichnis ist begonnen, es umfasst bisher nur wenige Ämter.",
            "Die Einträge werden im Hauptamt zusammengeführt.",
            "Verzeichnis der Verarbeitungstätigkeiten",
        ),
        "legal.dpia": Remarks(
            "Bei einem Vorhaben wurde formlos über Risiken gesprochen.",
            "Das Muster stammt vom Datenschutz des Kreises.",
            "Schwellwertprüfung, Az. 10.46.3",
        ),
        "legal.avv": Remarks(
            "Für einen Dienst liegt der Vertrag vor, beim zweiten ist es offen.",
            "Prüfergebnisse und Verträge werden gemeinsam abgelegt.",
            "Vertragsakte, Az. 10.46.5",
        ),
        "legal.riskclass": Remarks(
            "Zu einem Vorhaben gibt es eine Notiz.",
            "Der Prüfbogen wird vor jeder Freigabe ausgefüllt.",
            "Ausgefüllte Prüfbögen, Ablage 10.46",
        ),
        "legal.transparency": Remarks(
            "Ein Bild im Amtsblatt trug einen Hinweis, eine Regel fehlt.",
            "Der Hinweis besteht aus einem kurzen Satz.",
            "Regel zur Kennzeichnung von KI",
        ),
        "legal.human": Remarks(
            "Mündlich ist verabredet, dass ein Mensch prüft und entscheidet.",
            "Der Grundsatz ist in einem einzigen Satz gefasst.",
            "Rundschreiben mit dem Grundsatz",
        ),
        "legal.guideline": Remarks(
            "Ein Entwurf liegt beim Personalrat.",
            "Die Regeln umfassen zwei Seiten.",
            "Dienstanweisung KI",
        ),
        "legal.codetermination": Remarks(
            "Ein erstes Gespräch hat stattgefunden, vereinbart ist noch nichts.",
            "Vereinbart ist auch, dass der Personalrat einen kurzen Steckbrief erhält.",
            "Gesprächsprotokoll mit dem Personalrat",
        ),
        "legal.secrecy": Remarks(
            "Bei der Einarbeitung gibt es einen mündlichen Hinweis.",
            "Als Beispiel dient ein erfundenes Angebot einer erfundenen Firma.",
            "Merkblatt zu Geheimnissen und fremden Werken",
        ),
        "legal.fairness": Remarks(
            "Bei einem Werkzeug wurde über Barrieren gesprochen, Prüffragen fehlen.",
            "Eine Prüffrage gilt der Bedienung mit der Tastatur.",
            "Prüffragen zu Nachteilen und Barrieren",
        ),
        "legal.records": Remarks(
            "Über eine Regel wird gesprochen, ein Muster fehlt noch.",
            "Das Muster für den Vermerk hat drei Zeilen.",
            "Regel und Muster für den Vermerk",
        ),
        "legal.watch": Remarks(
            "Wer etwas liest, leitet es weiter, zuständig ist niemand.",
            "Als Quelle ist das Rundschreiben eines Verbands benannt.",
            "Vermerk zu Zuständigkeit und Quelle",
        ),
        "legal.complaint": Remarks(
            "Das Bürgerbüro nimmt Hinweise formlos entgegen.",
            "Meldungen können auch am Schalter abgegeben werden.",
            "Benennung der Ansprechstelle",
        ),
        "strat.vision": Remarks(
            "In der Klausur wurde darüber gesprochen.",
            "Der Text hat eine halbe Seite und steht im Intranet.",
            "Zielbild, Intranet unter Digitalisierung",
        ),
        "strat.goals": Remarks(
            "Genannt wird oft eine kürzere Wartezeit am Telefon.",
            "Ein Ziel ist, dass Protokolle schneller fertig werden.",
            "Liste der Ziele, Ablage 10.47",
        ),
        "strat.values": Remarks(
            "Ein Entwurf geht gerade durch die Ämter.",
            "Ausgeschlossen sind zum Beispiel künstliche Fotos aus dem Ort.",
            "Text der Leitplanken, Intranet",
        ),
        "strat.leadership": Remarks(
            "Unterstützung ist da, ein schriftlicher Auftrag fehlt.",
            "Die Patenschaft liegt bei der Leitung des Hauptamts.",
            "Verfügung der Verwaltungsleitung",
        ),
        "strat.embedding": Remarks(
            "Die Nähe zur Digitalstrategie ist aufgefallen, ein Vermerk dazu fehlt.",
            "Benannt ist der Bezug zum Konzept für die Ortsmitte.",
            "Vermerk zu den Bezügen",
        ),
        "strat.fields": Remarks(
            "Gesammelt wurden elf Ideen, ausgewählt ist noch nichts.",
            "Ausgewählt sind Bürgerservice und Sitzungsdienst.",
            "Vermerk zur Auswahl der Handlungsfelder",
        ),
        "strat.criteria": Remarks(
            "Gesprochen wird vor allem über die Kosten, ein Raster fehlt.",
            "Das Raster arbeitet mit Grün, Gelb und Rot.",
            "Kriterienraster, Ablage 10.48",
        ),
        "strat.benefit": Remarks(
            "Am Schalter ist vieles bekannt, aufgeschrieben wird es nicht.",
            "Oft gewünscht werden verständliche Briefe.",
            "Bedarfsnotizen der Fachbereiche",
        ),
        "strat.roles": Remarks(
            "Entschieden wird von Fall zu Fall in der Amtsleitungsrunde.",
            "Der Freigabeweg ist auf einer Seite als Bild dargestellt.",
            "Beschreibung des Freigabewegs",
        ),
        "strat.stakeholders": Remarks(
            "Das Bürgerbüro weiß, welche Vereine das Thema angeht.",
            "Auf der Liste stehen auch der Seniorenbeirat und die Bücherei.",
            "Liste der Gruppen und Partner",
        ),
        "strat.participation": Remarks(
            "Im Amtsblatt stand ein kurzer Beitrag.",
            "In der Einwohnerversammlung gab es viele Fragen zum Datenschutz.",
            "Niederschrift der Einwohnerversammlung",
        ),
        "strat.staffinvolve": Remarks(
            "In einer Dienstbesprechung wurde informiert, eine Anlaufstelle fehlt.",
            "Die meisten Ideen kamen aus dem Vorzimmer.",
            "Rundschreiben an alle Beschäftigten",
        ),
        "strat.publicinfo": Remarks(
            "Auf Nachfrage gibt das Hauptamt Auskunft.",
            "Der veröffentlichte Text kommt ohne Fachwörter aus.",
            "Website, Seite zu KI in der Verwaltung",
        ),
        "strat.indicators": Remarks(
            "Beurteilt wird bisher nach Eindruck.",
            "Gemessen wird die Zeit je Protokoll.",
            "Kennzahlenblatt, Ablage 10.47",
        ),
        "strat.review": Remarks(
            "Besprochen wird das Vorgehen nur bei Anfragen.",
            "Die Überprüfung ist für November vorgesehen.",
            "Protokoll der Steuerungsrunde",
        ),
        "strat.feedback": Remarks(
            "Rückmeldungen kommen beim Mittagessen, notiert werden sie nicht.",
            "Gelobt wurden kurze Texte, bemängelt wurden Füllwörter.",
            "Liste der Rückmeldungen",
        ),
        "strat.qualitycheck": Remarks(
            "Gegengelesen wird nach eigenem Ermessen, ohne Aufzeichnung.",
            "In einer Stichprobe fielen vertauschte Wochentage auf.",
            "Prüfprotokolle der Stichproben",
        ),
        "strat.roadmap": Remarks(
            "Einzelne Schritte sind notiert, Termine fehlen.",
            "Die Maßnahmenliste wird in der Amtsleitungsrunde gepflegt.",
            "Maßnahmenliste, Ablage 10.48",
        ),
        "strat.quickwins": Remarks(
            "Eine Idee für das Amtsblatt gibt es, ein Termin ist nicht vereinbart.",
            "Zu den kleinen Vorhaben gehört die Hilfe bei Antwortbriefen.",
            "Liste der kleinen Vorhaben",
        ),
        "strat.council": Remarks(
            "KI kam durch eine Anfrage im Ausschuss zur Sprache.",
            "In der Aussprache ging es vor allem um die Kosten.",
            "Vorlage und Niederschrift, Sitzungsdienst",
        ),
    },
    offices={
        "BM": "Verwaltungsleitung",
        "DIG": "Stabsstelle Digitalisierung",
        "IT": "IT-Betreuung",
        "ISB": "Informationssicherheit (Zweckverband)",
        "DSB": "Datenschutz (extern)",
        "HA": "Hauptamt",
        "PERS": "Personalstelle",
        "FB": "Bürgerbüro",
        "KAEM": "Kämmerei",
        "VERG": "Vergabestelle",
        "KOMM": "Öffentlichkeitsarbeit",
        "PR": "Personalrat",
    },
    village_offices={"DIG": "Hauptamt", "PERS": "Hauptamt", "KOMM": "Hauptamt"},
    asked="Rückfrage gestellt, zuständig: {office}.",
    no_ai="Derzeit ist keine KI im Einsatz. Vor dem ersten Einsatz wird die Frage beantwortet.",
)
