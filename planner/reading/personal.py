"""Details in a text that could be about one person, so that they can be taken out before a plan is passed on.

We look for a few patterns and miss more than we find: "john has adhd", "Tom's autism", "autistic Tom" and
"Tom, who is autistic" all go unseen. Nothing here keeps, sends or logs what was found.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from planner.reading.sentences import EMAIL


class Kind(StrEnum):
    """What a personal detail seems to be."""

    EMAIL = "email"
    PHONE = "phone"
    NHS_NUMBER = "nhs_number"
    NATIONAL_INSURANCE = "national_insurance"
    HOME_POSTCODE = "home_postcode"
    DATE_OF_BIRTH = "date_of_birth"
    HEALTH = "health"

    @property
    def words(self) -> str:
        """How a page names it, as in "This looks like …"."""
        return {
            Kind.EMAIL: "an e-mail address",
            Kind.PHONE: "a phone number",
            Kind.NHS_NUMBER: "an NHS number",
            Kind.NATIONAL_INSURANCE: "a National Insurance number",
            Kind.HOME_POSTCODE: "where somebody lives",
            Kind.DATE_OF_BIRTH: "a date of birth",
            Kind.HEALTH: "something about one person's health",
        }[self]

    @property
    def advice(self) -> str:
        """What a page could say about it. An offer, never a telling-off."""
        match self:
            case Kind.EMAIL | Kind.PHONE:
                return (
                    f"This looks like {self.words}. If it belongs to the venue or to your organisation, keep "
                    "it. If it belongs to somebody who is coming, please leave it out: plans get passed on."
                )
            case Kind.HEALTH:
                return (
                    "This may say something about one person's health. The plan works just as well with "
                    "numbers, such as “one person needs a hearing loop”. You could take the name out."
                )
            case Kind.NHS_NUMBER | Kind.NATIONAL_INSURANCE | Kind.HOME_POSTCODE | Kind.DATE_OF_BIRTH:
                return f"This looks like {self.words}. The plan does not need it. You could take it out."


@dataclass(frozen=True)
class Detail:
    """What looks like a personal detail, as ``found`` at ``start`` to ``end`` of the text."""

    kind: Kind
    start: int
    end: int
    found: str


def personal_details(text: str) -> tuple[Detail, ...]:
    """Everything in the text that looks like a personal detail, in order and without overlaps.

    A venue's phone number looks like anybody's: leave out the fields for the venue and the organiser.
    Raises nothing.
    """
    found: list[Detail] = []
    taken = bytearray(
        len(text)
    )  # one for each letter, so that a long text takes as long for each letter as a short one
    for kind, start, end in _candidates(text):
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            found.append(Detail(kind, start, end, text[start:end]))
    return tuple(sorted(found, key=lambda detail: detail.start))


def _candidates(text: str) -> Iterator[tuple[Kind, int, int]]:
    """The surest kinds first, as a place in the text can be only one thing."""
    for kind, pattern, is_one in (
        (Kind.EMAIL, E_MAIL, _always),
        (Kind.NATIONAL_INSURANCE, NATIONAL_INSURANCE, _always),
        (Kind.NHS_NUMBER, TEN_DIGITS, _is_nhs_number),
        (Kind.PHONE, PHONE, _is_phone_number),
        (Kind.HOME_POSTCODE, POSTCODE, _is_somebodys_home),
        (Kind.DATE_OF_BIRTH, BIRTH, _is_a_persons_birth),
        (Kind.HEALTH, HEALTH, _always),
    ):
        yield from ((kind, *match.span()) for match in pattern.finditer(text) if is_one(match))


def _always(_match: re.Match[str]) -> bool:
    return True


def _is_nhs_number(match: re.Match[str]) -> bool:
    """Whether the last digit checks the first nine, and the spacing or "NHS" speaks for it too.

    One in 11 of any ten digits passes the check, which is modulus 11.
    """
    digits = [int(digit) for digit in match[0] if digit.isdigit()]
    check = 11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    near = match.string[max(0, match.start() - NHS_DISTANCE) : match.end() + NHS_DISTANCE]
    speaks = "NHS" in near or (match["gap"] and digits[0] != 0)
    return bool(speaks) and check % 11 == digits[-1]


def _is_phone_number(match: re.Match[str]) -> bool:
    return not NOT_A_PHONE.search(match.string, max(0, match.start() - 30), match.start())


def _is_somebodys_home(match: re.Match[str]) -> bool:
    """A venue has a postcode too, so the words around it must speak of somebody's home."""
    text = match.string
    return bool(
        HOME_BEFORE.search(text, max(0, match.start() - 80), match.start())
        or HOME_AFTER.match(text, match.end())
    )


def _is_a_persons_birth(match: re.Match[str]) -> bool:
    return not NOT_A_PERSON.search(match.string, max(0, match.start() - 40), match.start())


GAP = r"[ \u00a0-]?"

E_MAIL = re.compile(rf"{EMAIL}(?<=[a-z]{{2}})", re.IGNORECASE)

# Letters that are never given out are left out, and with them the QQ of printed examples.
NATIONAL_INSURANCE = re.compile(
    r"(?<!\w)(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?: ?[0-9]{2}){3} ?[A-D](?!\w)",
    re.IGNORECASE,
)

TEN_DIGITS = re.compile(r"(?<![\w+.,-])[0-9]{3}(?P<gap>[ \u00a0-]?)[0-9]{3}(?P=gap)[0-9]{4}(?![\w-])")
NHS_DISTANCE = 20  # characters

