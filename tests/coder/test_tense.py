"""Dates seen from the verb: the coming Friday for what will be, the last one for what was."""

import pytest

from mahdar.coder.coder import Coder, RawArticle

LAST, NEXT = "2021-03-05", "2021-03-12"  # the Fridays around the day of publication


@pytest.mark.parametrize("published", [None, "0001-01-01", "9999-12-31"])
def test_days_at_the_end_of_the_calendar_are_let_be(coder: Coder, published: str | None) -> None:
    reading = coder.read(coder.article(RawArticle("سيزور الرئيس الفرنسي ألمانيا الجمعة.", published=published)))
    assert [date.value for clauses in reading.clauses for date in clauses.dates] == [None]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("يلتقي وزير الخارجية الروسي سيرغي لافروف نظيره التركي يوم الجمعة في موسكو.", NEXT),
        ("الرئيس الفرنسي إيمانويل ماكرون يزور ألمانيا الجمعة.", NEXT),
        ("سيزور الرئيس الفرنسي إيمانويل ماكرون ألمانيا الجمعة.", NEXT),
        ("من المقرر أن يزور الرئيس الفرنسي إيمانويل ماكرون ألمانيا الجمعة.", NEXT),
        ("قال الوزير إن الرئيس الفرنسي سيزور ألمانيا يوم الجمعة.", NEXT),
        ("زار الرئيس الفرنسي إيمانويل ماكرون ألمانيا الجمعة.", LAST),
        ("قال سيرغي لافروف يوم الجمعة إن روسيا ستلتقي الوفد التركي.", LAST),
        ("قال سيرغي لافروف الجمعة إنه التقى نظيره التركي.", LAST),
        ("ناقش الوزيران الانتخابات المقبلة يوم الجمعة.", LAST),
        ("زيارة الرئيس الفرنسي إلى ألمانيا الجمعة.", LAST),
        ("زار ألمانيا الجمعة الماضي.", LAST),
        ("تعرض كيري لانتقادات الجمعة.", LAST),
        ("سيلتقي سيرغي لافروف نظيره التركي الثلاثاء.", "2021-03-09"),
        ("سيلتقي سيرغي لافروف نظيره التركي الأربعاء.", "2021-03-10"),
        ("تناقش روسيا أحداث 17 سبتمبر.", "2020-09-17"),
        ("تناقش روسيا توقعاتها في سبتمبر.", "2020-09"),
        ("ستنسحب القوات الأمريكية في سبتمبر.", "2021-09"),
        ("ستنسحب القوات الأمريكية في 11 سبتمبر.", "2021-09-11"),
        ("انسحبت القوات الأمريكية في 11 سبتمبر.", "2020-09-11"),
    ],
)
def test_a_date_lies_where_the_verb_says(coder: Coder, text: str, value: str) -> None:
    reading = coder.read(coder.article(RawArticle(text, published="2021-03-10")))
    assert [date.value for clauses in reading.clauses for date in clauses.dates] == [value]
