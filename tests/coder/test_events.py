"""Who did what to whom: ordinary sentences and the event that each of them tells."""

import pytest

from mahdar.coder.coder import Coder, RawArticle
from mahdar.minutes import Event, Minutes
from mahdar.ontology.plover import quad_of


def code(coder: Coder, text: str, title: str = "") -> Minutes:
    return coder.code(RawArticle(text, title=title, published="2021-03-10"))


def codes(minutes: Minutes, ids: tuple[str, ...]) -> set[str]:
    known = {actor.id: actor.code for actor in minutes.actors}
    return {known[i] for i in ids}


def only(minutes: Minutes, type_: str) -> Event:
    """The one event of a type."""
    (event,) = [e for e in minutes.events if e.type == type_]
    return event


TOLD = [
    ("زار الرئيس التركي قطر.", "CONSULT", "visit", {"TUR"}, {"QAT"}),
    ("اتهم الجيش اليمني الحوثيين بخرق الهدنة.", "ACCUSE", "allege", {"YEM"}, {"NSA:HOUTHI"}),
    ("اقتحمت قوات الاحتلال مدينة نابلس.", "ASSAULT", None, {"ISR"}, {"PSE"}),
    ("التقى الأمين العام لحزب الله حسن نصر الله وزير الخارجية الإيراني.", "CONSULT", None, {"NSA:HEZBOLLAH", "IRN"}, set()),
    ("بدأ وزير الخارجية الإيراني جولة إقليمية تشمل الكويت وقطر.", "CONSULT", "visit", {"IRN"}, {"KWT", "QAT"}),
    ("نص الاتفاق المبرم بين إيران وروسيا على تعاون في الطاقة.", "AGREE", None, {"IRN", "RUS"}, set()),
    ("نص الاتفاق الذي تم التوصل إليه بين إيران وروسيا على تعاون.", "AGREE", None, {"IRN", "RUS"}, set()),
    ("التقى وزير الدفاع التركي خلوصي أكار نظيره القطري خالد العطية.", "CONSULT", None, {"TUR", "QAT"}, set()),
    ("عقدت قمة بين بوتين وبايدن في جنيف.", "CONSULT", "multilateral", {"RUS", "USA"}, set()),
    ("أجرت فرنسا مشاورات مع لبنان في باريس.", "CONSULT", None, {"FRA", "LBN"}, set()),
    ("زار الرئيس التركي أردوغان أذربيجان.", "CONSULT", "visit", {"TUR"}, {"AZE"}),
    ("وصل وفد أوروبي إلى موسكو.", "CONSULT", "visit", {"IGO:EU"}, {"RUS"}),
    ("تلقى الشيخ محمد بن زايد اتصالاً هاتفياً من الرئيس الفرنسي إيمانويل ماكرون.", "CONSULT", "phone", {"ARE", "FRA"}, set()),
    ("أجرى بايدن اتصالا هاتفيا مع بوتين.", "CONSULT", "phone", {"USA", "RUS"}, set()),
    ("ناقش وزير الخارجية الأردني مع نظيره العراقي ملف المياه.", "CONSULT", None, {"JOR", "IRQ"}, set()),
    ("قام وزير الخارجية التركي بزيارة إلى ليبيا.", "CONSULT", "visit", {"TUR"}, {"LBY"}),
    ("اتفقت مصر وتركيا على استئناف الرحلات الجوية.", "AGREE", None, {"EGY", "TUR"}, set()),
    ("وافقت إيران على تمديد التفتيش.", "AGREE", None, {"IRN"}, set()),
    ("سيزور البابا فرنسيس العراق الشهر المقبل.", "AGREE", None, {"VAT"}, {"IRQ"}),
    ("رحبت السعودية بالاتفاق.", "SUPPORT", None, {"SAU"}, set()),
    ("فرضت عقوبات على إيران.", "SANCTION", None, {"UNK"}, {"IRN"}),  # a verb without a doer
    ("أجبرت إسرائيل الفلسطينيين على مغادرة القرية.", "COERCE", "restrict", {"ISR"}, {"PSE"}),
    ("وصلت طائرة مساعدات سعودية إلى عدن.", "AID", None, {"SAU"}, {"YEM"}),  # no visit, but what the verb may mean next
    ("أرغمت الحكومة القوات الفرنسية على الانسحاب من العراق.", "RETREAT", "withdraw", {"FRA"}, {"IRQ"}),
    ("اندلعت احتجاجات في وسط العاصمة التايلاندية.", "PROTEST", "demo", {"THA"}, set()),
    ("عادت العلاقات التي قطعتها السعودية مع إيران.", "SANCTION", "discontinue", {"SAU"}, {"IRN"}),  # described
    ("انتهت الحرب بين العراق وإيران.", "ASSAULT", None, {"IRQ", "IRN"}, None),
    ("صادق البرلمان التركي على الاتفاقية.", "SUPPORT", None, {"TUR"}, set()),
    ("وقعت المغرب وإسبانيا اتفاقية للصيد البحري.", "SUPPORT", None, {"MAR", "ESP"}, set()),
    ("اعتذرت هولندا لسورينام عن العبودية.", "CONCEDE", None, {"NLD"}, {"SUR"}),
    ("رفع الاتحاد الأوروبي العقوبات عن زيمبابوي.", "CONCEDE", None, {"IGO:EU"}, {"ZWE"}),
    ("منح البنك الدولي الأردن قرضا بقيمة 300 مليون دولار.", "AID", None, {"IGO:WB"}, {"JOR"}),
    ("منحت روسيا اللجوء لناشط أوكراني.", "AID", None, {"RUS"}, {"UKR"}),
    ("قدمت الإمارات مساعدات طبية إلى الهند.", "AID", None, {"ARE"}, {"IND"}),
    ("سحبت روسيا قواتها من خيرسون.", "RETREAT", "withdraw", {"RUS"}, {"UKR"}),
    ("أفرجت السلطات المصرية عن ناشط سياسي.", "RETREAT", "release", {"EGY"}, {"EGY"}),
    ("تبادلت الحكومة اليمنية والحوثيون مئات الأسرى.", "RETREAT", "release", {"YEM", "NSA:HOUTHI"}, None),
    ("استقال رئيس الوزراء الأرميني نيكول باشينيان.", "RETREAT", "resign", {"ARM"}, set()),
    ("دعت فرنسا إيران إلى وقف تخصيب اليورانيوم.", "REQUEST", "yield", {"FRA"}, {"IRN"}),
    ("اتهمت كييف موسكو بخرق الهدنة.", "ACCUSE", "allege", {"UKR"}, {"RUS"}),
    ("حمّلت واشنطن طهران مسؤولية الهجوم على القاعدة.", "ACCUSE", "allege", {"USA"}, {"IRN"}),
    ("رفعت أوكرانيا دعوى ضد روسيا أمام محكمة العدل الدولية.", "ACCUSE", "investigate", {"UKR"}, {"RUS"}),
    ("أدانت الكويت الهجوم على المطار.", "ACCUSE", "disapprove", {"KWT"}, {"UNK"}),
    ("استدعت وزارة الخارجية التركية السفير الروسي في أنقرة.", "ACCUSE", "disapprove", {"TUR"}, {"RUS"}),
    ("رفضت إثيوبيا الوساطة المصرية بشأن سد النهضة.", "REJECT", "meet", {"ETH"}, {"EGY"}),
    ("استخدمت روسيا حق النقض ضد مشروع قرار بشأن سوريا.", "REJECT", None, {"RUS"}, {"SYR"}),
    ("هددت إيران بالانسحاب من الاتفاق النووي.", "THREATEN", "relations", {"IRN"}, {"UNK"}),
    ("تظاهر آلاف العراقيين في بغداد احتجاجاً على الفساد.", "PROTEST", "demo", {"IRQ"}, {"IRQ"}),
    ("نظم العمال إضراباً في تونس.", "PROTEST", "strike", {"TUN"}, set()),
    ("فرضت الولايات المتحدة عقوبات على مسؤولين سوريين.", "SANCTION", None, {"USA"}, {"SYR"}),
    ("طردت بلغاريا دبلوماسيين روسيين.", "SANCTION", "expel", {"BGR"}, {"RUS"}),
    ("قطعت الجزائر علاقاتها مع المغرب.", "SANCTION", "discontinue", {"DZA"}, {"MAR"}),
    ("اختبرت كوريا الشمالية صاروخاً باليستياً.", "MOBILIZE", "weapons", {"PRK"}, set()),
    ("نشرت روسيا قوات على حدود أوكرانيا.", "MOBILIZE", "troops", {"RUS"}, {"UKR"}),
    ("اعتقلت الشرطة التونسية خمسة متظاهرين.", "COERCE", "arrest", {"TUN"}, {"TUN"}),
    ("قصفت طائرات إسرائيلية مواقع في غزة.", "ASSAULT", "aerial", {"ISR"}, None),
    ("شنت طائرات التحالف غارات على صنعاء.", "ASSAULT", "aerial", {"IGO:COALITION"}, {"YEM"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "type_", "mode", "actors", "recipients"), TOLD)
def test_a_sentence_tells_its_event(
    coder: Coder, text: str, type_: str, mode: str | None, actors: set[str], recipients: set[str] | None
) -> None:
    minutes = code(coder, text)
    event = only(minutes, type_)
    assert event.quad == quad_of(type_)
    assert (event.mode, codes(minutes, event.actor)) == (mode, actors)
    assert recipients is None or codes(minutes, event.recipient) == recipients


@pytest.mark.parametrize(("text", "type_"), [(t[0], t[1]) for t in TOLD[::6]])
def test_evidence_is_words_of_the_sentence(coder: Coder, text: str, type_: str) -> None:
    event = only(code(coder, text), type_)
    assert event.evidence
    assert all(text[e.start : e.end] == e.exact for e in event.evidence)


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        ("التقى وزير الدفاع التركي خلوصي أكار نظيره القطري خالد العطية في سوتشي.", "سوتشي", "RUS"),
        ("أجرت فرنسا مشاورات مع لبنان في جنيف.", "جنيف", "CHE"),
        ("تظاهر آلاف العراقيين في البصرة.", "البصرة", "IRQ"),
    ],
)
def test_the_place_of_an_event_is_found_on_the_map(coder: Coder, text: str, place: str, country: str) -> None:
    (event,) = code(coder, text).events
    assert event.place is not None
    assert (event.place.name, event.place.country) == (place, country)
    assert event.place.lat is not None


