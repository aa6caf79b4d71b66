"""Who stands where: holder, stance and matter."""

import pytest

from mahdar.coder.coder import Coder, RawArticle


def positions(coder: Coder, text: str) -> list[tuple[str, str, str]]:
    """(code of the holder, stance, matter) of each position."""
    minutes = coder.code(RawArticle(text, published="2021-03-10"))
    codes = {actor.id: actor.code for actor in minutes.actors}
    return [(codes[p.holder], p.stance, p.about) for p in minutes.positions]


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("تؤيد روسيا وحدة الأراضي السورية.", ("RUS", "for", "وحدة الأراضي السورية")),
        ("تدعم السعودية الحل السياسي في سوريا.", ("SAU", "for", "الحل السياسي في سوريا")),
        ("رحبت السعودية بالاتفاق.", ("SAU", "for", "الاتفاق")),
        ("طالبت بغداد أنقرة بسحب قواتها.", ("IRQ", "for", "سحب قواتها")),
        ("تعارض الهند أي وساطة خارجية في كشمير.", ("IND", "against", "أي وساطة خارجية في كشمير")),
        ("ترفض مصر المساس بحصتها من مياه النيل.", ("EGY", "against", "المساس بحصتها من مياه النيل")),
        ("أدانت الكويت الهجوم على المطار.", ("KWT", "against", "الهجوم على المطار")),
        ("تشترط إيران رفع العقوبات للعودة إلى الاتفاق.", ("IRN", "conditional", "رفع العقوبات للعودة إلى الاتفاق")),
        ("حذر الأمين العام للأمم المتحدة أنطونيو غوتيريش من كارثة إنسانية.", ("IGO:UN", "concerned", "كارثة إنسانية")),
        ("قال الوزير المصري إن بلاده تعارض الضم.", ("EGY", "against", "الضم")),
        ("قال الوزير الأردني إن الأردن يرفض الضم.", ("JOR", "against", "الضم")),
        ("رحبت واشنطن بالزيارة، في حين لم تعلق طهران.", ("USA", "for", "الزيارة")),
        ("شددت مصر على ضرورة احترام الهدنة.", ("EGY", "for", "احترام الهدنة")),
        ("أكدت مصر أهمية وضرورة تشكيل القوة العربية.", ("EGY", "for", "تشكيل القوة العربية")),
        ("لطالما عارض أردوغان العقوبات الدولية.", ("TUR", "against", "العقوبات الدولية")),
        ("أكدت مصر دعمها للقضية الفلسطينية.", ("EGY", "for", "القضية الفلسطينية")),
        ("أكدت مصر رفضها للاستيطان الإسرائيلي.", ("EGY", "against", "الاستيطان الإسرائيلي")),
        ("أكدت مصر دعمها للجنة الدستورية.", ("EGY", "for", "اللجنة الدستورية")),
        ("أكدت مصر دعمها لسيادة لبنان.", ("EGY", "for", "سيادة لبنان")),
        ("دافع وزير الخارجية الياباني عن الاتفاق النووي.", ("JPN", "for", "الاتفاق النووي")),
        ("أعلن الوزير المصري الرفض القاطع للتدخل التركي.", ("EGY", "against", "التدخل التركي")),
        ("جدد الوزير المصري الوقوف مع لبنان.", ("EGY", "for", "لبنان")),
        ("أعرب وزير خارجية الصين عن أمله في أن تحترم واشنطن الهدنة.", ("CHN", "for", "أن تحترم واشنطن الهدنة")),
        ("قال الوزير السعودي إن بلاده لا تعتزم خفض الإنتاج.", ("SAU", "against", "خفض الإنتاج")),
        ("طالبت اليابان بإيقاف التجارب الصاروخية.", ("JPN", "against", "التجارب الصاروخية")),
        ("قال الوزير السعودي إن السعودية متفقة مع مصر على أهمية وقف القتال.", ("SAU", "for", "وقف القتال")),
    ],
)  # fmt: skip
def test_a_position(coder: Coder, text: str, position: tuple[str, str, str]) -> None:
    assert position in positions(coder, text)


