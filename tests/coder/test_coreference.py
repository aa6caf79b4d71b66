"""Who is meant by a short name, an office, a pronoun or nothing at all."""

import pytest

from mahdar.coder.coder import Coder, RawArticle
from mahdar.minutes import Minutes

DAY = "2021-03-10"


def code(coder: Coder, text: str, published: str | None = DAY) -> Minutes:
    return coder.code(RawArticle(text, published=published))


def speakers(minutes: Minutes) -> list[str]:
    """Names of the speakers, statement by statement."""
    names = {actor.id: actor.name for actor in minutes.actors}
    return [names[s.speaker] for s in minutes.statements if s.speaker]


def names(minutes: Minutes) -> set[str]:
    return {actor.name for actor in minutes.actors}


BEFORE = "قال وزير الخارجية البلغاري رامي الشهابي إن الوضع مستقر. "


@pytest.mark.parametrize(
    "after",
    [
        "وأضاف أن الحوار ضروري.",
        "وأوضح الشهابي أن الحوار ضروري.",
        "وأكد رامي الشهابي أن الحوار ضروري.",
        "وأكد الوزير أن الحوار ضروري.",
        "وأكد وزير الخارجية أن الحوار ضروري.",
        "وأكد الوزير البلغاري أن الحوار ضروري.",
        "وأضاف: «الحوار ضروري».",
        "وبحسب الشهابي، الحوار ضروري في هذه المرحلة الصعبة.",
        "وفي سياق آخر، أكد الشهابي أن الحوار ضروري.",
    ],
)
def test_one_person_under_many_names(coder: Coder, after: str) -> None:
    assert speakers(code(coder, BEFORE + after)) == ["رامي الشهابي", "رامي الشهابي"]


@pytest.mark.parametrize(
    ("after", "speaker"),
    [
        ("وأكد الوزير الأردني أن الحوار ضروري.", "الوزير الأردني"),
        ("وأكد وزير الدفاع الأردني أن الحوار ضروري.", "وزير الدفاع الأردني"),
        ("وأكدت المتحدثة باسم الحكومة الأردنية أن الحوار ضروري.", "المتحدثة باسم الحكومة الأردنية"),
        ("وقالت روسيا إن الحوار ضروري.", "روسيا"),
    ],
)
def test_another_state_or_office_is_another_speaker(coder: Coder, after: str, speaker: str) -> None:
    assert speakers(code(coder, BEFORE + after)) == ["رامي الشهابي", speaker]


def test_a_woman_goes_on_speaking_with_a_feminine_verb(coder: Coder) -> None:
    minutes = code(coder, "قالت المستشارة الألمانية أنغيلا ميركل إن الوباء مستمر. وأضافت أن اللقاح متوفر.")
    assert speakers(minutes) == ["أنغيلا ميركل"] * 2


def test_the_fullest_name_is_the_actors_name(coder: Coder) -> None:
    minutes = code(coder, "قال ماكرون إن الوضع مستقر. وأكد الرئيس الفرنسي إيمانويل ماكرون أن الحوار ضروري.")
    assert speakers(minutes) == ["إيمانويل ماكرون"] * 2


def test_the_visitor_goes_on_acting_where_no_subject_is_said(coder: Coder) -> None:
    text = (
        "وصل وزير الخارجية الأميركي مايك بومبيو إلى القدس. والتقى بومبيو رئيس الوزراء الإسرائيلي بنيامين نتنياهو. "
        "وقال إن بلاده ملتزمة بالأمن."
    )
    assert speakers(code(coder, text)) == ["مايك بومبيو"]


def test_both_ministers_are_those_who_met(coder: Coder) -> None:
    text = "اجتمع وزير الدفاع التركي خلوصي أكار بنظيره القطري خالد العطية. وأكد الوزيران رفض التصعيد."
    minutes = code(coder, text)
    codes = {a.id: a.code for a in minutes.actors}
    reject = next(e for e in minutes.events if e.type == "REJECT")
    assert {codes[a] for a in reject.actor} == {"TUR", "QAT"}


