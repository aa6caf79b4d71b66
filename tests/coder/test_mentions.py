"""Who is named: persons with their offices, states by all their names, bodies and groups."""

import pytest

from mahdar.coder.coder import Coder, RawArticle
from mahdar.minutes import Actor

DAY = "2021-03-10"


def speaker(coder: Coder, text: str) -> Actor:
    """Whoever speaks in the one statement of a text."""
    minutes = coder.code(RawArticle(text, published=DAY))
    (statement,) = minutes.statements
    return next(actor for actor in minutes.actors if actor.id == statement.speaker)


@pytest.mark.parametrize(
    ("title", "name", "code", "office"),
    [
        ("وزير الخارجية الأردني", "أيمن الصفدي", "JOR", "foreign-minister"),
        ("وزيرة الدفاع الإسبانية", "مارغريتا روبلس", "ESP", "defence-minister"),
        ("وزير خارجية قطر", "محمد بن عبد الرحمن آل ثاني", "QAT", "foreign-minister"),
        ("رئيس وزراء اليونان", "كيرياكوس ميتسوتاكيس", "GRC", "prime-minister"),
        ("رئيس الحكومة المغربية", "سعد الدين العثماني", "MAR", "prime-minister"),
        ("رئيس مجلس النواب اللبناني", "نبيه بري", "LBN", "speaker"),
        ("نائب وزير الخارجية الروسي", "ميخائيل بوغدانوف", "RUS", "deputy-minister"),
        ("المبعوث الأميركي إلى اليمن", "تيموثي ليندركينغ", "USA", "envoy"),
        ("المتحدث باسم الأمم المتحدة", "ستيفان دوجاريك", "IGO:UN", "spokesperson"),
        ("الناطق باسم حركة حماس", "حازم قاسم", "NSA:HAMAS", "spokesperson"),
        ("القيادي في حركة فتح", "جبريل الرجوب", "PSE", "party-official"),
        ("قائد القيادة المركزية الأميركية", "كينيث ماكنزي", "USA", "commander"),
        ("محافظ البنك المركزي اليمني", "أحمد غالب", "YEM", "central-bank-governor"),
        ("مدير منظمة الصحة العالمية", "تيدروس أدهانوم", "IGO:WHO", "head-of-body"),
    ],
)
def test_a_name_behind_a_title_has_its_state_and_office(coder: Coder, title: str, name: str, code: str, office: str) -> None:
    verb = "قالت" if title.startswith("وزيرة") else "قال"
    actor = speaker(coder, f"{verb} {title} {name} إن الوضع مستقر.")
    assert (actor.name, actor.kind, actor.code, actor.office) == (name, "person", code, office)


def test_a_title_behind_the_name_counts_too(coder: Coder) -> None:
    actor = speaker(coder, "قال فؤاد حسين، وزير الخارجية العراقي، إن الوضع مستقر.")
    assert (actor.name, actor.code, actor.office) == ("فؤاد حسين", "IRQ", "foreign-minister")


def test_an_unknown_name_behind_a_title_is_a_name(coder: Coder) -> None:
    actor = speaker(coder, "قال وزير الخارجية البلغاري رامي الشهابي إن الوضع مستقر.")
    assert (actor.name, actor.code) == ("رامي الشهابي", "BGR")


@pytest.mark.parametrize("honorific", ["الأمير", "الشيخ", "الدكتور", "المهندس", "سمو الأمير"])
def test_honorifics_before_a_name_change_nobody(coder: Coder, honorific: str) -> None:
    actor = speaker(coder, f"قال وزير الطاقة السعودي {honorific} رامي الشهابي إن الوضع مستقر.")
    assert (actor.name.endswith("رامي الشهابي"), actor.code, actor.office) == (True, "SAU", "energy-minister")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("قالت موسكو", "RUS"),
        ("قال الكرملين", "RUS"),
        ("أعلن البيت الأبيض", "USA"),
        ("قال البنتاغون", "USA"),
        ("قالت الدوحة", "QAT"),
        ("قالت بيونغ يانغ", "PRK"),
        ("قال الفاتيكان", "VAT"),
        ("قالت اليونان", "GRC"),
        ("قال العراق", "IRQ"),
        ("قالت حكومة جنوب السودان", "SSD"),
        ("قال الجيش الأردني", "JOR"),
        ("أعلنت الخارجية الأميركية", "USA"),
        ("قالت وزارة الدفاع التركية", "TUR"),
        ("قال الاتحاد الأوروبي", "IGO:EU"),
        ("قالت جامعة الدول العربية", "IGO:LAS"),
        ("قال حلف شمال الأطلسي", "IGO:NATO"),
        ("قالت الوكالة الدولية للطاقة الذرية", "IGO:IAEA"),
        ("قال مجلس التعاون لدول الخليج العربية", "IGO:GCC"),
        ("قالت حركة حماس", "NSA:HAMAS"),
        ("قال حزب الله", "NSA:HEZBOLLAH"),
        ("قال الحوثيون", "NSA:HOUTHI"),
        ("قالت قوات سوريا الديمقراطية", "NSA:SDF"),
        ("قالت المعارضة السورية", "NSA:SYR-OPP"),
        ("قال تنظيم القاعدة", "NSA:AQ"),
        ("قال مسؤول أميركي", "USA"),
        ("قالت مصادر أمنية عراقية", "IRQ"),
        ("ذكرت صحيفة الغارديان", "GBR"),
    ],
)
def test_states_bodies_and_groups_have_their_code(coder: Coder, words: str, code: str) -> None:
    that = "أن" if words.startswith(("أعلن", "ذكر")) else "إن"
    assert speaker(coder, f"{words} {that} الوضع مستقر.").code == code


