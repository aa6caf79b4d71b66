"""Whether an event happened, is background, is to come, may be, or did not happen."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.coder.coder import Coder, RawArticle
from mahdar.coder.status import first_day, is_background, is_coming, last_day

DAY = datetime.date(2021, 3, 10)


def statuses(coder: Coder, text: str, type_: str) -> list[str]:
    return [e.status for e in coder.code(RawArticle(text, published=DAY.isoformat())).events if e.type == type_]


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("اعتقلت الشرطة التونسية خمسة متظاهرين.", "COERCE", "actual"),
        ("اعتقلت الشرطة التونسية أمس خمسة متظاهرين.", "COERCE", "actual"),
        ("اعتقلت الشرطة التونسية يوم الاثنين خمسة متظاهرين.", "COERCE", "actual"),
        ("اعتقلت الشرطة التونسية خمسة متظاهرين في يناير الماضي.", "COERCE", "historical"),
        ("وكانت إيران قد اعتقلت باحثة فرنسية عام 2019.", "COERCE", "historical"),
        ("زار الرئيس التركي أردوغان أذربيجان الأسبوع الماضي.", "CONSULT", "historical"),
        ("زار ملك المغرب محمد السادس الإمارات في ديسمبر 2018.", "CONSULT", "historical"),
        ("قبل خمس سنوات، زار البابا القاهرة.", "CONSULT", "historical"),
        ("لم تفرض بريطانيا عقوبات على روسيا.", "SANCTION", "negated"),
        ("نفى الجيش السوداني اعتقال الناشط في الخرطوم.", "COERCE", "negated"),
        ("أكد الوزير الروسي أن قواته لم تقصف المستشفى.", "ASSAULT", "negated"),
        ("نفى المتحدث الفرنسي أن تكون باريس طلبت من أبوظبي زيادة إنتاجها.", "REQUEST", "negated"),
        ("فإن الحكومة العراقية لم تعلن نبأ زيارة وزير الدفاع الأمريكي إلى بغداد.", "CONSULT", "actual"),
        ("قد تجري كوريا الشمالية تجربة نووية سابعة.", "MOBILIZE", "hypothetical"),
        ("تطرق اللقاء إلى الاتفاق النووي بين إيران والولايات المتحدة.", "AGREE", "historical"),
        ("توصلت إيران والسعودية إلى اتفاق جديد.", "AGREE", "actual"),
        ("اعتقلت الشرطة المصرية صحفيا في يناير الماضي وصادرت أموال ناشط مصري.", "COERCE", "historical"),
        ("يقوم وزير الخارجية الكوبي بأول زيارة رسمية إلى واشنطن منذ عام 1959.", "CONSULT", "actual"),
        ("زار البابا القاهرة في أول زيارة لها منذ عشرين عاما.", "CONSULT", "actual"),
        ("لا تعارض تركيا انضمام السويد.", "REJECT", "negated"),
        ("قد تفرض بريطانيا عقوبات على روسيا.", "SANCTION", "hypothetical"),
        ("إذا قصفت إسرائيل المفاعل فسترد إيران.", "ASSAULT", "hypothetical"),
        ("لو قصفت إسرائيل إيران لردت طهران.", "ASSAULT", "hypothetical"),
        ("خشية أن تقصف إسرائيل بيروت، غادر السكان.", "ASSAULT", "hypothetical"),
        ("سيزور البابا فرنسيس العراق الشهر المقبل.", "AGREE", "actual"),
        ("ستفرج السلطات الجزائرية عن المعتقلين.", "CONCEDE", "actual"),
    ],
)
def test_status_of_an_event(coder: Coder, text: str, type_: str, status: str) -> None:
    assert status in statuses(coder, text, type_)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2020-12-29", datetime.date(2020, 12, 29), datetime.date(2020, 12, 29)),
        ("2020-02", datetime.date(2020, 2, 1), datetime.date(2020, 2, 29)),
        ("2020-12", datetime.date(2020, 12, 1), datetime.date(2020, 12, 31)),
        ("2021", datetime.date(2021, 1, 1), datetime.date(2021, 12, 31)),
    ],
)
def test_the_days_that_a_date_covers(value: str, first: datetime.date, last: datetime.date) -> None:
    assert (first_day(value), last_day(value)) == (first, last)


@given(st.dates(datetime.date(1990, 1, 1), datetime.date(2040, 1, 1)))
def test_a_month_covers_its_days_and_a_year_its_months(day: datetime.date) -> None:
    month, year = day.strftime("%Y-%m"), day.strftime("%Y")
    assert first_day(year) <= first_day(month) <= day <= last_day(month) <= last_day(year)


@pytest.mark.parametrize(
    ("value", "background"),
    [("2021-03-10", False), ("2021-03-06", False), ("2021-03-05", True), ("2021-02", True), ("2021-03", False), ("2020", True)],
)
def test_what_lies_back_more_than_four_days_is_background(value: str, background: bool) -> None:
    assert is_background(value, DAY) is background


@pytest.mark.parametrize(("value", "coming"), [("2021-03-11", True), ("2021-03-10", False), ("2021-03", False), ("2022", True)])
def test_what_begins_after_the_day_is_to_come(value: str, coming: bool) -> None:
    assert is_coming(value, DAY) is coming


def test_without_a_day_nothing_is_background_or_to_come() -> None:
    assert not is_background("1999", None)
    assert not is_coming("2999", None)