@pytest.mark.parametrize(
    "text",
    [
        "لا تعارض تركيا انضمام السويد.",
        "قد ترفض مصر الاتفاق.",
        "تمنى المبعوث الأممي أن يقوم بزيارة عدن.",
        "ناقش الوزراء الاتفاق الذي تسانده الأمم المتحدة أمس.",
        "دعت مصر منظمات الإغاثة إلى تكثيف مساعداتها.",
        "حذرت اليابان من عواقب الانسحاب.",
        "دافع الجيش الياباني عن حدود البلاد.",
        "قال الخبير الاقتصادي المصري هاني توفيق إنه يرفض القرار.",
        "قال مسؤول إنه يعارض الضم.",
        "وصل الوفد الأردني إلى بغداد.",
    ],
)
def test_no_position(coder: Coder, text: str) -> None:
    assert positions(coder, text) == []


def test_a_stand_told_twice_is_one_position(coder: Coder) -> None:
    text = "قال الوزير المصري إن بلاده تعارض ضم الأراضي. وأضاف أن مصر تعارض ضم الأراضي."
    assert len(positions(coder, text)) == 1


def test_stands_of_two_states_are_two_positions(coder: Coder) -> None:
    text = "تعارض الهند الوساطة في كشمير. وتعارض باكستان التقسيم."
    assert {p[0] for p in positions(coder, text)} == {"IND", "PAK"}


def test_the_matter_has_at_most_six_words(coder: Coder) -> None:
    text = "تعارض الهند أي وساطة خارجية جديدة أو قديمة بين الطرفين في إقليم كشمير."
    ((_, _, about),) = positions(coder, text)
    assert len(about.split()) <= 6


def test_evidence_runs_from_the_word_of_stance(coder: Coder) -> None:
    minutes = coder.code(RawArticle("قال الوزير المصري إن بلاده تعارض الضم."))
    (position,) = minutes.positions
    assert position.evidence.exact == "تعارض الضم"
    assert position.statement == minutes.statements[0].id


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("قال لافروف: «نحن نرفض منطق الحصار».", ("RUS", "against", "منطق الحصار")),
        ("وأكد الوزير التركي أن أنقرة تبذل جهدها، وهي تدعم الانتقال السياسي.", ("TUR", "for", "الانتقال السياسي")),
        ("قال الوزير الإماراتي إن بلاده حريصة على استقرار السوق.", ("ARE", "for", "استقرار السوق")),
        ("ورفض الرئيس التونسي، في مؤتمر صحافي عقب القمة، أي إملاء أجنبي.", ("TUN", "against", "أي إملاء أجنبي")),
        ("أعربت النرويج عن قلقها، وحثت السلطات على إطلاق سراح المعتقلين.", ("NOR", "for", "إطلاق سراح المعتقلين")),
        ("ندد الرئيس الفرنسي بالهجوم، داعياً إلى محاسبة المسؤولين عنه.", ("FRA", "for", "محاسبة المسؤولين عنه")),
        ("أعرب الكرملين عن رفضه «سياسة الإملاءات».", ("RUS", "against", "سياسة الإملاءات")),
        ("وأبدت ليتوانيا تأييدها موقف بروكسل.", ("LTU", "for", "موقف بروكسل")),
        ("قال المسؤول الياباني إن بلاده «لن تتسامح مع هذه الاستفزازات».", ("JPN", "against", "هذه الاستفزازات")),
        ("أصدرت السفارة الأميركية بياناً اعتبرت فيه إغلاق الحقول «ابتزازاً لليبيين».", ("USA", "against", "إغلاق الحقول")),
        ("وصف مسؤول إسرائيلي التفاهم بأنه «حبر على ورق».", ("ISR", "against", "التفاهم")),
        ("طالبت فرنسا إسرائيل بالوقف الفوري لبناء المستوطنات.", ("FRA", "against", "بناء المستوطنات")),
        ("طالبت فرنسا الطرفين بوقف إطلاق النار.", ("FRA", "for", "وقف إطلاق النار")),
        ("رفض الحوثيون أي تفاوض قبل الإفراج عن الأسرى.", ("NSA:HOUTHI", "conditional", "أي تفاوض قبل الإفراج عن الأسرى")),
        ("ترحب السعودية بأي اتفاق يمنع التسلح.", ("SAU", "conditional", "أي اتفاق يمنع التسلح")),
        ("قال الرئيس الإيطالي إن الحل في ليبيا لا يكون إلا سياسياً.", ("ITA", "for", "الحل في ليبيا")),
    ],
)  # fmt: skip
def test_a_stand_is_taken_in_many_ways(coder: Coder, text: str, position: tuple[str, str, str]) -> None:
    assert position in positions(coder, text)


