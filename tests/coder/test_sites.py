"""The places that a sentence names, and the gatherings that have one."""

import pytest

from mahdar.coder.coder import Coder, RawArticle
from mahdar.coder.sites import SiteFinder


def found(coder: Coder, text: str) -> tuple[list[str], list[tuple[str, str]]]:
    """The names of the sites of a sentence, and its gatherings with theirs."""
    reading = coder.read(coder.article(RawArticle(text, published="2021-03-10")))
    clauses = reading.clauses[0]
    finder = SiteFinder(reading.article.text)
    sites = [site.name for site in finder.of(clauses)]
    return sites, [(clauses.tokens[i].form, site.name) for i, site in finder.gathered(clauses)]


@pytest.mark.parametrize(
    ("text", "sites"),
    [
        ("عقد اللقاء في مدينة الصخيرات بالمغرب.", ["مدينة الصخيرات"]),
        ("عقد اللقاء بالعاصمة الإيطالية روما.", ["العاصمة الإيطالية روما"]),
        ("تظاهر المئات في عدن وتعز.", ["عدن"]),
        ("انسحبت القوات إلى ضواحي دمشق وقرب مصفاة بيجي.", ["مصفاة بيجي"]),
        ("انتقدت الصحيفة تفاصيل اتفاق جنيف.", []),
        ("انتقدت الحكومة التفاوض بحجة أنه طال.", []),
        ("شهدت مدينة تعز اشتباكات عنيفة.", ["مدينة تعز"]),
        ("اجتمعا في مقر الوزارة بالقاهرة.", ["مقر الوزارة بالقاهرة"]),
        ("اجتمعا في مقر الأمانة العامة في الرياض.", ["الرياض"]),
    ],
)
def test_sites(coder: Coder, text: str, sites: list[str]) -> None:
    assert found(coder, text)[0] == sites


@pytest.mark.parametrize(
    ("text", "gatherings"),
    [
        ("تحدث الوزير في مؤتمر صحفي عقده أمس في جدة.", ["جدة"]),
        ("وقعا اتفاقا خلال زيارته الرسمية إلى فرنسا.", ["فرنسا"]),
        ("حضر الوزير مؤتمر باريس بشأن السودان.", ["باريس"]),
        ("بحث اللقاء، وفق بيان، الأوضاع في حلب.", []),
        ("تناول الاجتماع الأوضاع الإنسانية الصعبة في اليمن.", []),
    ],
)
def test_gatherings(coder: Coder, text: str, gatherings: list[str]) -> None:
    assert [name for _, name in found(coder, text)[1]] == gatherings
