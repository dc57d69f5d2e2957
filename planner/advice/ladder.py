"""Is it co-production? What the answers add up to, in words and with reasons, and never as a score."""

from dataclasses import dataclass

from planner.answers import Plan, Sure, asked, known
from planner.answers.budget import HeldBy, Pay
from planner.answers.purpose import CanChange, Decides, WorkStage
from planner.answers.question import Choice
from planner.answers.together import ChoseTopic, PlannedWith, RunWith
from planner.catalogue import Catalogue
from planner.catalogue.entries import Power

ENOUGH_KNOWN = 3  # with fewer answers, anything we said would be a guess


@dataclass(frozen=True)
class Reason:
    """The path of an answer, and what it says about sharing power."""

    path: str
    words: str


@dataclass(frozen=True)
class Standing:
    """Where a workshop stands: what it truly is, why we think so, and what would share more.

    ``towards`` are the answers that the next rung asks for; ``not_known`` are paths without an answer.
    """

    rung: Power
    reasons: tuple[Reason, ...]
    not_known: tuple[str, ...]
    next_step: str
    towards: tuple[Reason, ...]
    sentence: str


def where_it_stands(plan: Plan, facts: Catalogue) -> Standing | None:
    """What a workshop is, from who chooses, decides, runs, sees and is paid; None while too little is known."""
    answers = {path: plan.answer(path) for path in SAYS if known(plan.answer(path))}
    if len(answers) < ENOUGH_KNOWN:
        return None
    rung = _rung(answers)
    return Standing(
        rung=rung,
        reasons=tuple(Reason(path, SAYS[path][answer]) for path, answer in answers.items()),
        not_known=tuple(path for path in SAYS if path not in answers),
        next_step=facts.ladder[rung].step_up,
        towards=_towards(rung, answers),
        sentence=_sentence(rung, answers, facts),
    )


Answers = dict[str, Choice]
SHARED = (Decides.TOGETHER, Decides.GROUP)

# What each answer says, in the order in which people read it. It names who has the power, and blames nobody.
SAYS: dict[str, dict[Choice, str]] = {
    "together.chose_topic": {
        ChoseTopic.DISABLED_PEOPLE: "Disabled people asked for this topic.",
        ChoseTopic.TOGETHER: "You chose the topic together.",
        ChoseTopic.US: "Your team chose the topic.",
    },
    "purpose.can_change": {
        CanChange.EVERYTHING: "Everything can still change, even the question.",
        CanChange.MOST: "Most of it can still change.",
        CanChange.SOME: "Some parts can still change.",
        CanChange.NOTHING: "It is decided already.",
    },
    "purpose.decides": {
        Decides.TOGETHER: "You decide together.",
        Decides.GROUP: "The group decides.",
        Decides.AFTER_LISTENING: "Your team decides after listening.",
        Decides.SOMEBODY_ELSE: "Somebody else decides.",
    },
    "purpose.stage": {
        WorkStage.PLANNING: "People are part of it from the planning on.",
        WorkStage.DEVELOPMENT: "People are part of it while it takes shape.",
        WorkStage.DELIVERY: "People are part of doing it.",
        WorkStage.REVIEW: "People come in when it is time to look back.",
    },
    "together.planned_with": {
        PlannedWith.TEAM: "Disabled people plan it with you.",
        PlannedWith.ASKED: "You asked some disabled people about the plan.",
        PlannedWith.NOBODY: "Your team plans it so far.",
    },
    "together.run_with": {
        RunWith.LEAD: "Disabled people lead parts of the day.",
        RunWith.HELP: "Disabled people help on the day.",
        RunWith.NO: "Your team runs the day.",
    },
    "follow_up.notes_shared": {
        Sure.YES: "People see the notes and can correct them.",
        Sure.NO: "The notes stay with your team.",
    },
    "budget.held_by": {
        HeldBy.TOGETHER: "You decide about the money with disabled people.",
        HeldBy.GROUP: "The group decides about the money.",
        HeldBy.US: "Your team holds the money.",
        HeldBy.SOMEBODY_ELSE: "Somebody else holds the money.",
    },
    "budget.pay": {
        Pay.MONEY: "People are paid for their time.",
        Pay.VOUCHER: "People get a voucher for their time.",
        Pay.CHOICE: "People choose how they are paid.",
        Pay.NO: "People give their time without pay.",
    },
}

