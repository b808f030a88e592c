"""Remarks of the fictitious towns in English."""

from kiassess.workflow.demo.words import Remarks, Words

ENGLISH = Words(
    items={
        "data.inventory": Remarks(
            "The building department keeps a list of its own; a common one is missing.",
            "Each new application is added to the list.",
            "File 10.42, list of applications",
        ),
        "data.strategy": Remarks(
            "A draft is with the main office but has not been agreed yet.",
            "Most of the questions were about the data of the works depot.",
            "Data guideline, file 10.41",
        ),
        "data.ownership": Remarks(
            "One colleague looks after the playground data; nobody has been appointed.",
            "A colleague has been appointed in writing for the cemetery data.",
            "List of people responsible for data",
        ),
        "data.quality": Remarks(
            "The treasury checks its addresses; there is no list of defects.",
            "Most of the defects were duplicate addresses.",
            "List of defects in the data holdings",
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
        "data.classification": Remarks(
            "Staff were told at a meeting not to enter any names.",
            "The data traffic light fits on one sheet, with examples from the citizens’ office.",
            "Data traffic light leaflet, file 10.45",
        ),
        "data.knowledge": Remarks(
            "Local law is on the website; staff instructions are scattered.",
            "Common questions from the citizens’ office were collected first.",
            "Maintenance plan of the knowledge base, intranet",
        ),
        "data.geo": Remarks(
            "The building department opens a public map portal when needed.",
            "The maps are used when cycle paths are planned.",
            "Agreement on map access, file 62.10",
        ),
        "data.open": Remarks(
            "Bin collection dates are on the website as a table, without a licence.",
            "Playgrounds and bottle banks came first.",
            "List of published data sets",
        ),
        "data.sharing": Remarks(
            "A neighbouring council gets roadworks data when it asks.",
            "The agreement with the water association covers plans of the pipes.",
            "Data exchange agreement, file 10.43.4",
        ),
        "data.lifecycle": Remarks(
            "Each office clears up the shared drive at its own discretion.",
            "The time limits were discussed with the archive.",
            "Deletion policy with list of time limits",
        ),
        "data.sovereignty": Remarks(
            "For the cash system, somebody asked about the return of data.",
            "The completed checklist is kept with the contract.",
            "Checklist for IT contracts",
        ),
        "infra.workplace": Remarks(
            "A few computers have been replaced early; there is no minimum standard.",
            "The minimum standard also includes a camera for video calls.",
            "List of devices kept by IT support",
        ),
        "infra.operating": Remarks(
            "It is mainly the front office that knows who helps with faults.",
            "The overview also lies beside the switchboard telephone.",
            "Overview of IT services, file 10.40",
        ),
        "infra.security": Remarks(
            "The WiBA checklists are here, two of them filled in.",
            "The largest shortcomings were missing emergency plans.",
            "Results of the WiBA checklists",
        ),
        "infra.identity": Remarks(
            "The works depot still has one shared account.",
            "A small security key serves as the second factor.",
            "List of accounts with type of sign-in",
        ),
        "infra.aitools": Remarks(
            "Two colleagues are trying out a writing tool.",
            "The service provider gives access, with the work account.",
            "Release note, file 10.45.1",
        ),
        "infra.hosting": Remarks(
            "People look at where the servers are, but this is not written down.",
            "Energy use took the longest to discuss.",
            "List of criteria for cloud services",
        ),
        "infra.integration": Remarks(
            "Only the interface of the residents’ register is known.",
            "The manufacturers were asked in writing about interfaces.",
            "List of interfaces, file 10.42",
        ),
        "infra.processes": Remarks(
            "Only the procedures of the citizens' office are described.",
            "Registration for day care comes next.",
            "File 10.12, descriptions of procedures",
        ),
        "infra.onlineservices": Remarks(
            "A dog can be registered online; many pages have not been checked.",
            "Certificates from the register office can be ordered online too.",
            "Note on the check of the service pages",
        ),
        "infra.testenv": Remarks(
            "A colleague watched a test at a neighbouring council.",
            "Invented enquiries to the lost property office are allowed, for example.",
            "Description of the test access",
        ),
        "infra.monitoring": Remarks(
            "A colleague remembers faults, but they are not recorded.",
            "So far there have only been short faults in the morning.",
            "List of faults and costs",
        ),
        "infra.resilience": Remarks(
            "In an outage, the citizens’ office makes do with paper forms.",
            "The outage plan begins with the phone numbers of those responsible.",
            "Outage plan, file 10.49",
        ),
        "infra.sensor": Remarks(
            "A gauge measures the stream; nobody uses the readings yet.",
            "The works depot looks at the soil moisture before watering.",
            "List of sensors with their purpose",
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
        "skill.needs": Remarks(
            "The citizens’ office has asked for an introduction; nothing else is known.",
            "The need named most often was checking results.",
            "List of needs by role",
        ),
        "skill.plan": Remarks(
            "One colleague may learn in working time; there is no offer for everyone.",
            "Most learning takes place on afternoons without opening hours.",
            "Announcement of learning opportunities, intranet",
        ),
        "skill.practice": Remarks(
            "In the main office people try things out on their own texts, each alone.",
            "People practised on invitations to a club fête.",
            "Leaflet with checking steps",
        ),
        "skill.data": Remarks(
            "A colleague in the treasury analyses tables; he is self-taught.",
            "The latest question was about library loans.",
            "Appointment of the contact person for analyses",
        ),
        "skill.awareness": Remarks(
            "A circular email gave some tips; there was no briefing.",
            "One example was a fake voice message.",
            "Papers from the briefing",
        ),
        "skill.usecase": Remarks(
            "The social office has ideas, but nothing is written down.",
            "The first profile describes the summarising of minutes.",
            "Profiles on the shared drive",
        ),
        "skill.multipliers": Remarks(
            "A colleague in the building department helps of her own accord.",
            "Most questions are settled briefly by telephone.",
            "List of AI guides",
        ),
        "skill.exchange": Remarks(
            "AI is sometimes talked about in passing at other meetings.",
            "The last meeting was about writing minutes.",
            "Invitations to the meetings and their minutes",
        ),
        "skill.change": Remarks(
            "Concerns come up over coffee; nobody has asked about them deliberately.",
            "The most common concern was extra work.",
            "Results of the survey on concerns and expectations",
        ),
        "skill.retention": Remarks(
            "A colleague could step in but has not been named as deputy.",
            "The deputy has read through the notes.",
            "Notes for the deputy, file 10.50",
        ),
        "skill.citizens": Remarks(
            "A local club is offering an evening on AI of its own accord.",
            "Every chair was taken at the evening in the library.",
            "Library programme",
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
        "res.budget": Remarks(
            "An online course was paid for from the training budget.",
            "The treasury helped to estimate the costs.",
            "Budget, line for digitalisation",
        ),
        "res.ikz": Remarks(
            "There have been talks with a neighbouring council but no arrangement yet.",
            "It is also written down who sends the invitations to meetings.",
            "Minutes showing who does what",
        ),
        "res.projects": Remarks(
            "The main office collects its projects on a board.",
            "The list goes out with the invitation to the leadership meeting.",
            "List of projects on the shared drive",
        ),
        "res.aiinventory": Remarks(
            "Two tools are known, a list is missing.",
            "IT support was asked about it in writing.",
            "Register of AI, file 10.45",
        ),
        "res.shadow": Remarks(
            "People mention it in the office kitchen; there is no estimate.",
            "Translations and words of welcome were mentioned most.",
            "Note on unofficial use of AI",
        ),
        "res.pilots": Remarks(
            "A pilot for council meetings is being talked about.",
            "The first pilot concerns texts for the local gazette.",
            "Pilot profile",
        ),
        "res.usecases": Remarks(
            "Some ideas are on slips of paper on the corridor noticeboard.",
            "Help with standard letters was rated well.",
            "List of ideas with assessment",
        ),
        "res.pain": Remarks(
            "The register office names searching through old files.",
            "Retyping forms is also on the list.",
            "List of time drains",
        ),
        "res.procure": Remarks(
            "A checklist has been started; the departments do not know it yet.",
            "The checklist begins with the question of purpose.",
            "Checklist for procuring AI",
        ),
        "res.pm": Remarks(
            "The building department records dates, differently each time.",
            "There is a one-page form for the brief.",
            "Template for the project brief",
        ),
        "res.scaling": Remarks(
            "After the trial, people simply went on using the writing tool.",
            "A short introduction is one of the conditions.",
            "Conditions for regular operation",
        ),
        "legal.dpo": Remarks(
            "The data protection officer was telephoned about one project.",
            "The wording was drawn up together with the data protection officer.",
            "Rule on involvement, file 10.46.1",
        ),
        "legal.vvt": Remarks(
            "A record has been started; so far it covers only a few offices.",
            "The entries are brought together in the main office.",
            "Record of processing activities",
        ),
        "legal.dpia": Remarks(
            "The risks of one project were talked about informally.",
            "The template comes from the county's data protection office.",
            "Threshold check, file 10.46.3",
        ),
        "legal.avv": Remarks(
            "The agreement is there for one service; for the second it is unclear.",
            "Results of checks and agreements are filed together.",
            "Contract file 10.46.5",
        ),
        "legal.riskclass": Remarks(
            "There is a note on one project.",
            "The check sheet is filled in before every release.",
            "Check sheets, file 10.46",
        ),
        "legal.transparency": Remarks(
            "One picture in the local gazette carried a notice; a rule is missing.",
            "The notice is one short sentence.",
            "Rule on labelling AI",
        ),
        "legal.human": Remarks(
            "It has been agreed verbally that a human checks and decides.",
            "The principle is put in a single sentence.",
            "Circular with the principle",
        ),
        "legal.guideline": Remarks(
            "A draft lies with the staff council.",
            "The rules take two pages.",
            "Service instruction on AI",
        ),
        "legal.codetermination": Remarks(
            "A first talk has taken place; nothing has been agreed yet.",
            "It is also agreed that the staff council receives a short profile.",
            "Minutes of the meeting with the staff council",
        ),
        "legal.secrecy": Remarks(
            "New staff are told about it verbally.",
            "An invented quotation from an invented firm serves as an example.",
            "Leaflet on secrets and works by others",
        ),
        "legal.fairness": Remarks(
            "Barriers were discussed for one tool; check questions are missing.",
            "One check question is about using the keyboard alone.",
            "Check questions on disadvantages and barriers",
        ),
        "legal.records": Remarks(
            "A rule is being discussed; there is no template yet.",
            "The template for the note has three lines.",
            "Rule and template for the note",
        ),
        "legal.watch": Remarks(
            "Anyone who reads something passes it on; nobody is in charge.",
            "An association’s circular has been named as the source.",
            "Note on responsibility and source",
        ),
        "legal.complaint": Remarks(
            "The citizens’ office takes reports informally.",
            "Errors can also be reported at the counter.",
            "Naming of the contact point",
        ),
        "strat.vision": Remarks(
            "It was talked about at the retreat.",
            "The text takes half a page and is on the intranet.",
            "Vision, intranet under digitalisation",
        ),
        "strat.goals": Remarks(
            "Shorter waiting times on the telephone are often named.",
            "One goal is to finish minutes sooner.",
            "List of goals, file 10.47",
        ),
        "strat.values": Remarks(
            "A draft is going round the offices.",
            "Artificial photographs of local places are excluded, for example.",
            "Text of the principles and limits, intranet",
        ),
        "strat.leadership": Remarks(
            "There is support, but no written mandate.",
            "The head of the main office is the sponsor.",
            "Order of the head of administration",
        ),
        "strat.embedding": Remarks(
            "Somebody noticed how close it is to the digital strategy; there is no note.",
            "The link to the town centre plan has been named.",
            "Note of the links",
        ),
        "strat.fields": Remarks(
            "Eleven ideas were collected, none has been selected yet.",
            "Citizens' services and council meetings were selected.",
            "Note on the selection of action fields",
        ),
        "strat.criteria": Remarks(
            "The talk is mostly about costs; there is no criteria sheet.",
            "The criteria sheet works with green, amber and red.",
            "Criteria sheet, file 10.48",
        ),
        "strat.benefit": Remarks(
            "Much is known at the counter, but it is not written down.",
            "Letters that are easy to understand are a frequent wish.",
            "Notes on needs from the departments",
        ),
        "strat.roles": Remarks(
            "The heads of office decide case by case.",
            "The approval process is shown as a diagram on one page.",
            "Description of the approval process",
        ),
        "strat.stakeholders": Remarks(
            "The citizens’ office knows which clubs the topic concerns.",
            "The senior citizens’ council and the library are also on the list.",
            "List of groups and partners",
        ),
        "strat.participation": Remarks(
            "The official gazette had a short article.",
            "Residents had many questions about data protection at the meeting.",
            "Minutes of the residents' meeting",
        ),
        "strat.staffinvolve": Remarks(
            "Staff were informed at a meeting; there is no contact point.",
            "Most of the ideas came from the front office.",
            "Circular to all staff",
        ),
        "strat.publicinfo": Remarks(
            "The main office answers when asked.",
            "The published text does without technical terms.",
            "Website, page on AI in the administration",
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
        "strat.feedback": Remarks(
            "Feedback comes over lunch and is not noted down.",
            "Short texts were praised, filler words criticised.",
            "List of feedback",
        ),
        "strat.qualitycheck": Remarks(
            "Results are read through at personal discretion, without a record.",
            "One spot check found days of the week mixed up.",
            "Records of the spot checks",
        ),
        "strat.roadmap": Remarks(
            "Single steps are noted, dates are missing.",
            "The heads of office keep the list of measures.",
            "List of measures, file 10.48",
        ),
        "strat.quickwins": Remarks(
            "There is an idea for the local gazette, but no date has been agreed.",
            "Help with letters of reply is one of the small projects.",
            "List of small projects",
        ),
        "strat.council": Remarks(
            "AI came up in committee through a question.",
            "The discussion was mainly about costs.",
            "Paper and minutes, committee services",
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
