"""Who promised what: by whom, how strongly, what, until when."""

import pytest

from mahdar.coder.coder import Coder, RawArticle
from mahdar.minutes import Minutes


def code(coder: Coder, text: str) -> Minutes:
    return coder.code(RawArticle(text, published="2021-03-10"))


def commitments(coder: Coder, text: str) -> list[tuple[set[str], str, str]]:
    """(codes of those who commit, strength, the promised words) of each commitment."""
    minutes = code(coder, text)
    codes = {actor.id: actor.code for actor in minutes.actors}
    return [({codes[a] for a in c.by}, c.strength, c.what.exact) for c in minutes.commitments]


@pytest.mark.parametrize(
    ("text", "by", "strength", "what"),
    [
        ("تعهدت ألمانيا بتقديم مئة مليون يورو.", {"DEU"}, "vow", "بتقديم مئة مليون يورو"),
        ("وعد وزير الطاقة اللبناني بتحسين الكهرباء.", {"LBN"}, "vow", "بتحسين الكهرباء"),
        ("اتفقت مصر وتركيا على استئناف الرحلات الجوية.", {"EGY", "TUR"}, "agree", "استئناف الرحلات الجوية"),
        ("وافقت إيران على تمديد التفتيش.", {"IRN"}, "agree", "تمديد التفتيش"),
        ("تعتزم الصين بناء ميناء في جيبوتي.", {"CHN"}, "plan", "بناء ميناء في جيبوتي"),
        ("يعتزم الرئيس الكوري الجنوبي زيارة أبوظبي.", {"KOR"}, "plan", "زيارة أبوظبي"),
        ("أبدت سلطنة عمان استعدادها لاستضافة المحادثات.", {"OMN"}, "offer", "لاستضافة المحادثات"),
        ("تعرض السعودية استضافة الحوار اليمني.", {"SAU"}, "offer", "استضافة الحوار اليمني"),
        ("قالت بكين إن الصين مستعدة لاستيراد الغاز الخليجي.", {"CHN"}, "offer", "لاستيراد الغاز الخليجي"),
        ("قال الوزير التركي إن حكومة بلاده مستعدة للرد.", {"TUR"}, "offer", "للرد"),
        ("وافق مجلس الأمن الدولي المؤلف من 15 دولة على إرسال بعثة.", {"IGO:UNSC"}, "agree", "إرسال بعثة"),
        ("اقترحت سويسرا استضافة القمة.", {"CHE"}, "offer", "استضافة القمة"),
        ("تتطلع اليابان إلى تعزيز التعاون مع الخليج.", {"JPN"}, "hope", "تعزيز التعاون مع الخليج"),
        ("قال وزير الطاقة القطري: «سنزيد الإنتاج».", {"QAT"}, "vow", "سنزيد الإنتاج"),
        ("قال بوتين: «لن نسمح بذلك».", {"RUS"}, "vow", "لن نسمح بذلك"),
        ("أكد الرئيس الصيني أن بكين ستواصل دعم أفريقيا.", {"CHN"}, "vow", "ستواصل دعم أفريقيا"),
        ("قالت وزيرة الصحة الجزائرية إن بلادها ستقدم لقاحات لتونس.", {"DZA"}, "vow", "ستقدم لقاحات لتونس"),
        ("استقبل الرئيس التركي نظيره القطري، متعهدا بتعزيز التعاون.", {"TUR"}, "vow", "بتعزيز التعاون"),
        ("قررت ألمانيا واليابان إقامة صندوق مشترك.", {"DEU", "JPN"}, "agree", "إقامة صندوق مشترك"),
        ("قال الوزير التركي إنه سيزور بغداد ويلتقي نظيره العراقي.", {"TUR"}, "vow", "سيزور بغداد ويلتقي نظيره العراقي"),
        ("وصل جون كيري إلى روما. وسيلتقي كيري بنتنياهو غدا.", {"USA"}, "vow", "سيلتقي كيري بنتنياهو غدا"),
        ("سيشارك الرئيس المصري في القمة.", {"EGY"}, "vow", "سيشارك الرئيس المصري في القمة"),
    ],
)
def test_a_commitment(coder: Coder, text: str, by: set[str], strength: str, what: str) -> None:
    assert any(c[0] == by and c[1] == strength and what in c[2] for c in commitments(coder, text))


@pytest.mark.parametrize(
    "text",
    [
        "لم تتعهد ألمانيا بتقديم أموال.",
        "أكد الرئيس الصيني أن واشنطن ستواصل دعم تايوان.",
        "قال بوتين إن القمة ستعقد قريبا.",
        "قال مسؤول إنه سيسافر قريبا.",
        "وصل الوفد الأردني إلى بغداد.",
        "تعرض اللاعب المصري محمد صلاح لإصابة في الكتف.",
        "تعرض الجيش السوري لقصف في حماة.",
        "أبدت ألمانيا ترحيبا حذرا بالخطوة.",
        "أعربت الصين عن أملها في أن تعود واشنطن إلى طاولة الحوار.",
        "أوضح الوزير الياباني أن هذا لن يضر بالجزيرة.",
        "استقبل الملك الأردني سفير اليابان، متمنيا له التوفيق.",
        "وافق مجلس الشورى السعودي على تعديل المادة الرابعة.",
    ],
)
def test_no_commitment(coder: Coder, text: str) -> None:
    assert commitments(coder, text) == []