# Answers that share power: each rung asks for some of them, so that sharing more can only lead up.
OPEN: dict[str, tuple[Choice, ...]] = {
    "purpose.can_change": (CanChange.SOME, CanChange.MOST, CanChange.EVERYTHING)
}
HAND_IN_SHAPING: dict[str, tuple[Choice, ...]] = {
    "together.chose_topic": (ChoseTopic.TOGETHER, ChoseTopic.DISABLED_PEOPLE),
    "together.planned_with": (PlannedWith.ASKED, PlannedWith.TEAM),
}
DECISION: dict[str, tuple[Choice, ...]] = {"purpose.decides": SHARED}
HAND_IN_ANYTHING = {**HAND_IN_SHAPING, "together.run_with": (RunWith.HELP, RunWith.LEAD), **DECISION}
ALL_THE_WAY: dict[str, tuple[Choice, ...]] = {
    "together.chose_topic": (ChoseTopic.TOGETHER, ChoseTopic.DISABLED_PEOPLE),
    "purpose.can_change": (CanChange.MOST, CanChange.EVERYTHING),
    "purpose.decides": SHARED,
    "purpose.stage": (WorkStage.PLANNING, WorkStage.DEVELOPMENT, WorkStage.DELIVERY),
    "together.planned_with": (PlannedWith.TEAM,),
    "together.run_with": (RunWith.HELP, RunWith.LEAD),
    "follow_up.notes_shared": (Sure.YES,),
    "budget.pay": (Pay.MONEY, Pay.VOUCHER, Pay.CHOICE),
}
# The last step, where all the rest is shared: few can take it, so that it takes no rung away.
THE_MONEY: dict[str, tuple[Choice, ...]] = {"budget.held_by": (HeldBy.TOGETHER, HeldBy.GROUP)}

HOW: dict[str, str] = {
    "together.chose_topic": "Let disabled people choose the topic, or choose it with you.",
    "purpose.can_change": "Open up more of what is fixed, and say which parts.",
    "purpose.decides": "Share the decision, and say so in the invitation.",
    "purpose.stage": "Bring people in while there is still something to plan or to make.",
    "together.planned_with": "Ask three to six disabled people to plan it with you, for pay.",
    "together.run_with": "Ask a disabled person to lead or help with a part of the day, for pay.",
    "follow_up.notes_shared": "Send everybody the notes, and ask what to correct.",
    "budget.held_by": "Show people the money, and decide together about a part of it.",
    "budget.pay": "Pay people for their time, in the way each of them chooses.",
}

DECIDES: dict[Choice, str] = {
    Decides.TOGETHER: "We decide together.",
    Decides.GROUP: "The group decides.",
    Decides.AFTER_LISTENING: "We decide after listening to you.",
    Decides.SOMEBODY_ELSE: "Somebody else decides in the end.",
}


def _rung(answers: Answers) -> Power:
    if answers.get("purpose.can_change") is CanChange.NOTHING:
        return Power.INFORM
    if not (_all(OPEN, answers) and _any(HAND_IN_ANYTHING, answers)):
        return Power.CONSULT
    if not (_all(DECISION, answers) and _any(HAND_IN_SHAPING, answers)):
        return Power.ENGAGE
    return Power.CO_PRODUCE if _all(ALL_THE_WAY, answers) else Power.CO_DESIGN


def _towards(rung: Power, answers: Answers) -> tuple[Reason, ...]:
    """What the next rung asks for and the answers do not yet give."""
    match rung:
        case Power.INFORM:
            paths = list(OPEN)
        case Power.CONSULT:
            paths = _missing(OPEN, answers)
            paths += [] if _any(HAND_IN_ANYTHING, answers) else ["together.planned_with"]
        case Power.ENGAGE:
            paths = _missing(DECISION, answers)
            paths += [] if _any(HAND_IN_SHAPING, answers) else ["together.planned_with"]
        case Power.CO_DESIGN:
            paths = _missing(ALL_THE_WAY, answers)
        case Power.CO_PRODUCE:
            paths = _missing(THE_MONEY, answers)
    return tuple(Reason(path, HOW[path] if path in answers else _find_out(path)) for path in paths)


def _find_out(path: str) -> str:
    return f"{asked(path).question.find_out}."


def _sentence(rung: Power, answers: Answers, facts: Catalogue) -> str:
    """The words for the invitation; who decides is said where the rung leaves it open."""
    says, decides = facts.ladder[rung].says, answers.get("purpose.decides")
    if decides is None or rung not in {Power.CONSULT, Power.ENGAGE}:
        return says
    return f"{says} {DECIDES[decides]}"


def _all(wanted: dict[str, tuple[Choice, ...]], answers: Answers) -> bool:
    return not _missing(wanted, answers)


def _any(wanted: dict[str, tuple[Choice, ...]], answers: Answers) -> bool:
    return len(_missing(wanted, answers)) < len(wanted)


def _missing(wanted: dict[str, tuple[Choice, ...]], answers: Answers) -> list[str]:
    return [path for path, enough in wanted.items() if answers.get(path) not in enough]