@pytest.mark.parametrize(
    ("when", "value"),
    [
        ("يوم الثلاثاء", "2021-03-09"),
        ("أمس", "2021-03-09"),
        ("اليوم", "2021-03-10"),
        ("في 5 مارس", "2021-03-05"),
    ],
)
def test_the_date_of_an_event(coder: Coder, when: str, value: str) -> None:
    (event,) = code(coder, f"اعتقلت الشرطة التونسية {when} خمسة متظاهرين.").events
    assert event.date is not None
    assert (event.date.value, event.date.precision) == (value, "day")


def test_without_a_day_of_publication_the_day_stays_open(coder: Coder) -> None:
    (event,) = coder.code(RawArticle("اعتقلت الشرطة التونسية خمسة متظاهرين.")).events
    assert event.date is None


def test_an_event_told_in_speech_names_its_statement(coder: Coder) -> None:
    minutes = code(coder, "قالت المعارضة السورية إن روسيا قصفت مستشفى في إدلب.")
    assert only(minutes, "ASSAULT").statement == minutes.statements[0].id


@pytest.mark.parametrize(
    "text",
    [
        "ارتفعت درجات الحرارة في العاصمة.",
        "فاز المنتخب المصري على نظيره المغربي بهدفين.",
        "قال وزير الخارجية الأردني أيمن الصفدي إن الوضع مستقر.",
        "افتتح المعرض أبوابه أمام الزوار.",
        "التقى نهران في وسط المدينة.",
        "زار السياح المتحف صباحا.",
        "بحث الأهالي عن ناجين تحت الأنقاض.",
        "وقع حادث سير على الطريق السريع.",
        "تعادل المنتخب السعودي مع نظيره العراقي في الرياض.",
        "هاجم المدرب الحكم بعد المباراة.",
        "قتل خمسة أشخاص في حادث سير في المغرب.",
        "ضرب زلزال قوي شرق تركيا.",
        "هدد الإعصار سواحل فلوريدا.",
        "وقع انفجار في مصنع للكيماويات في الصين.",
        "انسحب المستثمرون من السوق الأميركية.",
        "رفضت المحكمة طعن الشركة.",
        "سحبت شركة تويوتا سيارات من السوق.",
        "حذرت الأرصاد من أمطار غزيرة.",
    ],
)
def test_everyday_sentences_tell_no_event(coder: Coder, text: str) -> None:
    assert not code(coder, text).events