# Eleven digits from 0, ten of a few old kinds, or ten after +44; never a date.
PHONE = re.compile(
    rf"(?<![\w.,/+#-])(?!\d\d?-\d\d?-\d\d)(?:"
    rf"0[1-35789](?:{GAP}[0-9]){{9}}"
    rf"|\((?:02\d\)(?:{GAP}[0-9]){{8}}|0\d{{3}}\)(?:{GAP}[0-9]){{7}}|0\d{{4}}\)(?:{GAP}[0-9]){{6}})"
    rf"|0800{GAP}[0-9]{{3}}{GAP}[0-9]{{3}}|01[0-9]{{3}}[ \u00a0-][0-9]{{5}}"
    rf"|(?:\+|00)44{GAP}(?:\(0\){GAP})?[1-35789](?:{GAP}[0-9]){{9}}"
    r")(?!\w|[.,-]\d)"
)
NOT_A_PHONE = re.compile(
    r"\b(?:ref(?:erence)?|order|invoice|account|booking|ISBN)\b[^\d\n]{0,12}\Z", re.IGNORECASE
)

POSTCODE = re.compile(r"(?<!\w)[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][ABD-HJLNP-UW-Z]{2}(?!\w)", re.IGNORECASE)
HOME_BEFORE = re.compile(
    r"\b(?:lives|lived|(?<!who )live (?:at|in)|living (?:at|in)|home (?:address|postcode)"
    r"|(?:his|her|their|my|whose|\w['’]s) (?:home|house|flat|address)|address of (?!(?:the|our|this|a)\b)"
    r"|(?<!care )(?<!nursing )home:)[^.!?\n]{0,60}\Z",
    re.IGNORECASE,
)
HOME_AFTER = re.compile(
    r",? (?:is|was) (?:where \w{1,40} lives|(?:his|her|their|my|\w{1,40}['’]s) (?:home|house|flat|address)\b)"
)

MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
BIRTH = re.compile(
    r"\b(?:d\.?o\.?b\b|date of birth|born|(?<!th )(?<!st )birthday(?! (?:party|cake|card)))[^\d\n]{0,25}?(?:"
    r"\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d\d"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?: of)?[ -]{MONTH}(?:,?[ -](?:19|20)?\d\d)?"
    rf"|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? (?:19|20)\d\d)?"
    r"|(?:19\d|20[01])\d(?!s)"
    r")(?!\w)",
    re.IGNORECASE,
)
NOT_A_PERSON = re.compile(
    r"\b(?:association|charity|club|company|festival|group|idea|network|organisation|project|service|team)"
    r"(?: \w{1,40}){0,3} \Z",
    re.IGNORECASE,
)

# Capitals that are no first names: small words that open a sentence, and what groups and places end in.
NOT_A_NAME = (
    "A An And Anybody Anyone As Because But Centre Charity Church Club College Council Each Either "
    "Everybody Everyone Group Hall He Hospital Hub I If It Library Neither No Nobody Nurse One "
    "Organisation Or Our Room School She So Somebody Someone Team That The Their Then There These "
    "They This Those Trust University We What When Where Who You"
).replace(" ", "|")
NAME = rf"(?!(?:{NOT_A_NAME})\b)[A-ZÀ-Þ][\w’'-]{{1,40}}"
CONDITIONS = (
    r"addict(?:ion|ed)|adhd|allergic|anorexia|anxiety|alzheimer['’]?s|arthritis|asthma|autis(?:m|tic)|"
    r"bipolar|blind|brain injury|cancer|cerebral palsy|chronic pain|colitis|crohn['’]?s|deaf(?:blind)?|"
    r"dementia|depress(?:ion|ed)|diabet(?:es|ic)|disabled|down['’]?s syndrome|dyslexi[ac]|dysprax(?:ia|"
    r"ic)|eating disorder|epilep(?:sy|tic)|fibromyalgia|hard of hearing|hearing (?:loss|impairment)|"
    r"heart condition|hiv|learning (?:disability|disabilities|difficulty|difficulties)|long covid|"
    r"mental(?:ly ill| illness| health (?:problem|condition|issue)s?)|motor neurone|multiple sclerosis|"
    r"muscular dystrophy|panic attacks|paraly[sz]ed|parkinson['’]?s|partially sighted|pregnant|"
    r"psychosis|ptsd|schizophreni[ac]|seizures|sight loss|tourette['’]?s|visual(?:ly)? impair(?:ed|"
    r"ment)|wheelchair user"
)
NOT_ABOUT_A_PERSON = (
    r"accessible|access|activit(?:y|ies)|aware(?:ness)?|caf[eé]|charit(?:y|ies|able)|choir|clubs?|communit(?:y|ies)|friendly|"
    r"groups?|members|networks?|nurses?|parking|people|research|services?|sports?|staff|support|teams?|"
    r"toilets?|to|training|users|wards?|days?|weeks?|months?"
)
HEALTH = re.compile(
    rf"(?<!\w){NAME}(?: {NAME})?(?:"
    r" (?i:(?:has|had|is|was|lives with|has got|has been|is living with)"
    r"(?: (?:a|also|an|been|both|diagnosed with|mild|profoundly|quite|registered|severe(?:ly)?|very)){0,3}) "
    rf"(?:MS|ME|(?i:{CONDITIONS}))(?!\w)(?![ -](?i:{NOT_ABOUT_A_PERSON})(?!\w))"
    r"| (?i:uses (?:a wheelchair|a walking frame|crutches|hearing aids|insulin))(?!\w)"
    r")"
)
