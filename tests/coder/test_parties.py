"""Who did it to whom: what the grammar of a clause gives."""

from mahdar.coder.coder import Coder, RawArticle

Who = list[tuple[set[str], set[str]]]


def who(coder: Coder, text: str, type_: str) -> Who:
    """(actors, recipients) of the events of a type."""
    minutes = coder.code(RawArticle(text, published="2021-03-10"))
    codes = {actor.id: actor.code for actor in minutes.actors}
    return [({codes[a] for a in e.actor}, {codes[r] for r in e.recipient}) for e in minutes.events if e.type == type_]


def test_each_of_several_acts(coder: Coder) -> None:
    text = "وأدان كل من وزير الخارجية الفرنسي ووزير الخارجية الإيطالي تركيا."
    assert who(coder, text, "ACCUSE") == [({"FRA", "ITA"}, {"TUR"})]


def test_for_each_of_several(coder: Coder) -> None:
    text = "قدمت اليابان مساعدات إنسانية لكل من الأردن ولبنان."
    assert who(coder, text, "AID") == [({"JPN"}, {"JOR", "LBN"})]


def test_a_word_for_about_governs_no_number(coder: Coder) -> None:
    text = "القوات التركية اعتقلت نحو 20 سورياً."
    assert who(coder, text, "COERCE") == [({"TUR"}, {"SYR"})]


def test_who_speaks_is_no_subject_of_a_verb_that_disagrees(coder: Coder) -> None:
    text = "قال وزير الاقتصاد الإيراني إنه لا يرجح أن ترفع العقوبات قبل العام المقبل."
    assert who(coder, text, "CONCEDE") == []


def test_two_bare_phrases_behind_a_joined_verb_are_its_subject_and_its_object(coder: Coder) -> None:
    text = "أكد وزير الدفاع الأميركي موقف بلاده. وأدان رئيس الوزراء الإسرائيلي الاتفاق مع إيران."
    assert ({"ISR"}, {"IRN"}) in who(coder, text, "ACCUSE")


def test_states_behind_a_masculine_verb_are_its_object(coder: Coder) -> None:
    text = "أصدر مجلس الأمن قراراً أمس، ويدعو الدول الأعضاء في الأمم المتحدة إلى وقف القتال."
    assert [actor for actor, _ in who(coder, text, "REQUEST")] == [{"IGO:UNSC"}]


def test_a_clause_that_points_back_has_its_own_subject(coder: Coder) -> None:
    text = "أجرت أميركا وكوبا المحادثات أمس. وانتهت المحادثات التي توسط فيها الفاتيكان."
    assert who(coder, text, "CONSULT") == [({"USA", "CUB", "VAT"}, set())]


def test_a_plural_behind_another_describes_it(coder: Coder) -> None:
    text = "أعرب الحرس الثوري الإيراني وبرلمانيون محافظون عن رفضهم سياسة تركيا."
    assert who(coder, text, "REJECT") == [({"IRN", "UNK"}, {"TUR"})]


def test_between_in_what_a_fight_is_compared_to_names_no_side(coder: Coder) -> None:
    text = "تحدث الوزير عن تنظيم داعش الذي تقاتله طهران حالياً بوصفه تهديداً مشتركاً بين فرنسا وألمانيا."
    assert all("FRA" not in actor for actor, _ in who(coder, text, "ASSAULT"))


def test_what_is_joined_to_a_party_need_not_be_one(coder: Coder) -> None:
    text = "عقد الوزير الفرنسي محادثات مع إيران وتأييد إطلاق الجاسوس الإسرائيلي قائم."
    assert all("ISR" not in actor for actor, _ in who(coder, text, "CONSULT"))


def test_an_own_body_may_be_accused(coder: Coder) -> None:
    text = "الخرطوم - رويترز: اتهم حزب الأمة السوداني الشرطة بقتل المتظاهرين."
    assert ({"SDN"}, {"SDN"}) in who(coder, text, "ACCUSE")


def test_his_highness_is_the_person_spoken_of(coder: Coder) -> None:
    text = "ألقى وزير الداخلية السعودي محمد بن نايف كلمة. وطالب سموه إيران بمضاعفة الجهود."
    assert who(coder, text, "REQUEST") == [({"SAU"}, {"IRN"})]


def test_who_talks_in_a_country_talks_with_it(coder: Coder) -> None:
    text = "قال وزير الدفاع الأميركي بعد محادثات في السعودية إن إيران خطر."
    assert who(coder, text, "CONSULT") == [({"USA", "SAU"}, set())]


def test_a_group_of_another_country_is_not_fought_by_the_state_at_home(coder: Coder) -> None:
    text = "طهران - رويترز: قال مسؤول إيراني في إيران إن الحملة العسكرية ضد الحوثيين مستمرة."
    assert all(actor != {"IRN"} for actor, _ in who(coder, text, "ASSAULT"))


def test_an_adjective_of_an_owned_noun_is_nobody(coder: Coder) -> None:
    text = "قال الوزير الأميركي إن اجتماعه المقرر بوزراء خارجية دول مجلس التعاون الخليجي الشهر المقبل مهم."
    assert who(coder, text, "AGREE") == [({"USA", "IGO:GCC"}, set())]


def test_an_office_within_a_body_keeps_its_adjective(coder: Coder) -> None:
    text = "دعا مدير العمليات الإنسانية في الأمم المتحدة إسرائيل إلى فتح المعابر."
    assert who(coder, text, "REQUEST") == [({"IGO:UN"}, {"ISR"})]


def test_sanctions_may_be_imposed_by_nobody_in_particular(coder: Coder) -> None:
    assert who(coder, "في عام 2012 فرضت عقوبات على إيران.", "SANCTION") == [({"UNK"}, {"IRN"})]