def test_confidence_is_a_share(coder: Coder) -> None:
    assert all(0 < only(code(coder, text), type_).confidence <= 1 for text, type_, *_ in TOLD[:10])


def test_words_against_a_deed_are_against_its_doer(coder: Coder) -> None:
    text = "انتقدت تركيا العقوبات الأميركية على أنقرة. وأكد وزير الخارجية التركي أن بلاده ترفض منطق العقوبات."
    minutes = code(coder, text)
    event = only(minutes, "REJECT")
    assert (codes(minutes, event.actor), codes(minutes, event.recipient)) == ({"TUR"}, {"USA"})


def test_who_asks_in_the_plural_is_not_named_behind_the_verb(coder: Coder) -> None:
    minutes = code(coder, "اجتمع الوزيران المصري والأردني في القاهرة. ودعوا تركيا إلى سحب قواتها.")
    event = only(minutes, "REQUEST")
    assert codes(minutes, event.recipient) == {"TUR"}
    assert "TUR" not in codes(minutes, event.actor)


@pytest.mark.parametrize("text", ["لم تستجب إيران لمطالب أوروبا.", "موسكو مستعدة لدعم جارتها مالياً."])
def test_no_event_and_no_mali(coder: Coder, text: str) -> None:
    assert not code(coder, text).events


