"""How hard a text is and how long it takes, against words and sentences counted by hand."""

import pytest

from planner.catalogue.entries import Glossary
from planner.reading import Label, read
from planner.reading.level import grade_of, label_of, minutes_aloud, minutes_to_read
from planner.reading.sentences import sentences_of
from planner.reading.syllables import syllables

# Counted by hand. The rules were tuned on the first two lists; the third was counted before they saw it, and
# they got 161 of its 165 right. The slips were then mended.
TUNED_ON = """
people 2 area 3 idea 3 create 2 created 3 video 3 quiet 2 science 2 being 2 doing 2 playing 2 trying
2 something 2 wheelchair 2 table 2 handled 2 wanted 2 asked 1 changes 2 places 2 boxes 2 homes 1
likes 1 lately 2 movement 2 useful 2 careful 2 government 3 community 4 disabled 3 accessible 4
accessibility 6 interpreter 4 autism 3 autistic 3 rhythm 2 didn't 2 don't 1 we're 1 you'll 1
facilitator 5 organisation 5 organiser 4 participate 4 experience 4 society 4 variety 4 easier 3
earlier 3 manual 3 individual 5 usually 4 special 2 station 2 religion 3 social 2 region 2 beyond 2
employer 3 everyone 3 anyone 3 centre 2 metre 2 co-production 4 coordinate 4 cooperate 4 reuse 2
react 2 catalogue 3 queue 1 league 1 eye 1 business 2 evening 2 every 2 Wednesday 2 NHS 3 BSL 3 UK 2
Leeds 1 lunches 2 breathe 1 lights 1 through 1 thought 1
"""
ALSO_TUNED_ON = """
ability 4 activity 4 advice 2 afternoon 3 agreed 2 aisle 1 allergies 3 ambulance 3 anxiety 4
appointment 3 arrive 2 arrived 2 assistance 3 audience 3 available 4 balance 2 beautiful 3 because 2
building 2 captions 2 carefully 3 carriage 2 chair 1 charity 3 choices 2 clothes 1 coffee 2
committee 3 companion 3 conference 3 conversation 4 decide 2 decisions 3 doorway 2 early 2 education
4 equipment 3 especially 4 evacuation 5 exercise 3 fatigue 2 feedback 2 feeling 2 flooring 2
friendly 2 guide 1 guidance 2 healthier 3 hearing 2 hoist 1 hospital 3 imagine 3 important 3
included 3 information 4 inviting 3 journeys 2 language 2 learning 2 leaflet 2 listened 2 meetings 2
microphone 3 minutes 2 museum 3 neighbour 2 noisy 2 nobody 3 objective 3 opinion 3 opportunity 5
outside 2 payment 2 personal 3 physical 3 picture 2 pleasure 2 poem 2 political 4 prepared 2
question 2 quietly 3 radio 3 railway 2 received 2 refreshments 3 relaxed 2 remembered 3 researcher 3
rural 2 safeguarding 3 scooter 2 seated 2 shared 1 sighted 2 signposted 3 sometimes 2 spectacles 3
statement 2 stretched 1 support 2 suitable 3 taxi 2 telephone 3 terrible 3 therapy 3 together 3
toilets 2 training 2 transport 2 travelled 2 trial 2 tuition 3 understanding 4 university 5 venue 2
volunteers 3 waiting 2 welcome 2 whose 1 workshop 2 writing 2 yourself 2
"""
KEPT_ASIDE = """
accommodation 5 adapted 3 advertise 3 agency 3 although 2 announce 2 anybody 4 approximately 5
arrangement 3 arrangements 3 attend 2 autumn 2 background 2 belong 2 biscuits 2 borough 2 bottle 2
breakfast 2 budget 2 bus 1 cancelled 2 carers 2 ceiling 2 challenge 2 circle 2 colleague 2 colour 2
communication 5 company 3 complete 2 concerned 2 confidential 4 confused 2 consent 2 continuous 4
council 2 cushion 2 daily 2 deadline 2 describe 2 diabetes 4 dietary 4 digital 3 discussion 3 doctor
2 dyslexia 4 emergency 4 encourage 3 energy 3 enough 2 entrance 2 envelope 3 epilepsy 4 escape 2
everybody 4 excited 3 expenses 3 explain 2 explained 2 facilities 4 families 3 favourite 3 festival
3 flexible 3 furniture 3 future 2 gentle 2 halal 2 handle 2 helpful 2 humour 2 illness 2 image 2
improve 2 independent 4 inviting 3 issue 2 juice 1 kettle 2 kindly 2 knowledge 2 later 2 library 3
lighting 2 limited 3 lived 1 local 2 lunchtime 2 machine 2 manage 2 material 4 measures 2 medicine 3
member 2 memory 3 mobile 2 money 2 muscle 2 musician 3 national 3 noticed 2 nursing 2 obvious 3
occasion 3 offered 2 ourselves 2 overwhelmed 3 parking 2 particular 4 patience 2 pavement 2
permission 3 planned 1 police 2 possible 3 practical 3 present 2 pressure 2 privacy 3 problem 2
promise 2 purple 2 purpose 2 quality 3 quarter 2 reading 2 realise 3 reason 2 recognise 3 recorded 3
religious 3 reminder 3 required 2 responsible 4 restaurant 3 safety 2 scared 1 schedule 2 secondary
4 separate 3 serious 3 service 2 situation 4 solution 3 somebody 3 spaces 2 speaker 2 spoken 2
surface 2 surprised 2 television 4 temperature 4 tired 1 treasure 2 tuesday 2 typed 1 unusual 4
useless 2 various 3 vegetarian 5 voices 2 voucher 2 whole 1 worried 2 younger 2
"""

