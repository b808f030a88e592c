"""Makes the parts of the page with the measures, with the dialogs and files behind them."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kiassess.ui.desk import Desk, Tools
from kiassess.ui.exporter import Exporter
from kiassess.ui.pages.measures import Maker, Part
from kiassess.ui.planning import Planning
from kiassess.ui.theme import Appearance

if TYPE_CHECKING:
    from kiassess.ui.pages.measures_part import MeasuresPart
    from kiassess.ui.register_desk import RegisterDesk


class MeasuresDesk(Desk):
    """What the page with the measures needs beside what it shows; made with the page.

    Attributes:
        planning: What the parts ask and tell.
    """

    def __init__(self, tools: Tools, appearance: Appearance, exporter: Exporter) -> None:
        super().__init__(tools)
        self._tools = tools
        self._appearance = appearance
        self._exporter = exporter
        self._register_desk: RegisterDesk | None = None
        self.planning = Planning(self._session, self._background, self)

    def makers(self) -> dict[Part, Maker]:
        """How each part is made, in the order they stand on the page."""
        return {
            Part.RECOMMENDED: self._recommended,
            Part.PLAN: self._plan,
            Part.WHAT_IF: self._what_if,
            Part.FIELDS: self._fields,
            Part.REGISTER: self._register,
        }

    def _recommended(self, parent: QWidget) -> "MeasuresPart":
        from kiassess.ui.pages.measures_list import RecommendedPart
        from kiassess.ui.recommending_desk import RecommendingDesk

        part = RecommendedPart(self.planning, self._session.texts, parent)
        desk = RecommendingDesk(self._tools, self.planning, self._exporter, self)
        desk.attend(part)
        return part

    def _plan(self, parent: QWidget) -> "MeasuresPart":
        from kiassess.ui.pages.measures_plan import PlanPart
        from kiassess.ui.plan_desk import PlanDesk

        desk = PlanDesk(self._tools, self.planning, self._exporter, self)
        desk.told.connect(self.told)
        part = PlanPart(
            self.planning, self._session.texts, self._background, self._appearance, parent
        )
        desk.attend(part)
        return part

    def _what_if(self, parent: QWidget) -> "MeasuresPart":
        from kiassess.ui.pages.measures_what_if import WhatIfPart
        from kiassess.ui.what_if_desk import WhatIfDesk

        part = WhatIfPart(
            self.planning,
            self._session.texts,
            parent,
            background=self._background,
            appearance=self._appearance,
        )
        desk = WhatIfDesk(self._tools, self.planning, self._exporter, self)
        desk.attend(part)
        desk.told.connect(self.told)
        return part

    def _fields(self, parent: QWidget) -> "MeasuresPart":
        from kiassess.ui.pages.measures_fields import FieldsPart

        texts, background = self._session.texts, self._background
        part = FieldsPart(self.planning, texts, background, self._appearance, parent)
        self._registering().attend_fields(part)
        return part

    def _register(self, parent: QWidget) -> "MeasuresPart":
        from kiassess.ui.pages.measures_register import RegisterPart

        part = RegisterPart(self.planning, self._session.texts, parent)
        self._registering().attend_register(part)
        return part

    def _registering(self) -> "RegisterDesk":
        from kiassess.ui.register_desk import RegisterDesk

        if self._register_desk is None:
            self._register_desk = RegisterDesk(self._tools, self.planning, self._exporter, self)
            self._register_desk.told.connect(self.told)
        return self._register_desk
