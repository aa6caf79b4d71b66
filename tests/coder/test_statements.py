"""Who said what: cue, speaker, content and mode of a statement."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mahdar.coder.coder import Coder, RawArticle
from mahdar.minutes import Minutes

WHO = "وزير الخارجية الأردني أيمن الصفدي"
NAME = "أيمن الصفدي"


def code(coder: Coder, text: str, title: str = "") -> Minutes:
    return coder.code(RawArticle(text, title=title, published="2021-03-10"))


def said(minutes: Minutes) -> list[tuple[str | None, str, str | None, str]]:
    """(speaker, mode, cue, content) of each statement."""
    names = {actor.id: actor.name for actor in minutes.actors}
    return [
        (names[s.speaker] if s.speaker else None, s.mode, s.cue.exact if s.cue else None, " … ".join(c.exact for c in s.content))
        for s in minutes.statements
    ]


@pytest.mark.parametrize(
    ("text", "mode", "cue", "content"),
    [
        (f"قال {WHO} إن الوضع مستقر.", "indirect", "قال", "إن الوضع مستقر"),
        (f"وأكد {WHO} أن الوضع مستقر.", "indirect", "أكد", "أن الوضع مستقر"),
        (f"صرح {WHO} بأن الوضع مستقر.", "indirect", "صرح", "بأن الوضع مستقر"),
        (f"أشار {WHO} إلى أن الوضع مستقر.", "indirect", "أشار", "أن الوضع مستقر"),
        (f"شدد {WHO} على أن الوضع مستقر.", "indirect", "شدد", "أن الوضع مستقر"),
        (f"{WHO} قال إن الوضع مستقر.", "indirect", "قال", "إن الوضع مستقر"),
        (f"قال {WHO}: «الوضع مستقر».", "direct", "قال", "الوضع مستقر"),
        (f'قال {WHO}: "الوضع مستقر".', "direct", "قال", "الوضع مستقر"),
        (f"قال {WHO} إن «الوضع مستقر».", "direct", "قال", "الوضع مستقر"),
        (f"قال {WHO} إن الوضع «مستقر جدا» الآن.", "mixed", "قال", "إن الوضع «مستقر جدا» الآن"),
        (f"لم يستبعد {WHO} أن تتأجل القمة.", "indirect", "يستبعد", "أن تتأجل القمة"),
        (f"نفى {WHO} أن تتأجل القمة.", "indirect", "نفى", "أن تتأجل القمة"),
        (f"حذر {WHO} من انهيار الهدنة.", "indirect", "حذر", "انهيار الهدنة"),
        (f"دعا {WHO} إلى ضبط النفس.", "indirect", "دعا", "ضبط النفس"),
        (f"أدان {WHO} الهجوم على السفارة.", "indirect", "أدان", "الهجوم على السفارة"),
        (f"أعرب {WHO} عن أمله في استئناف الحوار.", "indirect", "أعرب", "استئناف الحوار"),
        (f"وفقاً ل{WHO}، الوضع مستقر منذ أسبوع كامل.", "indirect", "وفقاً", "الوضع مستقر منذ أسبوع كامل"),
        (f"نقلت وكالة تاس عن {WHO} قوله إن الوضع مستقر.", "indirect", "قوله", "إن الوضع مستقر"),
        (f"وفقاً ل{WHO}، فإن الوضع مستقر.", "indirect", "وفقاً", "الوضع مستقر"),
        (f"رد {WHO} بأن الوضع مستقر.", "indirect", "رد", "بأن الوضع مستقر"),
        (f"قال {WHO} ”الوضع مستقر جدا على الحدود“ وغادر.", "direct", "قال", "الوضع مستقر جدا على الحدود"),
        (f"أكد {WHO}، في كلمة ألقاها نيابة عن الملك، أهمية الحوار.", "indirect", "أكد", "أهمية الحوار"),
        (f"شدد {WHO}، في كلمة على هامش القمة، على أهمية الحوار.", "indirect", "شدد", "أهمية الحوار"),
        (f"رحب {WHO} بالزيارة، فيما لم تعلق طهران.", "indirect", "رحب", "بالزيارة"),
        (f"دعا {WHO} إلى ضبط النفس، في حين تدهور الوضع.", "indirect", "دعا", "ضبط النفس"),
        (f"ناشد {WHO} المانحين تقديم الدعم لليمن.", "indirect", "ناشد", "تقديم الدعم لليمن"),
    ],
)
def test_a_statement_of_a_minister(coder: Coder, text: str, mode: str, cue: str, content: str) -> None:
    assert (NAME, mode, cue, content) in said(code(coder, text))


@pytest.mark.parametrize(
    ("text", "mode", "content"),
    [
        (f"«لن نتفاوض تحت الضغط»، قال {WHO}.", "direct", "لن نتفاوض تحت الضغط"),
        (f"«لن نتفاوض تحت الضغط»، هكذا قال {WHO}.", "direct", "لن نتفاوض تحت الضغط"),
        (f'"لن نتفاوض تحت الضغط". هكذا قال {WHO}.', "direct", "لن نتفاوض تحت الضغط"),
        (f"لن نتفاوض تحت الضغط، قال {WHO}.", "direct", "لن نتفاوض تحت الضغط"),
        (f"الوضع مستقر على الحدود، يقول {WHO} في كلمة متلفزة.", "indirect", "الوضع مستقر على الحدود"),
    ],
)
def test_speech_before_its_cue(coder: Coder, text: str, mode: str, content: str) -> None:
    assert [(s[0], s[1], s[3]) for s in said(code(coder, text))] == [(NAME, mode, content)]


def test_a_quotation_of_two_paragraphs_is_one_statement(coder: Coder) -> None:
    minutes = code(coder, f"قال {WHO}: «الوضع مستقر. ولن نتراجع.\nوسنعمل مع الجميع. والسلام ممكن». وغادر القاعة.")
    assert [(s[1], s[3]) for s in said(minutes)] == [("direct", "الوضع مستقر. ولن نتراجع.\nوسنعمل مع الجميع. والسلام ممكن")]


def test_a_quotation_of_several_sentences_is_one_statement(coder: Coder) -> None:
    minutes = code(coder, f"قال {WHO}: «الوضع مستقر. الحدود آمنة. ونحن مستعدون». وغادر القاعة.")
    assert said(minutes) == [(NAME, "direct", "قال", "الوضع مستقر. الحدود آمنة. ونحن مستعدون")]


@pytest.mark.parametrize("participle", ["مضيفاً", "مؤكدا", "مشيراً إلى", "موضحاً", "معتبراً", "لافتا إلى"])
def test_a_participle_opens_a_second_statement(coder: Coder, participle: str) -> None:
    minutes = code(coder, f"قال {WHO} إن الوضع مستقر، {participle} أن الحدود آمنة.")
    assert said(minutes) == [
        (NAME, "indirect", "قال", "إن الوضع مستقر"),
        (NAME, "indirect", participle.split()[0], "أن الحدود آمنة"),
    ]


def test_a_second_verb_opens_a_second_statement(coder: Coder) -> None:
    minutes = code(coder, f"قال {WHO} إن الوضع مستقر، وأكد بوتين أن الهدنة صامدة.")
    assert [(s[0], s[3]) for s in said(minutes)] == [(NAME, "إن الوضع مستقر"), ("بوتين", "أن الهدنة صامدة")]


def test_a_joined_clause_of_the_same_speech_is_one_statement(coder: Coder) -> None:
    (statement,) = said(code(coder, f"قال {WHO} إن الوضع مستقر وإن الحدود آمنة."))
    assert statement[3] == "إن الوضع مستقر وإن الحدود آمنة"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("ذكرت وكالة الأنباء السورية أن القافلة وصلت.", "وكالة الأنباء السورية"),
        ("بحسب وكالة رويترز، وصلت القافلة الأولى إلى المدينة.", "وكالة رويترز"),
        ("أعلنت وزارة الصحة اللبنانية أن القافلة وصلت.", "وزارة الصحة اللبنانية"),
        ("نقلت صحيفة الغارديان عن مصدر دبلوماسي أن القافلة وصلت.", "مصدر دبلوماسي"),
        ("قالت طهران إن القافلة وصلت.", "طهران"),
    ],
)
def test_bodies_and_sources_speak(coder: Coder, text: str, speaker: str) -> None:
    assert [s[0] for s in said(code(coder, text))] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "يذكر أن البلدين قطعا العلاقات عام 2016.",
        "يشار إلى أن القمة تعقد كل عامين.",
        f"لم يؤكد {WHO} أن الزيارة ستتم.",
        "وصل الوفد الأردني إلى بغداد.",
        "مجموعة رافضة للاتفاق تجمعت في الساحة.",
        "زار الوزير الذي قال كلمته القاعة.",
        "ومن منفاها في الخارج، واصلت المعارضة الإيرانية حملتها.",
        "هناك طرق كثيرة لدعم اليمن ليست بالمال فحسب، والحكومة تعرفها.",
        "لا يملك الوفد الأردني موعدا للعودة، كما رأينا في بغداد.",
    ],
)
def test_no_statement(coder: Coder, text: str) -> None:
    assert said(code(coder, text)) == []


def test_addressees_are_no_speakers(coder: Coder) -> None:
    minutes = code(coder, f"قال {WHO} للوفد الروسي إن الوضع مستقر.")
    assert [s[0] for s in said(minutes)] == [NAME]


def test_a_cue_within_a_quotation_reports_nothing_of_its_own(coder: Coder) -> None:
    minutes = code(coder, f"قال {WHO}: «أكدت مرارا أن الوضع مستقر وقلت إن الحدود آمنة».")
    assert len(minutes.statements) == 1


def test_a_headline_speaks_where_the_body_does_not(coder: Coder) -> None:
    minutes = code(coder, "وصل الوفد إلى عمّان صباحا.", title="لافروف يؤكد أن الوضع مستقر")
    assert [s[3] for s in said(minutes)] == ["أن الوضع مستقر"]


@pytest.mark.parametrize(
    ("title", "content"),
    [
        ("لافروف: الحوار ضروري", ["الحوار ضروري"]),
        ("لافروف لـ«الحياة»: الحوار ضروري", ["الحوار ضروري"]),
        ("لافروف أمام البرلمان: لن نتراجع", ["لن نتراجع"]),
        ("موسكو: العقوبات الأميركية غير قانونية", ["العقوبات الأميركية غير قانونية"]),
        ("وزير الخارجية الإيراني: لن نتفاوض تحت الضغط", ["لن نتفاوض تحت الضغط"]),
        ("الصين: مستعدون للحوار", ["مستعدون للحوار"]),
        ("لافروف: «سنرد» قريبا على العقوبات", ["«سنرد» قريبا على العقوبات"]),
        ("كيري ولافروف: الهدنة صامدة", ["الهدنة صامدة"]),
        ("سوريا: مقتل خمسة مدنيين في قصف", []),
        ("قمة عمان: ملفات ساخنة على الطاولة", []),
    ],
)
def test_a_headline_that_names_its_speaker(coder: Coder, title: str, content: list[str]) -> None:
    assert [s[3] for s in said(code(coder, "وصل الوفد إلى عمّان صباحا.", title=title))] == content


def test_a_line_of_an_interview_names_its_speaker(coder: Coder) -> None:
    minutes = code(coder, f"التقينا {WHO} في عمان.\nالصفدي: نريد السلام مع الجميع.\nوغادر القاعة.")
    assert said(minutes) == [(NAME, "direct", None, "نريد السلام مع الجميع")]


def test_a_quotation_behind_a_relative_clause_is_not_its_own(coder: Coder) -> None:
    minutes = code(coder, f"قال {WHO} إن المجلس الذي أعلن الاتفاق قد «خرق الخطوط الحمراء كلها».")
    assert [s[2] for s in said(minutes)] == ["قال"]


def test_a_deed_within_reported_words_does_not_end_them(coder: Coder) -> None:
    content = "أن الحكومة استأنفت الرحلات وأعادت خدمات الكهرباء إلى المدينة"
    assert [s[3] for s in said(code(coder, f"أوضح {WHO} {content}."))] == [content]


def test_a_phrase_within_reported_words_ends_before_a_further_clause_of_theirs(coder: Coder) -> None:
    minutes = code(coder, f"ذكر {WHO} أن واشنطن شددت على ضرورة خفض التصعيد، وأن باريس مستعدة للمساعدة.")
    assert [s[3] for s in said(minutes) if s[2] == "شددت"] == ["ضرورة خفض التصعيد"]


def test_what_a_source_asks_for_himself_is_no_statement(coder: Coder) -> None:
    minutes = code(coder, "وأكد المصدر، الذي طلب عدم ذكر اسمه، أن القافلة وصلت.")
    assert [(s[2], s[3]) for s in said(minutes)] == [("أكد", "أن القافلة وصلت")]


def test_a_source_behind_that_speaks_for_what_follows(coder: Coder) -> None:
    minutes = code(coder, "وجاء في التقرير الذي كتب بالإنجليزية أنه وفقا لوزارة الصحة اللبنانية وصلت قافلة كبيرة.")
    assert [s[3] for s in said(minutes)][-1:] == ["وصلت قافلة كبيرة"]


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        ("قال مؤسس الحزب الجديد إن الوضع مستقر.", None, "قال", "إن الوضع مستقر"),
        ("وبين التقرير أن الوضع مستقر.", None, "بين", "أن الوضع مستقر"),
        (f"كما أبان {WHO} أن الوضع مستقر.", NAME, "أبان", "أن الوضع مستقر"),
        ("وذكر بيان مشترك في موسكو أن الوضع مستقر.", None, "ذكر", "أن الوضع مستقر"),
        (f"كما طالب {WHO} بضبط النفس.", NAME, "طالب", "بضبط النفس"),
        ("وأظهر مسح جديد أن الأسعار ستنخفض.", None, "أظهر", "أن الأسعار ستنخفض"),
        ("وبحسب المسح فإن الأسعار ستنخفض.", None, "بحسب", "الأسعار ستنخفض"),
        (f"لا تكفي الآبار، ولكن حسب {WHO} فإن الإنتاج سيزيد.", NAME, "حسب", "الإنتاج سيزيد"),
        (f"قال {WHO} الحدود آمنة ولن تغلق.", NAME, "قال", "الحدود آمنة ولن تغلق"),
        (f"اختتم {WHO} كلمته بالقول إن الوضع مستقر.", NAME, "اختتم", "إن الوضع مستقر"),
        (f"أوضح {WHO} أن الوضع مستقر بقوله: «لا خوف على الحدود بعد اليوم».", NAME, "أوضح", "أن الوضع مستقر"),
        (f"ذكر {WHO} أن الوضع مستقر، ونقلت عنه وكالة تاس قوله إن الحدود آمنة.", NAME, "ذكر", "أن الوضع مستقر"),
        (f"أشار {WHO} إلى أن الملك – حفظه الله – أكد أن الوضع مستقر.", NAME, "أشار", "أن الملك – حفظه الله – أكد أن الوضع مستقر"),
        (f"قال {WHO} إن السفينة وصلت، واعداً بمزيد من المساعدات.", NAME, "واعداً", "بمزيد من المساعدات"),
    ],
)
def test_forms_that_are_nouns_or_particles_too_and_speakers_without_a_name(
    coder: Coder, text: str, speaker: str | None, cue: str, content: str
) -> None:
    assert (cue, content) in [(s[2], s[3]) for s in said(code(coder, text))]
    if speaker:
        assert (speaker, cue) in [(s[0], s[2]) for s in said(code(coder, text))]


@pytest.mark.parametrize(
    "text",
    [
        f"غادر {WHO} دون أن يؤكد أن الوضع مستقر.",
        f"يجب أن يؤكد {WHO} أن الوضع مستقر.",
        "نعتقد أن الوضع مستقر.",
        "كانت قيمة المساعدات التي تقدمها مصر تبلغ ثلاثة ملايين، بالإضافة إلى دعم المشاريع.",
        "أطلقت الشركة رحلات جديدة، كما أضافت شركة مصر للطيران إلى برنامجها.",
        f"سافر {WHO} إلى القاهرة، إلا أن الوضع تغير.",
        f"زار {WHO} نادياً فاز لاعبه بلقب أفضل هداف في الدوري المحلي.",
        "وبين الجانبين خلاف على أن يكون الموعد قريبا.",
    ],
)
def test_what_nobody_said_is_no_statement(coder: Coder, text: str) -> None:
    assert not said(code(coder, text))


def test_what_is_said_in_a_statement_is_one_statement(coder: Coder) -> None:
    assert [s[2:] for s in said(code(coder, f"قال {WHO} في تصريحه إن الوضع مستقر."))] == [("قال", "إن الوضع مستقر")]


def test_a_headline_that_the_body_repeats_is_left_out(coder: Coder) -> None:
    minutes = code(coder, f"قال {WHO} إن الوضع مستقر على الحدود.", title="الصفدي يؤكد أن الوضع مستقر على الحدود")
    assert [(s[0], s[3]) for s in said(minutes)] == [(NAME, "إن الوضع مستقر على الحدود")]


def test_statements_stand_in_the_order_of_the_text(coder: Coder) -> None:
    minutes = code(coder, f"قال {WHO} إن الوضع مستقر. وأضاف أن الحدود آمنة. وقالت طهران إن القافلة وصلت.")
    starts = [s.content[0].start for s in minutes.statements]
    assert len(starts) == 3 and starts == sorted(starts)


CUES = ["قال", "أكد", "أوضح", "أضاف", "اعتبر", "رأى", "ذكر", "أعلن"]


@settings(deadline=None, max_examples=40)
@given(st.sampled_from(CUES), st.sampled_from(["", "و"]), st.sampled_from(["أن", "إن", ": «"]), st.booleans())
def test_cue_and_content_are_exact_whatever_the_cue(coder: Coder, cue: str, joined: str, opening: str, twice: bool) -> None:
    end = "»." if opening == ": «" else "."
    text = f"{joined}{cue} {WHO}{'' if opening[0] == ':' else ' '}{opening} الوضع مستقر{end}" * (1 + twice)
    minutes = code(coder, text)
    assert minutes.statements
    for statement in minutes.statements:
        assert statement.cue is not None
        assert statement.cue.exact == cue
        assert text[statement.cue.start : statement.cue.end] == cue
        assert "الوضع مستقر" in statement.content[0].exact
        assert statement.content[0].start > statement.cue.end