@pytest.mark.parametrize(
    ("when", "value", "precision"),
    [
        ("في 20 مارس المقبل", "2021-03-20", "day"),
        ("العام المقبل", "2022", "year"),
        ("في العام 2025", "2025", "year"),
        ("في مايو المقبل", "2021-05", "month"),
    ],
)
def test_the_day_by_which_it_is_due(coder: Coder, when: str, value: str, precision: str) -> None:
    (commitment,) = code(coder, f"قال وزير الطاقة القطري: «سنزيد الإنتاج {when}».").commitments
    assert commitment.due is not None
    assert (commitment.due.value, commitment.due.precision) == (value, precision)


@pytest.mark.parametrize("when", ["", "منذ العام 2015", "كما وعدنا في يناير الماضي"])
def test_no_day_where_none_lies_ahead(coder: Coder, when: str) -> None:
    (commitment,) = code(coder, f"قال وزير الطاقة القطري: «سنزيد الإنتاج {when}».").commitments
    assert commitment.due is None


def test_the_statement_of_a_promise_is_named(coder: Coder) -> None:
    minutes = code(coder, "قال وزير الطاقة القطري: «سنزيد الإنتاج».")
    assert minutes.commitments[0].statement == minutes.statements[0].id


def test_a_promise_told_once_is_one_commitment(coder: Coder) -> None:
    assert len(commitments(coder, "تعهدت ألمانيا بأنها ستقدم مئة مليون يورو.")) == 1


def test_a_headline_adds_no_commitment(coder: Coder) -> None:
    text, title = "تعهدت ألمانيا بتقديم مئة مليون يورو.", "ألمانيا تتعهد بتقديم مئة مليون يورو"
    assert len(coder.code(RawArticle(text, title=title)).commitments) == 1


@pytest.mark.parametrize(
    ("text", "by", "strength", "what"),
    [
        ("يلتقي وزير الخارجية النرويجي نظيره السويدي غداً في أوسلو.", {"NOR"}, "plan", "يلتقي"),
        ("سيناقش وزراء خارجية النرويج والسويد ملف الصيد.", {"NOR", "SWE"}, "vow", "ملف الصيد"),
        ("أكد لافروف أن التعاون العسكري بين البلدين سيستمر رغم العقوبات.", {"RUS"}, "vow", "سيستمر رغم العقوبات"),
        ("وقع وزراء الطاقة في لبنان والأردن اتفاقاً لتزويد بيروت بالكهرباء.", {"LBN", "JOR"}, "agree", "لتزويد بيروت بالكهرباء"),
        ("أعلنت اليابان تقديم عشرة ملايين دولار.", {"JPN"}, "vow", "تقديم عشرة ملايين دولار"),
        ("أكدت الجزائر التزامها بحماية الحدود.", {"DZA"}, "vow", "بحماية الحدود"),
        ("قال وزير الدفاع التونسي: «نأمل في أن نتوصل إلى تفاهم».", {"TUN"}, "hope", "أن نتوصل إلى تفاهم"),
    ],
)
def test_a_commitment_is_made_in_many_ways(coder: Coder, text: str, by: set[str], strength: str, what: str) -> None:
    assert any(c[0] == by and c[1] == strength and what in c[2] for c in commitments(coder, text))


@pytest.mark.parametrize(
    "text",
    [
        "قال المبعوث الأممي إن الاتفاق سيحقق خطوة مهمة ولن يغير الحدود.",
        "قال وزير الدفاع التونسي: «نأمل أن تلتزم جميع الأطراف».",
        "توقع وزير المالية المصري أن بلاده ستزور الصندوق.",
        "تعد الكويت أول دولة في المنطقة تستضيف المؤتمر.",
        "وافق مجلس الأمن على القرار.",
        "تقيس اللجنة مدى التزام إيران بالاتفاق.",
    ],
)
def test_what_comes_of_things_and_of_others_is_no_commitment(coder: Coder, text: str) -> None:
    assert commitments(coder, text) == []


@pytest.mark.parametrize(
    ("text", "by", "what"),
    [
        ("قال الناطق العراقي: «إذا استمرت الخروق فسوف نعيد النظر في الاتفاق».", {"IRQ"}, "نعيد النظر في الاتفاق"),
        ("تمنى المبعوث الأممي أن يزور محافظة عدن قريباً.", {"IGO:UN"}, "أن يزور محافظة عدن قريباً"),
        ("قال الوزير الفرنسي إنه سيتوجه إلى طهران حيث سيلتقي الرئيس الإيراني.", {"FRA"}, "سيلتقي الرئيس الإيراني"),
    ],
)
def test_who_commits_where_nobody_stands_before_the_verb(coder: Coder, text: str, by: set[str], what: str) -> None:
    assert any(c[0] == by and what in c[2] for c in commitments(coder, text))


@pytest.mark.parametrize(
    ("text", "by", "what"),
    [
        ("ستستقبل موغيريني الوفد التونسي، كما ستقدم للوزراء تقريراً.", {"IGO:EU"}, "ستقدم للوزراء تقريراً"),
        ("ومن المقرر أن يزور الرئيس التركي الجزائر.", {"TUR"}, "يزور الرئيس التركي الجزائر"),
        ("وافقت إيران على إعادة تشغيل الكاميرات، وعلى زيادة التفتيش.", {"IRN"}, "زيادة التفتيش"),
    ],
)
def test_engagements_and_terms_are_read_one_by_one(coder: Coder, text: str, by: set[str], what: str) -> None:
    assert any(c[0] == by and what in c[2] for c in commitments(coder, text))


def test_a_thing_promises_nothing_for_whoever_speaks_of_it(coder: Coder) -> None:
    assert commitments(coder, "أعلن الرئيس الإيراني أن الاتفاق المبرم في فيينا سيسمح بالتصدير.") == []


def test_what_is_asked_is_not_promised(coder: Coder) -> None:
    assert commitments(coder, "قال كيري: «هل تعتقدون أن واشنطن ستعود إلى الطاولة؟».") == []