INVITATION = (
    "Come and plan our new swimming sessions with us.\n\n"
    "We meet on Tuesday 4 May in the library on Mill Lane. We start at 11 and we stop at 2. Lunch is "
    "free. You do not have to know how to swim. You do not have to speak in front of the group. There "
    "will be a quiet room, and you can go there when you like.\n\n"
    "We pay you for your time. We pay for your bus or your taxi too. If you come with somebody who "
    "helps you, they can have lunch as well.\n\n"
    "Tell us by Friday what would help you on the day. You can ring us, write to us or send us a "
    "voice message. We will ring you back and tell you what we have put in place.\n"
)
OFFICIALESE = (
    "The implementation of the authority's strategic engagement methodology necessitates "
    "comprehensive consultation with representative organisations regarding the availability of "
    "appropriate accommodation for individuals experiencing difficulties in accessing conventional "
    "facilities. Participating organisations are consequently requested to communicate their "
    "anticipated accessibility requirements to the responsible administrative department immediately "
    "following notification, notwithstanding any preliminary correspondence previously submitted. "
    "Consideration of additional requirements communicated subsequently cannot be guaranteed, "
    "although every reasonable endeavour will be undertaken to facilitate participation wherever "
    "operational circumstances and available financial resources realistically permit the authority's "
    "representatives to accommodate supplementary recommendations concerning accessibility, "
    "interpretation, transportation and remuneration. Correspondence concerning alternative "
    "arrangements necessitates prior authorisation.\n"
)


@pytest.mark.parametrize("counted", [TUNED_ON, ALSO_TUNED_ON, KEPT_ASIDE])
def test_at_least_93_words_in_100_have_the_beats_that_we_count_by_hand(counted: str) -> None:
    parts = counted.split()
    by_hand = dict(zip(parts[::2], map(int, parts[1::2]), strict=True))

    right = [word for word, beats in by_hand.items() if syllables(word) == beats]

    assert len(by_hand) >= 50
    assert len(right) / len(by_hand) >= 0.93, sorted(by_hand.keys() - set(right))


@pytest.mark.parametrize("counted", [TUNED_ON, ALSO_TUNED_ON, KEPT_ASIDE])
def test_the_beats_of_a_whole_list_are_within_two_percent(counted: str) -> None:
    parts = counted.split()

    ours, by_hand = sum(map(syllables, parts[::2])), sum(map(int, parts[1::2]))

    assert ours == pytest.approx(by_hand, rel=0.02)


