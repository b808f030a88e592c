"""Remarks of the fictitious towns in English."""

from kiassess.workflow.demo.words import Remarks, Words

ENGLISH = Words(
    items={
        "data.inventory": Remarks(
            "The building department keeps a list of its own; a common one is missing.",
            "Each new application is added to the list.",
            "File 10.42, list of applications",
        ),
        "data.digital": Remarks(
            "Only the main office files in good order.",
            "The electronic file is being introduced office by office.",
            "Filing plan, spring version",
        ),
        "data.access": Remarks(
            "The shares of the building department were looked through when it moved.",
            "The personnel folder was tidied up first.",
            "Access rights concept, file 10.44.2",
        ),
        "infra.security": Remarks(
            "The WiBA checklists are here, two of them filled in.",
            "The largest shortcomings were missing emergency plans.",
            "Results of the WiBA checklists",
        ),
        "infra.aitools": Remarks(
            "Two colleagues are trying out a writing tool.",
            "The service provider gives access, with the work account.",
            "Release note, file 10.45.1",
        ),
        "infra.processes": Remarks(
            "Only the procedures of the citizens' office are described.",
            "Registration for day care comes next.",
            "File 10.12, descriptions of procedures",
        ),
        "skill.literacy": Remarks(
            "Three employees have attended an online course.",
            "The training is offered every autumn.",
            "Attendance lists at the personnel office",
        ),
        "skill.leadership": Remarks(
            "So far single council members have informed themselves.",
            "The main committee heard a talk and discussed it.",
            "Minutes of the main committee",
        ),
        "skill.usecase": Remarks(
            "The social office has ideas, but nothing is written down.",
            "The first profile describes the summarising of minutes.",
            "Profiles on the shared drive",
        ),
        "res.responsible": Remarks(
            "A colleague looks after it on the side.",
            "The appointment is in the schedule of responsibilities.",
            "Schedule of responsibilities",
        ),
        "res.capacity": Remarks(
            "There is time only when daily business is quiet.",
            "Friday mornings are kept free for the project.",
            "Note of the head of administration",
        ),
        "res.aiinventory": Remarks(
            "Two tools are known, a list is missing.",
            "IT support was asked about it in writing.",
            "Register of AI, file 10.45",
        ),
        "legal.dpia": Remarks(
            "The risks of one project were talked about informally.",
            "The template comes from the county's data protection office.",
            "Threshold check, file 10.46.3",
        ),
        "legal.riskclass": Remarks(
            "There is a note on one project.",
            "The check sheet is filled in before every release.",
            "Check sheets, file 10.46",
        ),
        "legal.guideline": Remarks(
            "A draft lies with the staff council.",
            "The rules take two pages.",
            "Service instruction on AI",
        ),
        "strat.vision": Remarks(
            "It was talked about at the retreat.",
            "The text takes half a page and is on the intranet.",
            "Vision, intranet under digitalisation",
        ),
        "strat.leadership": Remarks(
            "There is support, but no written mandate.",
            "The head of the main office is the sponsor.",
            "Order of the head of administration",
        ),
        "strat.fields": Remarks(
            "Eleven ideas were collected, none has been selected yet.",
            "Citizens' services and council meetings were selected.",
            "Note on the selection of action fields",
        ),
        "strat.participation": Remarks(
            "The official gazette had a short article.",
            "Residents had many questions about data protection at the meeting.",
            "Minutes of the residents' meeting",
        ),
        "strat.indicators": Remarks(
            "So far it is judged by impression.",
            "The time taken for each set of minutes is measured.",
            "Indicator sheet, file 10.47",
        ),
        "strat.review": Remarks(
            "The approach is discussed only when somebody asks.",
            "The review is planned for November.",
            "Minutes of the steering group",
        ),
        "strat.roadmap": Remarks(
            "Single steps are noted, dates are missing.",
            "The heads of office keep the list of measures.",
            "List of measures, file 10.48",
        ),
    },
    offices={
        "BM": "Head of administration",
        "DIG": "Digitalisation unit",
        "IT": "IT support",
        "ISB": "Information security (joint body)",
        "DSB": "Data protection (external)",
        "HA": "Main office",
        "PERS": "Personnel office",
        "FB": "Citizens' office",
        "KAEM": "Treasury",
        "VERG": "Procurement office",
        "KOMM": "Public relations",
        "PR": "Staff council",
    },
    village_offices={"DIG": "Main office", "PERS": "Main office", "KOMM": "Main office"},
    asked="Question passed on, in charge: {office}.",
    no_ai="No AI is in use at present. The question will be answered before the first use.",
)
