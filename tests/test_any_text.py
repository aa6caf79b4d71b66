"""Whatever the text, coding it raises nothing, every span is exact, and the same text gives the same bytes."""

from collections.abc import Iterator

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import mahdar
from mahdar.coder.coder import Coder, RawArticle
from mahdar.minutes import Minutes, Span, decode, encode

# Words and signs of news, to be thrown together: cues, triggers, names, offices, particles, dates, quotation marks.
WORDS = """
أكد وأكد قال وقال وأضاف مضيفاً قائلاً إن أن بأن أنه إنها وفق بحسب نقلاً عن ذكرت أفادت حذر من دعا إلى دعت رحب
بـ أدان نفى التقى لقاء لقائه زار زيارة بحث مباحثات اجتماع اجتماعاً أجرى عقد قمة اتصال هاتفي وقع اتفاقية اتفق
اتفاق فرض عقوبات رفض ترفض قصف هجوم مقتل اعتقلت الشرطة تظاهر متظاهرون سيزور ستعمل سوف تعهد يعتزم مستعدة لم لن
قد لا إذا لو ربما بعد قبل خلال مع ضد على في بين من عن حول وزير الوزير وزيرا الوزيران الخارجية رئيس الرئيس
الروسي التركي الروسية التركية نظيره الجانبان المتحدث باسم السفير الأمير سيرغي لافروف لافروف مولود جاويش أوغلو
بوتين أردوغان موسكو أنقرة روسيا تركيا سوريا سورية ليبيا الأمم المتحدة الاتحاد الأوروبي حماس حزب الله الكرملين
البيت الأبيض سوتشي دمشق القدس عمان اليوم أمس الثلاثاء الأسبوع المقبل الماضي 29 كانون الأول ديسمبر 2020 الذي
التي حيث كما لكن بينما « » “ ” " : ، . ؟ ! … ( ) - و ، . . \n \n د. أ.ف.ب (رويترز) (أ ف ب)
""".replace("\n", " ").replace("\\n", "\n").split(" ")  # fmt: skip

ARABIC = st.characters(min_codepoint=0x600, max_codepoint=0x6FF) | st.sampled_from(' \n.،:«»"“”-()0١')


def spans(node: object) -> Iterator[Span]:
    """Every span in a record, at any depth."""
    if isinstance(node, Span):
        yield node
    elif isinstance(node, tuple):
        for each in node:
            yield from spans(each)
    elif isinstance(node, msgspec.Struct):
        for name in node.__struct_fields__:
            yield from spans(getattr(node, name))


def check(minutes: Minutes) -> None:
    text = minutes.article.text
    for span in spans(minutes):
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.exact
    actors = {actor.id for actor in minutes.actors}
    statements = {statement.id for statement in minutes.statements}
    for statement in minutes.statements:
        assert statement.speaker is None or statement.speaker in actors
        assert statement.content
    for event in minutes.events:
        assert {*event.actor, *event.recipient} <= actors
        assert event.evidence and (event.statement is None or event.statement in statements)
    assert all(position.holder in actors for position in minutes.positions)
    assert all({*commitment.by, *commitment.with_} <= actors for commitment in minutes.commitments)
    assert decode(encode(minutes)) == minutes


patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])


@patient
@given(st.text(), st.text(max_size=40), st.none() | st.dates() | st.text(max_size=12))
def test_any_text_at_all(text: str, title: str, published: object) -> None:
    check(mahdar.code(text, title=title, published=published))  # type: ignore[arg-type]


@patient
@given(st.text(ARABIC, max_size=200))
def test_any_arabic_letters(coder: Coder, text: str) -> None:
    check(coder.code(RawArticle(text)))


@settings(patient, max_examples=300)
@given(st.lists(st.sampled_from(WORDS), max_size=120).map(" ".join), st.booleans())
def test_words_of_news_thrown_together(coder: Coder, text: str, dated: bool) -> None:
    check(coder.code(RawArticle(text, published="2020-12-29" if dated else None)))


@patient
@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_the_same_text_gives_the_same_bytes(coder: Coder, text: str) -> None:
    raw = RawArticle(text, published="2020-12-29")
    assert encode(coder.code(raw)) == encode(coder.code(raw))
