"""The grammar of a sentence as it shows in its minutes: subjects, objects, joined names, negation, relative clauses."""

import pytest

from mahdar.coder.coder import Coder, RawArticle
from mahdar.minutes import Event


def events(coder: Coder, text: str) -> list[tuple[str, set[str], set[str]]]:
    """(type, codes of the actors, codes of the recipients) of each event."""
    minutes = coder.code(RawArticle(text, published="2021-03-10"))
    codes = {actor.id: actor.code for actor in minutes.actors}

    def who(event: Event) -> tuple[str, set[str], set[str]]:
        return event.type, {codes[a] for a in event.actor}, {codes[a] for a in event.recipient}

    return [who(event) for event in minutes.events]


@pytest.mark.parametrize(
    "text",
    [
        "اتهمت كييف موسكو بخرق الهدنة.",
        "كييف اتهمت موسكو بخرق الهدنة.",
        "واتهمت كييف موسكو بخرق الهدنة.",
        "اتهمت كييف، أمس الثلاثاء، موسكو بخرق الهدنة.",
        "كييف تتهم موسكو بخرق الهدنة.",
        "وكانت كييف اتهمت موسكو بخرق الهدنة.",
    ],
)
def test_subject_and_object_wherever_the_verb_stands(coder: Coder, text: str) -> None:
    assert ("ACCUSE", {"UKR"}, {"RUS"}) in events(coder, text)


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("دعت فرنسا وألمانيا وإيطاليا إلى وقف القتال في ليبيا.", {"FRA", "DEU", "ITA"}),
        ("فرنسا وألمانيا وإيطاليا دعت إلى وقف القتال في ليبيا.", {"FRA", "DEU", "ITA"}),
        ("دعت فرنسا، وألمانيا، وإيطاليا إلى وقف القتال في ليبيا.", {"FRA", "DEU", "ITA"}),
        ("دعا وزراء خارجية فرنسا وألمانيا إلى وقف القتال في ليبيا.", {"FRA", "DEU"}),
    ],
)
def test_joined_subjects_are_all_meant(coder: Coder, text: str, actors: set[str]) -> None:
    assert any(type_ == "REQUEST" and who == actors for type_, who, _ in events(coder, text))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("دعت فرنسا إيران إلى وقف التخصيب.", ("REQUEST", {"FRA"}, {"IRN"})),
        ("طالبت بغداد أنقرة بسحب قواتها.", ("REQUEST", {"IRQ"}, {"TUR"})),
        ("طلبت أوكرانيا من حلف شمال الأطلسي تسريع انضمامها.", ("REQUEST", {"UKR"}, {"IGO:NATO"})),
        ("هاجم مسلحون قاعدة للجيش المالي.", ("ASSAULT", {"UNK"}, {"MLI"})),
        ("سلمت اليابان مساعدات غذائية إلى السودان.", ("AID", {"JPN"}, {"SDN"})),
        ("علقت هولندا مساعداتها لإثيوبيا.", ("SANCTION", {"NLD"}, {"ETH"})),
        ("قطعت الجزائر علاقاتها مع المغرب.", ("SANCTION", {"DZA"}, {"MAR"})),
        ("أيدت مصر المبادرة السعودية.", ("SUPPORT", {"EGY"}, {"SAU"})),
    ],
)
def test_arguments_behind_their_prepositions(coder: Coder, text: str, event: tuple[str, set[str], set[str]]) -> None:
    assert event in events(coder, text)


def test_a_verb_whose_gender_does_not_fit_takes_the_name_as_its_object(coder: Coder) -> None:
    text = "قال وزير الخارجية الأردني أيمن الصفدي إن الوضع صعب. وطالب إسرائيل بوقف الاستيطان."
    assert ("REQUEST", {"JOR"}, {"ISR"}) in events(coder, text)


def test_a_subject_goes_on_to_the_joined_verb(coder: Coder) -> None:
    found = events(coder, "دعا الرئيس الفرنسي إيران إلى وقف التخصيب واتهم روسيا بخرق الهدنة.")
    assert found == [("REQUEST", {"FRA"}, {"IRN"}), ("ACCUSE", {"FRA"}, {"RUS"})]


def test_a_relative_clause_has_the_noun_before_it_for_its_subject(coder: Coder) -> None:
    found = events(coder, "قال الوزير الأردني إن الصين التي تدعم السودان شريك مهم.")
    assert ("SUPPORT", {"CHN"}, {"SDN"}) in found


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("فرضت بريطانيا عقوبات على روسيا.", "actual"),
        ("لم تفرض بريطانيا عقوبات على روسيا.", "negated"),
        ("قد تفرض بريطانيا عقوبات على روسيا.", "hypothetical"),
    ],
)
def test_particles_before_the_verb_are_read(coder: Coder, text: str, status: str) -> None:
    minutes = coder.code(RawArticle(text, published="2021-03-10"))
    assert [event.status for event in minutes.events] == [status]


def test_a_noun_that_looks_like_a_verb_is_none_in_its_place(coder: Coder) -> None:
    assert events(coder, "وصلت القافلة بعد رفض طويل من المارة.") == []


def test_the_pronoun_on_a_particle_is_the_subject_of_the_verb_behind_it(coder: Coder) -> None:
    text = "قالت بيلاروسيا إنها ستمنع دخول مسؤولين أوروبيين."
    assert ("COERCE", {"BLR"}, {"IGO:EU"}) in events(coder, text)


def test_a_pronoun_that_stands_for_nobody_is_no_subject(coder: Coder) -> None:
    assert ("CONSULT", {"EGY", "JOR"}, set()) in events(coder, "وذكرت الوكالة أنه تم عقد اجتماع بين مصر والأردن.")


def test_a_paper_that_writes_ya_without_dots_is_read_alike(coder: Coder) -> None:
    assert ("CONSULT", {"SAU"}, {"RUS"}) in events(coder, "وصل وزير الخارجية السعودى عادل الجبير إلي موسكو.")


def test_an_ordinary_verb_ends_the_clause_before_it(coder: Coder) -> None:
    minutes = coder.code(RawArticle("رفض البرلمان التونسي الاتفاق وازدادت عزلة فرنسا.", published="2021-03-10"))
    (event,) = minutes.events
    assert event.evidence[0].exact == "رفض البرلمان التونسي الاتفاق"


def test_a_noun_that_is_spelled_like_an_ordinary_verb_stays_a_noun(coder: Coder) -> None:
    assert not coder.analyser.word("ذهب").verbs
    assert coder.analyser.word("ازدادت").verbs