@pytest.mark.parametrize(
    ("words", "kind"),
    [("قالت موسكو", "state"), ("قالت وزارة الدفاع التركية", "organisation"), ("قال الحوثيون", "group"), ("قال بوتين", "person")],
)
def test_kinds_of_actors(coder: Coder, words: str, kind: str) -> None:
    assert speaker(coder, f"{words} إن الوضع مستقر.").kind == kind


@pytest.mark.parametrize("spelling", ["الأميركي", "الأمريكي", "الامريكي", "الامیركي"])
def test_spellings_of_a_nisba_mean_one_state(coder: Coder, spelling: str) -> None:
    assert speaker(coder, f"قال السفير {spelling} إن الوضع مستقر.").code == "USA"


def test_an_envoy_speaks_for_who_sent_him(coder: Coder) -> None:
    assert speaker(coder, "قال السفير الفرنسي لدى لبنان إن الدعم مستمر.").code == "FRA"


def test_a_person_of_the_directory_has_an_english_name(coder: Coder) -> None:
    assert speaker(coder, "قال الرئيس الفرنسي إيمانويل ماكرون إن الوضع مستقر.").label.en == "Emmanuel Macron"


def test_an_office_of_the_day_of_the_article_counts(coder: Coder) -> None:
    text = "قال بوتين إن الوضع مستقر."
    assert speaker(coder, text).label.en == "Vladimir Putin"


def test_a_name_in_another_word_is_no_mention(coder: Coder) -> None:
    minutes = coder.code(RawArticle("قال الوزير الأردني إن المصرف أغلق أبوابه.", published=DAY))
    assert {actor.code for actor in minutes.actors} == {"JOR"}


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("التقى الوزير الأردني بالسفير الروسي مساء.", "السفير الروسي"),
        ("وقالت وزارة الدفاع التركية إن الوضع مستقر.", "وزارة الدفاع التركية"),
    ],
)
def test_the_name_of_an_actor_has_no_clitics(coder: Coder, text: str, mention: str) -> None:
    minutes = coder.code(RawArticle(text, published=DAY))
    assert mention in {actor.name for actor in minutes.actors}


def test_mentions_are_exact_words_of_the_text(coder: Coder) -> None:
    minutes = coder.code(RawArticle("قال الرئيس الفرنسي إيمانويل ماكرون إن الوضع مستقر. وأكد ماكرون دعمه لبيروت.", published=DAY))
    text = minutes.article.text
    mentions = [m for actor in minutes.actors for m in actor.mentions]
    assert "الرئيس الفرنسي إيمانويل ماكرون" in {m.exact for m in mentions}
    assert all(text[m.start : m.end] == m.exact for m in mentions)


def test_a_title_of_another_state_belongs_to_somebody_else(coder: Coder) -> None:
    minutes = coder.code(RawArticle("التقى الرئيس التركي أردوغان وزير الخارجية الإيراني في أنقرة.", published=DAY))
    assert {actor.code for actor in minutes.actors} >= {"TUR", "IRN"}


def test_a_title_with_its_people_behind_a_name(coder: Coder) -> None:
    actor = speaker(coder, "قال محمد عبد السلام، الناطق باسم المتمردين، إن الوضع مستقر.")
    assert (actor.name, actor.code) == ("محمد عبد السلام", "NSA:HOUTHI")