def test_both_sides_of_a_deal_are_those_who_met(coder: Coder) -> None:
    text = "زار الرئيس الإيراني بغداد والتقى نظيره العراقي برهم صالح. واتفق الجانبان على زيادة التبادل التجاري."
    minutes = code(coder, text)
    codes = {a.id: a.code for a in minutes.actors}
    agree = next(e for e in minutes.events if e.type == "AGREE")
    assert {codes[a] for a in agree.actor} == {"IRN", "IRQ"}


def test_a_counterpart_holds_the_same_office(coder: Coder) -> None:
    minutes = code(coder, "التقى وزير الدفاع التركي خلوصي أكار نظيره القطري خالد العطية.")
    assert {(a.name, a.code, a.office) for a in minutes.actors} == {
        ("خلوصي أكار", "TUR", "defence-minister"),
        ("خالد العطية", "QAT", "defence-minister"),
    }


def test_his_country_is_the_speakers(coder: Coder) -> None:
    minutes = code(coder, "قال وزير الخارجية الأردني أيمن الصفدي إن بلاده ترفض الضم.")
    (position,) = minutes.positions
    holder = next(a for a in minutes.actors if a.id == position.holder)
    assert (holder.code, holder.kind) == ("JOR", "state")


def test_names_of_a_state_are_one_actor(coder: Coder) -> None:
    minutes = code(coder, "قالت روسيا إن الوضع مستقر. وأكدت موسكو أن الحوار ضروري. وأعلن الكرملين أن القمة مؤجلة.")
    assert [(actor.name, actor.code, actor.kind) for actor in minutes.actors] == [
        ("روسيا", "RUS", "state"),
        ("الكرملين", "RUS", "organisation"),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("المنامة: استدعت مملكة البحرين سفيرها. وأدانت المنامة التصريحات. وقالت البحرين إنها ترفض ذلك.", "مملكة البحرين"),
        ("صدر بيان في صوفيا. وقالت بلغاريا إنها ترفض ذلك.", "بلغاريا"),
        ("جرى لقاء في بلغاريا. وقالت صوفيا إنها ترفض ذلك.", "صوفيا"),
    ],
)
def test_a_state_goes_by_the_fullest_name_under_which_it_acts(coder: Coder, text: str, name: str) -> None:
    assert name in names(code(coder, text))


def test_a_title_of_honour_that_ends_like_a_feminine_one_is_a_mans(coder: Coder) -> None:
    text = "لم يصدر آية الله علي خامنئي حكماً في الاتفاق، لكنه قال إن بلاده لن تسمح بذلك."
    assert speakers(code(coder, text)) == ["علي خامنئي"]


def test_bodies_of_a_state_are_actors_of_their_own(coder: Coder) -> None:
    minutes = code(coder, "قالت روسيا إن الوضع مستقر. وأكدت وزارة الدفاع الروسية أن الحوار ضروري.")
    assert names(minutes) == {"روسيا", "وزارة الدفاع الروسية"}


def test_a_body_without_a_state_belongs_to_that_of_the_dateline(coder: Coder) -> None:
    minutes = code(coder, "بغداد: أعلنت وزارة الصحة أن اللقاح متوفر.")
    assert {actor.code for actor in minutes.actors} == {"IRQ"}


@pytest.mark.parametrize(("day", "code_"), [("2021-03-10", "USA"), (None, "USA")])
def test_a_title_that_is_written_counts_with_and_without_a_day(coder: Coder, day: str | None, code_: str) -> None:
    minutes = code(coder, "قال وزير الخارجية الأميركي أنتوني بلينكن إن الوضع مستقر.", day)
    assert {actor.code for actor in minutes.actors} == {code_}