def test_the_accused_is_tried_by_the_state_of_the_court(coder: Coder) -> None:
    minutes = code(coder, "قالت إيران إن إيران لن تفرج عن الصحافي الأميركي الذي يحاكم في طهران بتهمة التجسس.")
    event = only(minutes, "ACCUSE")
    assert (codes(minutes, event.actor), codes(minutes, event.recipient)) == ({"IRN"}, {"USA"})


@pytest.mark.parametrize(
    ("text", "type_", "mode"),
    [
        ("طالبت تونس المغرب بموقف واضح.", "REQUEST", "yield"),
        ("ناشدت الأمم المتحدة الأطراف الليبية تغليب المصلحة.", "REQUEST", "change"),
        ("التقى وزير الخارجية المصري نظيره الياباني على هامش أعمال الجمعية العامة للأمم المتحدة.", "CONSULT", None),
    ],
)
def test_the_mode_of_an_event(coder: Coder, text: str, type_: str, mode: str | None) -> None:
    assert only(code(coder, text), type_).mode == mode


def test_who_is_killed_suffers_it_where_the_vowels_say_so(coder: Coder) -> None:
    minutes = coder.code(RawArticle("قُتل إسرائيليان بالرصاص قرب نابلس أمس.", published="2023-02-27"))
    (event,) = minutes.events
    codes = {a.id: a.code for a in minutes.actors}
    assert (event.type, [codes[i] for i in event.recipient]) == ("ASSAULT", ["ISR"])


@pytest.mark.parametrize(
    "text",
    ["أعلنت موسكو طرد دبلوماسي بلغاري.", "ردت موسكو بطرد ثلاثة من موظفي السفارة البلغارية.", "طردت موسكو دبلوماسيا بلغاريا."],
)
def test_diplomats_are_expelled_in_many_words(coder: Coder, text: str) -> None:
    minutes = code(coder, text)
    event = only(minutes, "SANCTION")
    assert (codes(minutes, event.actor), codes(minutes, event.recipient)) == ({"RUS"}, {"BGR"})