def test_a_family_is_not_its_namesake(coder: Coder) -> None:
    actor = speaker(coder, "قالت عائلة السنوسي إن الحكم جائر.")
    assert (actor.name, actor.kind) == ("عائلة السنوسي", "group")


@pytest.mark.parametrize(
    ("words", "name", "code"),
    [
        ("المنسق الأوروبي لمكافحة الجراد يان دي فريس", "يان دي فريس", "IGO:EU"),
        ("السفير التركي في عمّان إردم أوزان", "إردم أوزان", "TUR"),
        ("رئيس لجنة شؤون المفقودين التابعة للحوثيين عبد السلام الشهاري", "عبد السلام الشهاري", "NSA:HOUTHI"),
        ("سفير خادم الحرمين الشريفين لدى النرويج وآيسلندا خالد بن سالم الرشيد", "خالد بن سالم الرشيد", "SAU"),
    ],
)
def test_a_name_behind_what_an_office_is_for_is_its_bearers(coder: Coder, words: str, name: str, code: str) -> None:
    actor = speaker(coder, f"قال {words} إن الوضع مستقر.")
    assert (actor.name, actor.code) == (name, code)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("لجنة التخطيط التابعة للإدارة المدنية الإسرائيلية", "ISR"),
        ("لجنة أطباء السودان", "SDN"),
        ("بعض الجماعات الليبية المتنافسة", "LBY"),
        ("وفد من حماس", "NSA:HAMAS"),
        ("قيادي في فتح", "PSE"),
    ],
)
def test_a_body_or_group_is_whose_it_says(coder: Coder, words: str, code: str) -> None:
    assert speaker(coder, f"قال {words} إن الوضع مستقر.").code == code


def test_the_owner_of_a_party_is_not_its_member(coder: Coder) -> None:
    actor = speaker(coder, "قال عضو بحزب الرئيس السابق علي عبد الله صالح إن الوضع مستقر.")
    assert actor.name.startswith("عضو بحزب")


def test_whom_an_official_talks_to_does_not_own_him(coder: Coder) -> None:
    assert speaker(coder, "قال المسؤول لرويترز إن الوضع مستقر في ليبيا.").code != "GBR"


@pytest.mark.parametrize(
    "words", ["ومن المقرر أن يدرس المجلس الأمر", "زاد الإنتاج بين 250 ألفا و500 ألف", "قال مشرعون إنه بارع فإن دريمر يحاول"]
)
def test_everyday_words_are_nobody(coder: Coder, words: str) -> None:
    minutes = coder.code(RawArticle(f"قال الوزير السوداني إن الوضع مستقر. {words}.", published=DAY))
    assert {"المقرر", "ألفا و500", "فإن دريمر"}.isdisjoint(a.name for a in minutes.actors)


def test_a_plural_title_of_several_states_is_of_each(coder: Coder) -> None:
    minutes = coder.code(RawArticle("اجتمع وزراء خارجية بريطانيا وهولندا وبلجيكا في لاهاي أمس.", published=DAY))
    assert {a.code for a in minutes.actors} == {"GBR", "NLD", "BEL"}


@pytest.mark.parametrize(
    ("text", "acts"), [("اعتقل الأمن عشرة ناشطين في السودان أمس.", True), ("اتفق السودان ومصر على حفظ الأمن أمس.", False)]
)
def test_an_abstract_noun_is_a_body_only_where_it_acts(coder: Coder, text: str, acts: bool) -> None:
    minutes = coder.code(RawArticle(text, published=DAY))
    assert ("الأمن" in {a.name for a in minutes.actors}) == acts


@pytest.mark.parametrize(
    ("words", "name", "code"),
    [
        ("وزير الخارجية والهجرة وشؤون التونسيين بالخارج نبيل عمار", "نبيل عمار", "TUN"),
        ("وزارة الشؤون الخارجية والتعاون الإفريقي والمغاربة المقيمين بالخارج", "", "MAR"),
        ("وزير الطاقة والمياه اللبناني وليد فياض", "وليد فياض", "LBN"),
    ],
)
def test_a_ministry_has_all_its_portfolios(coder: Coder, words: str, name: str, code: str) -> None:
    place = {"TUN": "تونس", "MAR": "الرباط", "LBN": "بيروت"}[code]
    actor = speaker(coder, f"{place}: قالت {words} إن الوضع مستقر." if not name else f"{place}: قال {words} إن الوضع مستقر.")
    assert (actor.name, actor.code) == (name or words, code)
