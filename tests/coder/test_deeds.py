"""A deed is told of by verbs and by nouns that a verb carries; other nouns only refer to it."""

import pytest

from mahdar.coder.coder import Coder, RawArticle
from mahdar.minutes import Event


def assaults(coder: Coder, text: str, type_: str = "ASSAULT") -> list[Event]:
    minutes = coder.code(RawArticle(text=text, published="2021-05-20"))
    return [e for e in minutes.events if e.type == type_]


def party(coder: Coder, text: str) -> tuple[set[str], set[str]]:
    minutes = coder.code(RawArticle(text=text, published="2021-05-20"))
    code = {a.id: a.code for a in minutes.actors}
    (event,) = [e for e in minutes.events if e.type == "ASSAULT"]
    return {code[i] for i in event.actor}, {code[i] for i in event.recipient}


@pytest.mark.parametrize(
    "text",
    [
        "وقع هجوم انتحاري على ثكنة تركية.",
        "أعلنت الشرطة العراقية مقتل ستة أشخاص في هجوم انتحاري.",
        "أدى الانفجار إلى مقتل 13 جنديا تركيا.",
        "3 مايو: مقتل جنديين تركيين في انفجار لغم.",
        "تم اغتيال الوزير اللبناني في بيروت.",
        "قتل سبعة أشخاص وأصيب آخرون في تفجير.",
        "قال الضابط إن خمسة أشخاص قتلوا في هجوم انتحاري.",
        "أصيب ثلاثة جنود لبنانيين برصاص قناص.",
        "أدى الانفجار إلى مقتل مدنيين في عبوة ناسفة.",
        "قتل ما لا يقل عن عشرة في غارة جوية.",
        "قال الشاهد إن دبابات روسية فتحت النار على سكان.",
    ],
)
def test_a_deed_is_told(coder: Coder, text: str) -> None:
    assert assaults(coder, text)


@pytest.mark.parametrize(
    "text",
    [
        "تحقق المحكمة اللبنانية في قضية اغتيال الوزير السابق.",
        "التقى الوزير اللبناني عائلته بعد مرور عام على اغتيال الزعيم.",
        "ناقش البرلمان المصري ظاهرة القتل والخطف.",
        "يبحث الخبراء أسباب العنف والاعتداء على المدارس العراقية.",
        "نزلت المياه إلى الحي فجر الأربعاء في بغداد.",
        "تكمن مشكلة الوزير الفرنسي في ضعف الجيش.",
        "استشهد الوزير المصري بقول الشاعر.",
        "شن الوزير المصري هجوما على المعارضة.",
        "عاد الوزير اللبناني قبل يومين من اغتيال أحد مساعديه.",
        "تسيطر الجماعة على العملية الانتخابية في المدينة.",
        "ناقش الوزير القرار الذي استهدف صناعة البلاد.",
    ],
)
def test_a_deed_is_only_referred_to(coder: Coder, text: str) -> None:
    assert not assaults(coder, text)


def test_a_noun_that_names_both_sides_tells(coder: Coder) -> None:
    assert party(coder, "أدان الوزير الغارات الإسرائيلية على سوريا.") == ({"ISR"}, {"SYR"})


def test_a_noun_with_a_date_of_its_own_tells_history(coder: Coder) -> None:
    (event,) = assaults(coder, "تحدث الوزير عن الهجوم على السفير الروسي عام 2016.")
    assert event.status == "historical"
    assert not assaults(coder, "تحدث الوزير عن الهجوم على السفير الروسي.")


def test_who_reports_a_death_did_not_cause_it(coder: Coder) -> None:
    actor, recipient = party(coder, "أعلنت الشرطة العراقية مقتل جنديين تركيين في انفجار لغم.")
    assert "IRQ" not in actor
    assert recipient == {"TUR"}


def test_who_has_no_object_suffers(coder: Coder) -> None:
    assert party(coder, "قال الوزير إن جنديين إسبانيين قتلا في هجوم انتحاري.")[1] == {"ESP"}


def test_a_crowd_of_unknown_state_protests(coder: Coder) -> None:
    assert assaults(coder, "احتشد متظاهرون أمام السجن.", "PROTEST")


def statuses(coder: Coder, text: str) -> list[str]:
    return [e.status for e in assaults(coder, text)]


def test_the_verb_that_carries_a_deed_denies_it(coder: Coder) -> None:
    assert statuses(coder, "لم تشن إسرائيل غارات على سوريا.") == ["negated"]


def test_force_that_is_only_planned(coder: Coder) -> None:
    assert statuses(coder, "تخطط إسرائيل لقصف سوريا.") == ["hypothetical"]


def test_the_dead_are_of_the_place(coder: Coder) -> None:
    assert party(coder, "قتل ستة أشخاص في انفجار عبوة ناسفة في بغداد.")[1] == {"IRQ"}