@pytest.mark.parametrize(
    ("word", "beats"),
    [
        ("BSL", 3),
        ("NHS", 3),
        ("WWW", 9),
        ("café", 2),
        ("10.30am", 4),
        ("01632960123", 4),
        ("co-produce", 3),
        ("quietly", 3),
        ("people’s", 2),
        ("couldn’t", 2),
        ("ß", 1),
    ],
)
def test_letters_numbers_accents_and_apostrophes_have_beats_too(word: str, beats: int) -> None:
    assert syllables(word) == beats


def test_a_grade_is_the_flesch_kincaid_formula() -> None:
    text = "We will open the doors at ten. " * 20  # 7 words, 8 beats

    grade = grade_of(sentences_of(text))

    assert grade == round(0.39 * 7 + 11.8 * 8 / 7 - 15.59, 1)


def test_a_plain_invitation_is_easy_to_read() -> None:
    grade = grade_of(sentences_of(INVITATION))

    assert grade is not None
    assert grade <= 4
    assert label_of(grade) is Label.EASY


def test_official_language_is_hard_and_the_grade_stops_at_18() -> None:
    grade = grade_of(sentences_of(OFFICIALESE))

    assert grade == 18
    assert label_of(18) is Label.HARD


def test_the_grade_does_not_fall_below_0() -> None:
    assert grade_of(sentences_of("Come in. " * 60)) == 0


@pytest.mark.parametrize(
    ("grade", "label"),
    [(0, Label.EASY), (6.0, Label.EASY), (6.1, Label.MEDIUM), (10.0, Label.MEDIUM), (10.1, Label.HARD)],
)
def test_easy_ends_at_6_and_medium_at_10(grade: float, label: Label) -> None:
    assert label_of(grade) is label


def test_every_label_has_words() -> None:
    assert [label.words for label in Label] == ["Easy to read", "Medium", "Hard"]


def test_nothing_is_said_about_a_text_of_99_words(jargon: Glossary, respectful: Glossary) -> None:
    short, enough = "Lunch is free. " * 33, "Lunch is free. " * 33 + "Come!"

    of_short, of_enough = (
        read(text, jargon=jargon, respectful=respectful, long_sentence=25) for text in (short, enough)
    )

    assert (of_short.words, of_short.grade, of_short.label) == (99, None, None)
    assert (of_enough.words, of_enough.label) == (100, Label.EASY)


@pytest.mark.parametrize(
    ("words", "silent", "aloud"), [(0, 0, 0), (1, 1, 1), (238, 1, 1), (1026, 4, 6), (2380, 10, 13)]
)
def test_minutes_are_whole_and_never_none_for_a_text_with_words(words: int, silent: int, aloud: int) -> None:
    assert (minutes_to_read(words), minutes_aloud(words)) == (silent, aloud)


def test_a_reading_gathers_everything(jargon: Glossary, respectful: Glossary) -> None:
    text = INVITATION + "We will empower the handicapped to " + "swim and " * 12 + "rest."

    reading = read(text, jargon=jargon, respectful=respectful, long_sentence=25)

    assert reading.label is Label.EASY
    assert (reading.minutes, reading.minutes_aloud) == (1, 1)
    assert [len(sentence.words) for sentence in reading.long_sentences] == [31]
    assert [hit.phrase for hit in reading.jargon] == ["empower"]
    assert [hit.phrase for hit in reading.respectful] == ["the handicapped"]


def test_a_sentence_of_exactly_the_limit_is_not_long(jargon: Glossary, respectful: Glossary) -> None:
    text = "swim " * 25

    at_the_limit = read(text, jargon=jargon, respectful=respectful, long_sentence=25)
    over_it = read(text, jargon=jargon, respectful=respectful, long_sentence=24)

    assert not at_the_limit.long_sentences
    assert len(over_it.long_sentences) == 1


def test_an_empty_text_has_nothing_to_say(jargon: Glossary, respectful: Glossary) -> None:
    reading = read("", jargon=jargon, respectful=respectful, long_sentence=25)

    assert (reading.words, reading.sentences, reading.minutes, reading.grade) == (0, 0, 0, None)