def test_each_of_two_holders_has_a_position(coder: Coder) -> None:
    found = positions(coder, "وأعرب الوزيران المصري والأردني عن قلقهما إزاء تدهور الأوضاع في ليبيا.")
    assert {p[0] for p in found} == {"EGY", "JOR"}


@pytest.mark.parametrize(
    "text",
    [
        "حذر المتحدث التركي من أن بلاده سترد على أي هجوم.",
        "تدعو الضرورة إلى فتح المعابر.",
        "قال المبعوث الأممي إن الطرفين قد يتوصلان إلى اتفاق يحقق السلام.",
        "فضح التقرير التدخلات الإيرانية ودعمها للميليشيات.",
        "أشاد الوزير القطري بالدور التركي.",
        "رفضت الوزارة الجزائرية التعليق.",
    ],
)
def test_no_stand_is_taken_by_the_way(coder: Coder, text: str) -> None:
    assert positions(coder, text) == []


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("قالت المندوبة الباكستانية إن باكستان ترحب بهذا الاتفاق.", ("PAK", "for", "بهذا الاتفاق")),
        ("تطالب تونس بضرورة إصلاح مجلس الأمن.", ("TUN", "for", "إصلاح مجلس الأمن")),
        ("ودعت الحكومة الليبية في بيان نشرته أمس القبيلتين إلى ضبط النفس.", ("LBY", "for", "ضبط النفس")),
        ("أكد السفير الصيني استمرار دعم بلاده لليمن.", ("CHN", "for", "اليمن")),
    ],
)
def test_the_matter_is_found_behind_what_stands_between(coder: Coder, text: str, position: tuple[str, str, str]) -> None:
    assert position in positions(coder, text)


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("قال المبعوث الأممي إن التوقيع على الاتفاق، الذي جرى أمس، يعتبر خطوة كبيرة نحو السلام.", ("IGO:UN", "for", "التوقيع")),
        ("قال وزير الخارجية الفرنسي: «إنه اتفاق متوازن».", ("FRA", "for", "اتفاق متوازن")),
        ("قالت الصين إنها تأمل أن تعود واشنطن إلى الحوار.", ("CHN", "for", "أن تعود واشنطن إلى الحوار")),
        ("قال الرئيس الإيطالي إن إيران عضو مهم وعليها أن تنسق مع بقية المنتجين.", ("ITA", "for", "أن تنسق مع بقية المنتجين")),
    ],
)
def test_a_judgement_is_found_where_words_stand_between(coder: Coder, text: str, position: tuple[str, str, str]) -> None:
    assert any(p[:2] == position[:2] and p[2].startswith(position[2]) for p in positions(coder, text))


def test_a_new_clause_is_no_matter(coder: Coder) -> None:
    assert positions(coder, "يقلق كيري ومن حقه أن يعيش بسلام.") == []


@pytest.mark.parametrize(
    "text",
    [
        "ونتمنى أن تفي الدول الكبرى بوعودها لإيران.",
        "قال كيري إن رفض الكونغرس الاتفاق سيسبب له إحراجاً.",
        "قال الرئيس الأميركي: «أرفض هذا».",
    ],
)
def test_no_stand_without_a_matter_or_somebody_who_expresses_it(coder: Coder, text: str) -> None:
    assert positions(coder, text) == []
