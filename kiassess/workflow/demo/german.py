"""Remarks of the fictitious towns in German."""

from kiassess.workflow.demo.words import Remarks, Words

GERMAN = Words(
    items={
        "data.inventory": Remarks(
            "Das Bauamt führt eine eigene Liste, eine gemeinsame fehlt.",
            "Die Liste wird bei jedem neuen Fachverfahren ergänzt.",
            "Ablage 10.42, Liste der Fachverfahren",
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
        "infra.security": Remarks(
            "Die WiBA-Prüflisten liegen vor, zwei davon sind ausgefüllt.",
            "Die größten Mängel waren fehlende Notfallpläne.",
            "Auswertung der WiBA-Prüflisten",
        ),
        "infra.aitools": Remarks(
            "Zwei Kolleginnen erproben ein Schreibwerkzeug.",
            "Zugang läuft über den Dienstleister, Anmeldung mit Dienstkonto.",
            "Freigabevermerk, Az. 10.45.1",
        ),
        "infra.processes": Remarks(
            "Beschrieben sind nur die Abläufe im Bürgerbüro.",
            "Als Nächstes folgt die Anmeldung zur Kita.",
            "Ablage 10.12, Ablaufbeschreibungen",
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
        "skill.usecase": Remarks(
            "Ideen gibt es im Sozialamt, aufgeschrieben ist noch nichts.",
            "Der erste Steckbrief beschreibt die Zusammenfassung von Protokollen.",
            "Steckbriefe im gemeinsamen Laufwerk",
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
        "res.aiinventory": Remarks(
            "Bekannt sind zwei Werkzeuge, eine Liste fehlt.",
            "Die IT-Betreuung wurde dazu schriftlich befragt.",
            "KI-Verzeichnis, Ablage 10.45",
        ),
        "legal.dpia": Remarks(
            "Bei einem Vorhaben wurde formlos über Risiken gesprochen.",
            "Das Muster stammt vom Datenschutz des Kreises.",
            "Schwellwertprüfung, Az. 10.46.3",
        ),
        "legal.riskclass": Remarks(
            "Zu einem Vorhaben gibt es eine Notiz.",
            "Der Prüfbogen wird vor jeder Freigabe ausgefüllt.",
            "Ausgefüllte Prüfbögen, Ablage 10.46",
        ),
        "legal.guideline": Remarks(
            "Ein Entwurf liegt beim Personalrat.",
            "Die Regeln umfassen zwei Seiten.",
            "Dienstanweisung KI",
        ),
        "strat.vision": Remarks(
            "In der Klausur wurde darüber gesprochen.",
            "Der Text hat eine halbe Seite und steht im Intranet.",
            "Zielbild, Intranet unter Digitalisierung",
        ),
        "strat.leadership": Remarks(
            "Unterstützung ist da, ein schriftlicher Auftrag fehlt.",
            "Die Patenschaft liegt bei der Leitung des Hauptamts.",
            "Verfügung der Verwaltungsleitung",
        ),
        "strat.fields": Remarks(
            "Gesammelt wurden elf Ideen, ausgewählt ist noch nichts.",
            "Ausgewählt sind Bürgerservice und Sitzungsdienst.",
            "Vermerk zur Auswahl der Handlungsfelder",
        ),
        "strat.participation": Remarks(
            "Im Amtsblatt stand ein kurzer Beitrag.",
            "In der Einwohnerversammlung gab es viele Fragen zum Datenschutz.",
            "Niederschrift der Einwohnerversammlung",
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
        "strat.roadmap": Remarks(
            "Einzelne Schritte sind notiert, Termine fehlen.",
            "Die Maßnahmenliste wird in der Amtsleitungsrunde gepflegt.",
            "Maßnahmenliste, Ablage 10.48",
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