def test_an_army_loses_its_own_soldiers(coder: Coder) -> None:
    assert party(coder, "أعلن الجيش التركي مقتل اثنين من جنوده في انفجار لغم.")[1] == {"TUR"}


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("تظاهر آلاف التونسيين أمام السفارة الفرنسية في تونس.", {"FRA"}),
        ("تظاهر آلاف التونسيين في العاصمة للمطالبة باستقالة الحكومة.", {"TUN"}),
        ("فرقت الشرطة التونسية مظاهرة نظمها معلمون تونسيون.", set()),
    ],
)
def test_against_whom_people_protest(coder: Coder, text: str, recipient: set[str]) -> None:
    minutes = coder.code(RawArticle(text=text, published="2021-05-20"))
    code = {a.id: a.code for a in minutes.actors}
    (event,) = [e for e in minutes.events if e.type == "PROTEST"]
    assert {code[i] for i in event.actor} == {"TUN"}
    assert {code[i] for i in event.recipient} == recipient


@pytest.mark.parametrize(
    ("text", "type_", "mode"),
    [
        ("أغلق متظاهرون لبنانيون الميناء.", "PROTEST", "obstruct"),
        ("استخدم الأمن السوداني الذخيرة الحية ضد محتجين.", "ASSAULT", "firearms"),
        ("أطلقت الشرطة التونسية الغاز المسيل للدموع والرصاص المطاطي على المتظاهرين.", "ASSAULT", "crowd-control"),
        ("قال الشاهد إن قذائف سقطت على ثكنة تركية.", "ASSAULT", "heavy-weapons"),
    ],
)
def test_the_subject_of_a_verb_shows_the_deed(coder: Coder, text: str, type_: str, mode: str) -> None:
    assert [e.mode for e in assaults(coder, text, type_)] == [mode]


@pytest.mark.parametrize(
    "text",
    ["احتجت وزارة الخارجية المصرية على القرار.", "أطلقت كوريا الشمالية صاروخا باليستيا في بحر اليابان."],
)
def test_what_is_no_protest_and_no_attack(coder: Coder, text: str) -> None:
    assert not assaults(coder, text, "PROTEST")
    assert not assaults(coder, text)


def test_an_undertaking_names_the_doer(coder: Coder) -> None:
    assert party(coder, "ندد الوزير بقيام أفراد من الجيش الإسرائيلي بقتل عشرة أتراك.") == ({"ISR"}, {"TUR"})


def test_control_is_who_controls_and_invasion_of_whom(coder: Coder) -> None:
    assert party(coder, "أعلن الحوثيون سيطرتهم على مدينة عدن في اليمن.")[0] == {"NSA:HOUTHI"}
    assert party(coder, "أدان الوزير الغزو الأميركي للعراق.") == ({"USA"}, {"IRQ"})


def test_an_aircraft_that_was_shot_down_did_not_shoot(coder: Coder) -> None:
    assert party(coder, "أسقطت الطائرة الماليزية في شرق البلاد.")[1] == {"MYS"}


def test_who_is_killed_by_somebody_is_the_victim(coder: Coder) -> None:
    actor, recipient = party(coder, "قتل جنديان تركيان من قبل مسلحين سوريين.")
    assert recipient == {"TUR"}
    assert "TUR" not in actor


@pytest.mark.parametrize(
    "text",
    [
        "بدأت مصر وتركيا فصلا جديدا من العلاقات بعد الحرب الباردة.",
        "أضرب مثالا على ذلك نجاح مصر.",
        "تحدثت الحكومة المصرية عن مسيرة التنمية.",
        "وصف الوزير البحريني التصريحات بأنها تعد على سيادة البحرين.",
        "صدم الوزير المصري بالقرار.",
    ],
)
def test_words_of_war_in_peace(coder: Coder, text: str) -> None:
    assert not assaults(coder, text)
    assert not assaults(coder, text, "PROTEST")


def test_the_dead_are_of_the_place_named_before(coder: Coder) -> None:
    assert party(coder, "وفي بغداد، قتل ستة أشخاص برصاص مسلحين.")[1] == {"IRQ"}
    assert party(coder, "قتل ستة سياح في انفجار عبوة ناسفة في القاهرة.")[1] == {"UNK"}


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("خطف مسلحون ثلاثة جنود أميركيين جنوب بغداد.", {"USA"}),
        ("خطف ثلاثة جنود أميركيين جنوب بغداد.", {"USA"}),
        ("استهدف مسلحون قافلة تابعة للجيش التركي.", {"TUR"}),
    ],
)
def test_the_victim_is_neither_the_place_nor_a_thing(coder: Coder, text: str, recipient: set[str]) -> None:
    assert party(coder, text)[1] == recipient


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("يفرض الاتفاق قيودا على إيران.", "COERCE"),
        ("علقت صحيفة مصرية على القضية.", "COERCE"),
        ("لا يزال عدد من السفن المصرية في الميناء.", "COERCE"),
        ("يضم المبنى مقر الحكومة المصرية.", "COERCE"),
        ("قطعت إيران شوطا طويلا في طريقها إلى القنبلة.", "PROTEST"),
        ("احتجت البحرين على تصريحات الوزير.", "PROTEST"),
        ("تؤدي الاضطرابات في اليمن إلى هجرة السكان.", "PROTEST"),
    ],
)
def test_what_forces_and_protests_nobody(coder: Coder, text: str, type_: str) -> None:
    assert not assaults(coder, text, type_)
