"""Where events happened: in their clause, at a journey's end, or where those who speak had gathered."""

import pytest

from mahdar.coder.coder import Coder, RawArticle
from mahdar.minutes import Event


def events(coder: Coder, text: str) -> dict[str, Event]:
    """The events of a text by type; of several of one type the last."""
    return {e.type: e for e in coder.code(RawArticle(text, published="2021-03-10")).events}


def place(coder: Coder, text: str, type_: str) -> str | None:
    found = events(coder, text)[type_].place
    return found.name if found is not None else None


@pytest.mark.parametrize(
    ("text", "type_", "where"),
    [
        ("قصفت الطائرات الإسرائيلية مطار حلب.", "ASSAULT", "مطار حلب"),
        ("استقبل الرئيس المصري في قصر الاتحادية وزير الخارجية الياباني.", "CONSULT", "قصر الاتحادية"),
        ("استقبل ولي العهد السعودي في قصر سموه بجدة وزير الخارجية الياباني.", "CONSULT", "قصر سموه بجدة"),
        ("استقبل ولي العهد السعودي في مكتبه بقصر السلام وزير الخارجية الياباني.", "CONSULT", "قصر السلام"),
        ("اقتحمت قوات الاحتلال الإسرائيلي بلدة سلواد.", "ASSAULT", "بلدة سلواد"),
        ("وصلت طائرة مساعدات سعودية إلى بيروت.", "AID", "بيروت"),
        ("يعتزم الرئيس الفرنسي زيارة تونس الشهر المقبل.", "AGREE", "تونس"),
        ("زار المبعوث الأممي إلى سوريا العاصمة الإيرانية طهران.", "CONSULT", "العاصمة الإيرانية طهران"),
        ("التقى وزير الخارجية المصري أمس نظيره العماني بدر البوسعيدي في مسقط.", "CONSULT", "مسقط"),
        ("بدأ وزير الخارجية الإيراني زيارة للكويت.", "CONSULT", "الكويت"),
        ("التقى وزير الخارجية المصري نظيره الياباني في العاصمة القطرية.", "CONSULT", "العاصمة القطرية"),
        ("التقى وزير الخارجية المصري نظيره الياباني في مقر الأمم المتحدة.", "CONSULT", "مقر الأمم المتحدة"),
        ("وقع البلدان خلال زيارة الرئيس الصيني إلى الرياض اتفاقا للطاقة.", "SUPPORT", "الرياض"),
        ("ندد الوزير الياباني أمام البرلمان بالتجارب الصاروخية الكورية الشمالية.", "ACCUSE", "البرلمان"),
        ("أنهى الغزو الفرنسي للبنان حكم الأمير.", "ASSAULT", "لبنان"),
        ("غزت القوات العراقية الكويت.", "ASSAULT", "الكويت"),
        ("رحب الوزير المصري باتفاق فيينا بين إيران والقوى الكبرى.", "AGREE", "فيينا"),
        ("وفي بيروت، رحب وزير الخارجية اللبناني بالهدنة في اليمن.", "SUPPORT", "بيروت"),
        ("قال الوزير المصري إن قمة كامب ديفيد التي جمعت الرئيس الأميركي بقادة دول مجلس التعاون نجحت.", "CONSULT", "كامب ديفيد"),
        ("التقى وزير خارجية مصر نظيره الياباني في مقر الأمانة العامة لجامعة الدول العربية بالقاهرة.", "CONSULT", "القاهرة"),
    ],
)
def test_the_place_that_a_clause_names(coder: Coder, text: str, type_: str, where: str) -> None:
    assert place(coder, text, type_) == where


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("رحبت فرنسا بالهدنة في اليمن.", "SUPPORT"),
        ("وافق مجلس الأمن على قرار بشأن الاتفاق الذي أبرم في فيينا.", "SUPPORT"),
        ("تفرض الولايات المتحدة عقوبات على طهران.", "SANCTION"),
        ("بحث الرئيس الروسي هاتفيا مع نظيره التركي الوضع في إدلب.", "CONSULT"),
        ("رفض البرلمان الذي يعقد جلساته في طرابلس الاتفاق مع تركيا.", "REJECT"),
        ("أشاد الوزير التونسي باتفاق موسكو وواشنطن.", "AGREE"),
        ("قال الرئيس الإيراني إن بلاده ستواصل دعم حكومة صنعاء في اليمن.", "AGREE"),
    ],
)
def test_where_the_matter_lies_is_not_where_words_are_said(coder: Coder, text: str, type_: str) -> None:
    assert place(coder, text, type_) is None


MEETING = "التقى وزير الخارجية الأردني أيمن الصفدي نظيره المصري سامح شكري في القاهرة. "


@pytest.mark.parametrize(
    ("text", "type_", "where"),
    [
        (MEETING + "وأشاد الصفدي بدور مصر في التهدئة.", "SUPPORT", "القاهرة"),
        (MEETING + "وأدانت اليابان الهجوم على السفارة الصينية.", "ACCUSE", None),
        ("طالب الوزير الإيطالي إسرائيل بوقف الاستيطان. جاء ذلك في مؤتمر صحافي عقده أمس في روما.", "REQUEST", "روما"),
        ("عقد مؤتمر باريس بشأن السودان أمس. وعلى هامش المؤتمر، التقى وزير خارجية مصر نظيره الألماني.", "CONSULT", "باريس"),
        ("أدان الوزير الإيطالي القصف الروسي. يذكر أن زيارة الوزير الإيطالي إلى طهران ستجري الأسبوع المقبل.", "ACCUSE", None),
        ("التقى وزير خارجية مصر نظيره الإيطالي في إيطاليا. وأدانت مصر القصف الروسي.", "ACCUSE", None),
        (MEETING + "تحسن الطقس. " * 8 + "وأدانت مصر القصف الروسي.", "ACCUSE", None),
        ("بحث الوزيران الوضع. وانتقد الوزير الإيطالي مؤتمر فيينا وسياسة روسيا.", "ACCUSE", None),
        ("قال وزير الدفاع الألماني في بروكسل إن برلين ترفض الضم الروسي لشبه الجزيرة.", "REJECT", "بروكسل"),
    ],
)
def test_what_is_said_where_people_gathered(coder: Coder, text: str, type_: str, where: str | None) -> None:
    assert place(coder, text, type_) == where


def test_an_act_on_which_another_rests_did_not_happen_there(coder: Coder) -> None:
    text = MEETING + "وأعلن التحالف هدنة بناء على طلب الأردن من الولايات المتحدة."
    found = [e for e in coder.code(RawArticle(text, published="2021-03-10")).events if e.type == "REQUEST"]
    assert all(e.place is None for e in found)


def test_places_without_an_entry_have_a_name_only(coder: Coder) -> None:
    found = events(coder, "اشتبك الجيش السوري مع مسلحين في بلدة تل الزهراء الشمالية.")["ASSAULT"].place
    assert found is not None
    assert (found.name.startswith("بلدة"), found.country) == (True, None)