def test_mentions_of_one_actor_are_all_kept_in_order(coder: Coder) -> None:
    minutes = code(coder, BEFORE + "وأوضح الشهابي أن الحوار ضروري. وأكد الوزير البلغاري أن القمة مؤجلة.")
    (actor,) = minutes.actors
    assert [m.exact for m in actor.mentions] == ["وزير الخارجية البلغاري رامي الشهابي", "الشهابي", "الوزير البلغاري"]


def test_the_movement_is_the_one_named_last(coder: Coder) -> None:
    minutes = code(coder, "التقى وفد مصري قادة حركة حماس في غزة. وقالت الحركة إن الحوار مفيد.")
    (statement,) = minutes.statements
    speaker = next(a for a in minutes.actors if a.id == statement.speaker)
    assert speaker.code == "NSA:HAMAS"


def test_a_title_is_of_the_body_named_before(coder: Coder) -> None:
    minutes = coder.code(
        RawArticle(
            "زار المدير العام للوكالة الدولية للطاقة الذرية رافايل غروسي طهران. "
            "وقال المتحدث باسم الوكالة يوهان كروغر إن الزيارة مفيدة. وأضافت الوكالة أن مفتشي الوكالة سيعودون.",
            published="2022-03-05",
        )
    )
    speakers = {a.name: a.code for a in minutes.actors if a.id in {s.speaker for s in minutes.statements}}
    assert speakers == {"يوهان كروغر": "IGO:IAEA", "الوكالة الدولية للطاقة الذرية": "IGO:IAEA"}


def test_a_pronoun_on_a_title_means_whom_it_agrees_with(coder: Coder) -> None:
    minutes = code(coder, "قالت اليابان إن سفيرها كينجي موراتا سيغادر. وقال كينجي موراتا إن الوضع مستقر في السودان.")
    assert {a.name: a.code for a in minutes.actors}["كينجي موراتا"] == "JPN"


def test_who_is_recalled_does_not_speak(coder: Coder) -> None:
    minutes = code(coder, "أكدت السلطات البحرينية أنها هادئة. كما أعلنت استدعاء سفيرها في طهران بعد ما وصفته بتصريحات معادية.")
    assert {a.name for a in minutes.actors if a.id in {s.speaker for s in minutes.statements}} == {"السلطات البحرينية"}


@pytest.mark.parametrize("dateline", ["القبس - الرباط\n\n", "الرباط: «القبس»\n\n", "الرباط / القبس\n\n"])
def test_a_dateline_tells_whose_the_ministry_is(coder: Coder, dateline: str) -> None:
    text = f"{dateline}أعلنت وزارة الخارجية أن رئيس الحكومة الإسبانية سيزور البلاد غدا."
    minutes = coder.code(RawArticle(text, title="زيارة", published=DAY))
    assert {a.name: a.code for a in minutes.actors}["وزارة الخارجية"] == "MAR"


def test_a_bare_counterpart_is_the_other_holder_of_the_office(coder: Coder) -> None:
    text = (
        "التقى وزير الخارجية المصري سامح شكري نظيره الأردني أيمن الصفدي في القاهرة. "
        "وبحث شكري التعاون. وتلقى شكري من نظيره دعوة لزيارة عمّان."
    )
    names = {actor.name for actor in code(coder, text).actors}
    assert "نظيره" not in names and "أيمن الصفدي" in names


