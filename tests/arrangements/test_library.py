"""Which methods fit, why, and what to adapt."""

from planner.answers import Plan
from planner.arrangements.library import Wish, fitting, time_for_one
from planner.catalogue import catalogue
from planner.catalogue.entries import Aim, Where, WorkshopStage

FACTS = catalogue()
SEVERAL = Plan.model_validate(
    {
        "purpose": {"stage": "review"},
        "audience": {"people": 14, "needs": {"blind_low_vision": 2, "wheelchair_users": 1}},
        "venue": {"place": "in_person"},
        "timing": {"starts": "11:00", "ends": "13:00"},
    }
)


def test_nothing_is_left_out_when_nothing_is_asked_for() -> None:
    found = fitting(Plan(), FACTS, Wish())

    assert {fit.key for fit in found} == set(FACTS.methods)


def test_only_methods_for_the_place_are_offered() -> None:
    online = Plan.model_validate({"venue": {"place": "online"}})

    found = fitting(online, FACTS, Wish())

    assert found
    assert all("online" in fit.method.where for fit in found)
    assert "access_walk_through" not in {fit.key for fit in found}


def test_each_wish_narrows_the_choice() -> None:
    everything = fitting(SEVERAL, FACTS, Wish())

    for wish in (
        Wish(stage=WorkshopStage.DELIVERY),
        Wish(most_minutes=20),
        Wish(informal=True),
        Wish(enjoyable=True),
        Wish(suits_everybody=True),
        Wish(one_group=True),
        Wish(aim=Aim.CHOOSE),
        Wish(group_of=1),
        Wish(people=3),
        Wish(place=Where.ONLINE),
    ):
        found = fitting(SEVERAL, FACTS, wish)
        assert 0 < len(found) < len(everything), wish


def test_methods_for_the_stage_of_the_work_come_first() -> None:
    found = fitting(SEVERAL, FACTS, Wish())

    stages = [fit.is_for_stage for fit in found]
    assert stages == sorted(stages, reverse=True)


def test_it_says_what_to_adapt_and_for_whom() -> None:
    found = {fit.key: fit for fit in fitting(SEVERAL, FACTS, Wish())}

    walk = found["access_walk_through"]

    assert {demand for demand, _, _ in walk.adapt} >= {"sight", "moving"}
    assert all(who and words for _, who, words in walk.adapt)


def test_people_who_do_not_fit_into_one_group_make_several() -> None:
    found = {fit.key: fit for fit in fitting(SEVERAL, FACTS, Wish())}

    assert found["talking_circle"].groups == -(-14 // FACTS.methods["talking_circle"].size[1])


def test_one_activity_cannot_take_longer_than_the_time_there_is() -> None:
    pace = FACTS.pace

    assert time_for_one(SEVERAL, FACTS) == 120 - pace.welcome.value - pace.close.value
    assert time_for_one(Plan(), FACTS) is None


def test_a_group_of_exactly_so_many_people_must_fit_the_method() -> None:
    found = fitting(SEVERAL, FACTS, Wish(group_of=6))

    assert {fit.key for fit in found} == {
        key
        for key, method in FACTS.methods.items()
        if method.size[0] <= 6 <= method.size[1] and "in_person" in method.where
    }


def test_more_people_than_expected_need_more_groups() -> None:
    found = {fit.key: fit.groups for fit in fitting(SEVERAL, FACTS, Wish(people=40))}

    assert found["talking_circle"] == -(-40 // FACTS.methods["talking_circle"].size[1])


def test_what_to_adapt_follows_who_is_coming() -> None:
    deaf = {fit.key: fit for fit in fitting(SEVERAL, FACTS, Wish(needs=("bsl_users",)))}
    nobody = {fit.key: fit for fit in fitting(SEVERAL, FACTS, Wish(needs=()))}

    assert {who for _, names, _ in deaf["open_discussion"].adapt for who in names} == {
        FACTS.needs["bsl_users"].label
    }
    assert all(fit.adapt == () for fit in nobody.values())


def test_each_method_says_why_it_fits_or_what_to_adapt() -> None:
    found = fitting(SEVERAL, FACTS, Wish(aim=Aim.LOOK))

    assert found
    assert all(Aim.LOOK.words in fit.why for fit in found)
    assert all(fit.adapt or "Nothing to adapt for the people you expect" in fit.why for fit in found)


def test_what_it_is_best_for_comes_first() -> None:
    found = fitting(SEVERAL, FACTS, Wish(aim=Aim.CHOOSE))

    best = [fit.method.aims[0] is Aim.CHOOSE for fit in found]
    assert best == sorted(best, reverse=True)
    assert True in best
    assert False in best


def test_every_aim_has_several_methods() -> None:
    counts = {aim: sum(aim in method.aims for method in FACTS.methods.values()) for aim in Aim}

    assert min(counts.values()) >= 5