def test_a_thing_that_falls_and_kills_is_no_speaker(coder: Coder) -> None:
    minutes = code(coder, "قالت وزارة الصحة السودانية إن قذيفة سقطت على منزل وأودت بحياة خمسة مدنيين في الخرطوم.")
    assert codes(minutes, only(minutes, "ASSAULT").actor) == {"UNK"}


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("هاجم السيناتور الأمريكي رئيس الوزراء الكندي بكلمات قاسية.", {"USA"}, {"CAN"}),
        ("قال الوزير المغربي إن إيران تسلح ميليشيات في المنطقة.", {"MAR"}, {"IRN"}),
        ("أبدى الوزير الكويتي قلقه من تدخل إيران في شؤون لبنان.", {"KWT"}, {"IRN"}),
    ],
)
def test_whoever_tells_of_anothers_wrongs_accuses_him(coder: Coder, text: str, actor: set[str], recipient: set[str]) -> None:
    minutes = code(coder, text)
    event = only(minutes, "ACCUSE")
    assert (codes(minutes, event.actor), codes(minutes, event.recipient)) == (actor, recipient)


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير الإيراني إن إيران تسلح ميليشيات في المنطقة.",  # of one's own side
        "قال الوزير المغربي إنه لا يعرف إذا كانت إيران تسلح ميليشيات.",
    ],
)
def test_what_is_said_of_ones_own_or_supposed_accuses_nobody(coder: Coder, text: str) -> None:
    assert not [e for e in code(coder, text).events if e.type == "ACCUSE"]


def test_an_agreement_of_which_a_relative_clause_tells(coder: Coder) -> None:
    minutes = code(coder, "أثنى الخبراء على الاتفاق الذي أبرمته تونس العام الماضي.")
    assert codes(minutes, only(minutes, "AGREE").actor) == {"TUN"}


def test_an_assembly_that_agrees_to_a_bill_endorses_it(coder: Coder) -> None:
    minutes = code(coder, "وافق مجلس النواب الأردني على نظام جديد للمرور.")
    assert [e.type for e in minutes.events] == ["SUPPORT"]


@pytest.mark.parametrize(
    ("text", "type_", "actor", "recipient"),
    [
        ("أعرب الوزير القطري عن بالغ شكره لتونس.", "SUPPORT", {"QAT"}, {"TUN"}),
        ("ناقش مجلس الأمن الوضع في ليبيا.", "CONSULT", {"IGO:UNSC"}, set()),
        ("قال وزير الدفاع البريطاني إنه لا دور للأسد في سوريا.", "REJECT", {"GBR"}, {"SYR"}),
    ],
)
def test_acts_told_in_rarer_ways(coder: Coder, text: str, type_: str, actor: set[str], recipient: set[str]) -> None:
    minutes = code(coder, text)
    event = only(minutes, type_)
    assert (codes(minutes, event.actor), codes(minutes, event.recipient)) == (actor, recipient)


@pytest.mark.parametrize(
    "text",
    [
        "أجرى الرئيس الفرنسي مقابلة مع قناة مصرية.",
        "قال الوزير السعودي إن الأساليب القديمة لن تساعد في حل الأزمة.",
        "فتح الرئيس الأمريكي الباب أمام عودة العلاقات.",
    ],
)
def test_interviews_and_what_things_do_are_no_acts(coder: Coder, text: str) -> None:
    assert not code(coder, text).events


def test_a_participle_holds_somebody_responsible(coder: Coder) -> None:
    minutes = code(coder, "قال الوزير التونسي إن الحل سياسي، محملا إسرائيل المسؤولية عن التصعيد.")
    event = only(minutes, "ACCUSE")
    assert (codes(minutes, event.actor), codes(minutes, event.recipient)) == ({"TUN"}, {"ISR"})