@pytest.mark.parametrize(
    ("text", "code_"),
    [
        ("وقال ماركوس كروغر، رئيس اتحاد غرف التجارة الألمانية، إن الصادرات تراجعت في سوريا.", "DEU"),
        ("وقال ماركوس كروغر، الخبير في الشأن الكوري بمعهد في بلغاريا، إن الصادرات تراجعت.", "BGR"),
        ("رفض ماركوس كروغر، الناطق باسم أمين عام الأمم المتحدة، أن يعلق، قائلاً إن الوضع صعب في سوريا.", "IGO:UN"),
        ("تفاوض إيران منذ عام. وقال السيناتور ماركوس كروغر إن إيران لن تلتزم.", "USA"),
        ("وقال رئيس لجنة الطاقة في مجلس الدوما إن الأسعار مستقرة.", "RUS"),
        ("زار الوزير سوريا أمس. وقال دبلوماسي غربي في دمشق إن سوريا ترفض ذلك.", "UNK"),
    ],
)
def test_whose_somebody_is_by_what_is_told_of_him(coder: Coder, text: str, code_: str) -> None:
    minutes = code(coder, text)
    codes = {actor.id: actor.code for actor in minutes.actors}
    assert [codes[s.speaker] for s in minutes.statements if s.speaker] == [code_]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وصل جورج شترايتنر إلى صوفيا. وأضاف شترايتنر أن الجانبين اتفقا.", "جورج شترايتنر"),
        ("قال وزير الصحة إن اللقاح متوفر. وأضاف شترايتنر أن الوباء مستمر.", "شترايتنر"),
        ("وذكر رامي الشنفوري أن الطريق مغلق.", "رامي الشنفوري"),
        ("وأعلن الأمير فيصل بن شنفور أن الطريق مغلق.", "فيصل بن شنفور"),
        ("التقى وزير الزراعة وزير الدفاع. وذكر رئيس الدبلوماسية البلغارية أن الطريق مغلق.", "رئيس الدبلوماسية البلغارية"),
    ],
)
def test_names_that_no_list_has(coder: Coder, text: str, speaker: str) -> None:
    assert speakers(code(coder, text))[-1] == speaker


@pytest.mark.parametrize(
    "after",
    [
        "وأضاف معاليه للصحفيين أن الحوار ضروري.",
        "وأكد معاليه أن الحوار ضروري.",
        "ونقلت عنه وكالة أنباء البحرين قوله إن الحوار ضروري.",
        "ونقلت وكالة أنباء البحرين عنه القول إن الحوار ضروري.",
        "ونقل موقع الوزارة عن الشهابي قوله إن الحوار ضروري.",
    ],
)
def test_who_is_honoured_or_quoted_is_who_was_named(coder: Coder, after: str) -> None:
    before = "قال معالي وزير الخارجية البلغاري رامي الشهابي إن الوضع مستقر. "
    assert speakers(code(coder, before + after)) == ["رامي الشهابي", "رامي الشهابي"]


def test_a_plural_verb_goes_on_with_a_group(coder: Coder) -> None:
    text = "قال وزير الصحة البلغاري رامي الشهابي إن الوضع مستقر. وكان نواب أردنيون قد انتقدوه. وطالبوا بلجنة تحقيق."
    assert speakers(code(coder, text))[-1] == "نواب أردنيون"


def test_an_armed_wing_is_a_body_of_its_own(coder: Coder) -> None:
    minutes = code(coder, "رحبت حركة حماس بالقرار. وقالت كتائب القسام إن المخيمات مفتوحة.")
    assert {("حركة حماس", "NSA:HAMAS"), ("كتائب القسام", "NSA:HAMAS")} <= {(a.name, a.code) for a in minutes.actors}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وقال مساعد وزير الخارجية لشؤون دول الجوار السفير شاكر المندور إن الاجتماع ناجح.", "شاكر المندور"),
        ("وأكد رئيس الهيئة الاستشارية للمؤتمر الدكتور سالم الرافدي أن الاجتماع ناجح.", "سالم الرافدي"),
        ("وقال الأمين العام للمركز معالي الأستاذ فيصل بن شنفور إن الحوار ضروري.", "فيصل بن شنفور"),
        ("وأشار محافظ عدن إلى أن الطريق مغلق.", "محافظ عدن"),
        ("أوضح نايف الشنفوري، محافظ عدن، أن الميناء مفتوح. وأشار محافظ عدن إلى أن الطريق مغلق.", "نايف الشنفوري"),
    ],
)
def test_a_name_far_behind_its_title_and_an_office_of_a_place(coder: Coder, text: str, speaker: str) -> None:
    assert speakers(code(coder, text))[-1] == speaker
