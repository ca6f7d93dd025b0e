"""The facilitator's console while the exercise is played: what may come, and one key for each thing to do."""

from engine.tools.forecast import Outlook
from tui.screens.chair import ChairScreen
from tui.screens.directed import Ask, Directed, Grid
from tui.widgets.ahead import Fan, Waiting
from tui.widgets.desks import Desks
from tui.widgets.msel import Msel

SETTLE = 0.4  # seconds that the mark rests on an inject before it is computed


class ConsoleScreen(ChairScreen):
    """It steers what the chair shows."""

    place = "console"

    def _fill(self) -> None:
        super()._fill()
        self._look_ahead()

    # What may come.

    def on_msel_marked(self) -> None:
        """Compute what an inject would do once the mark rests on it."""
        self.set_timer(SETTLE, self._look_ahead)

    def on_fan_asks(self, asks: Fan.Asks) -> None:
        """Let it be computed. What a widget posts while its screen works does not rise above the screen."""
        self.post_message(Directed(self, Ask(asks.inject)))

    def _look_ahead(self) -> None:
        if not self.query(Msel) or not self.query(Fan):  # all is being said in another language, or nothing may come
            return
        self.query_one(Fan).follow(self._known, self._chair.table.digest, self.query_one(Msel).marked)

    def learn(self, inject: str | None, known: Outlook | Waiting) -> None:
        """Take what was computed for an inject, or why nothing could be."""
        if self.query(Fan):
            self.query_one(Fan).learn(inject, known)

    def action_ahead(self) -> None:
        """What may come, for the team that is marked when it is asked again."""
        fan = self.query_one(Fan)
        fan.of_team(self.query_one(Desks).marked if self._overview.at == "ahead" else None)
        self._overview.turn_to("ahead")

    def action_umpire(self) -> None:
        """Type the cards from the teams' slips."""
        self.post_message(Directed(self, Grid()))

    # Decide.

    def action_fire(self) -> None:
        """Let the marked inject fire now."""
        self._steer.fire(self.tongue)

    def action_hold(self) -> None:
        """Hold the marked inject, or release it."""
        self._steer.inject("hold", self._chair.hold)

    def action_skip_inject(self) -> None:
        """Leave the marked inject out."""
        self._steer.skip(self.tongue)

    def action_retract(self) -> None:
        """Take back the last intervention of this turn."""
        self._steer.retract(self.tongue)

    def action_edit(self) -> None:
        """Put the marked inject into other words."""
        self._steer.rewrite(self.tongue)

    def action_edit_all(self) -> None:
        """Rewrite all of the marked inject as YAML."""
        self._steer.rewrite_all(self.tongue)

    def action_rule(self) -> None:
        """Write any fragment."""
        self._steer.write(self.tongue)

    def action_compose(self) -> None:
        """Compose an inject."""
        self._steer.form(self.tongue, "compose")

    def action_argue(self) -> None:
        """Rule on an order that a team argued for."""
        self._steer.argue(self.tongue)

    def action_adjust(self) -> None:
        """Move a meter."""
        self._steer.form(self.tongue, "adjust")

    def action_unseal(self) -> None:
        """Give the marked team its orders back."""
        self._steer.team("unseal", self._chair.unseal)

    def action_sit(self) -> None:
        """Let somebody else sit at the marked team."""
        self._steer.sit(self.tongue)

    def action_run_clock(self) -> None:
        """Let the clock run, or stop it."""
        self._steer.do(lambda: self._chair.pause(self._timer.left))

    def action_set_clock(self) -> None:
        """Set the clock."""
        self._steer.form(self.tongue, "set_clock")

    def action_set_pace(self) -> None:
        """Decide every turn, or at the author's turns only."""
        self._steer.pace(self.tongue)

    def action_conduct(self) -> None:
        """Close the turns from here, or let the last seal do it."""
        self._steer.do(self._chair.conduct)

    def action_resolve(self) -> None:
        """Close the turn; for teams that have not sealed, with what lies on their trays."""
        self._steer.resolve(self.tongue)
