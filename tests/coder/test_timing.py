"""The day of what an article tells: its own, that of the words in which it is told, or that of the news."""

import pytest

from mahdar.coder.coder import Coder, RawArticle


def dates(coder: Coder, text: str, type_: str, published: str = "2021-03-10") -> list[str | None]:
    return [e.date and e.date.value for e in coder.code(RawArticle(text, published=published)).events if e.type == type_]


@pytest.mark.parametrize(
    ("text", "type_", "value"),
    [
        ("أدانت فرنسا الهجوم على السفارة الصينية.", "ACCUSE", "2021-03-10"),
        ("اعتقلت الشرطة التونسية خمسة متظاهرين.", "COERCE", None),  # the day of a deed is not that of its report
        ("التقى الرئيس التركي أمس نظيره القبرصي. ورحبت فرنسا باللقاء.", "SUPPORT", "2021-03-09"),
        ("ندد بالغزو الفرنسي للبنان عام 1920، والغزو الإيطالي لليبيا في عام 1911.", "ASSAULT", "1911"),
        ("سيزور البابا فرنسيس العراق الشهر المقبل.", "AGREE", "2021-03-10"),
        ("تعتزم اليابان منح الأردن قرضا في 20 مارس المقبل.", "AGREE", "2021-03-10"),
        ("اعتقلت الشرطة المصرية صحفيا في يناير الماضي وصادرت أموال ناشط مصري.", "COERCE", "2021-01"),
        ("قال وزير الدفاع الألماني السبت إن برلين ترفض ضم روسيا للقرم.", "REJECT", "2021-03-06"),
        ("كشف المتحدث العراقي عن وصول مساعدات إلى بيروت الشهر الماضي، كما أدان القصف التركي.", "ACCUSE", "2021-03-10"),
        ("عقد الوزير الإسرائيلي اجتماعا لم يعلن عنه مع نظيره التركي في روما الشهر الماضي.", "CONSULT", "2021-02"),
    ],
)
def test_the_day_of_an_event(coder: Coder, text: str, type_: str, value: str | None) -> None:
    assert value in dates(coder, text, type_)


def test_who_did_not_act_on_the_day_of_the_news_has_no_date(coder: Coder) -> None:
    text = "التقى الرئيس التركي أمس نظيره القبرصي. تستمر الزيارة يومين. تتناول المباحثات الغاز. وتنتقد الصين سياسة اليابان."
    assert dates(coder, text, "ACCUSE") == [None]


def test_talks_of_which_a_speaker_tells_are_not_those_of_the_day(coder: Coder) -> None:
    text = (
        "التقى الرئيس التركي أمس نظيره القبرصي. تستمر الزيارة يومين. تتناول المباحثات الغاز. "
        "وقال الرئيس التركي إن أنقرة تحدثت مع موسكو."
    )
    assert dates(coder, text, "CONSULT") == ["2021-03-09", None]


def test_a_text_written_the_day_before_has_another_today(coder: Coder) -> None:
    text = "يناقش وزير الخارجية الألماني اليوم (الثلاثاء) مع نظيره الفرنسي ملف الهجرة. ويلتقي الوزير الألماني غدا نظيره التونسي."
    assert dates(coder, text, "CONSULT") == ["2021-03-09"]
    assert set(dates(coder, text, "AGREE")) == {"2021-03-09"}
