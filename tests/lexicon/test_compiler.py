"""The compiler: the shipped data hold together, a user's slip is a clear error, a user's additions reach the coder."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from mahdar.coder.coder import Coder, RawArticle
from mahdar.errors import DataError
from mahdar.languages.ar import Arabic
from mahdar.lexicon.cache import load
from mahdar.lexicon.compiler import Compiler
from mahdar.lexicon.lexicon import Lexicon
from mahdar.minutes import Minutes

Folder = Callable[..., Path]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Writes a folder of own additions: file=content."""

    def write(files: dict[str, str]) -> Path:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        return tmp_path

    return write


@pytest.fixture(scope="module")
def lexicon(coder: Coder) -> Lexicon:
    return coder.lexicon


# --- the shipped data


def test_every_verb_form_belongs_to_a_verb(lexicon: Lexicon) -> None:
    assert all(0 <= use.lemma < len(lexicon.lemmas) for uses in lexicon.verbs.values() for use in uses)


def test_every_verb_serves_some_entry(lexicon: Lexicon) -> None:
    idle = [v.past for v in lexicon.lemmas if not any((v.cues, v.triggers, v.lights, v.stances, v.pledges, v.speech))]
    entries = tomllib.loads((Arabic.folder / "verbs.toml").read_text(encoding="utf-8"))["ordinary"]
    assert set(idle) <= {Arabic.fold(verb.split()[0]) for entry in entries for verb in entry["verbs"]}


def test_every_index_of_a_verb_has_its_entry(lexicon: Lexicon) -> None:
    for verb in lexicon.lemmas:
        assert all(i < len(lexicon.cues) for i in verb.cues)
        assert all(i < len(lexicon.triggers) for i in verb.triggers)
        assert all(i < len(lexicon.stances) for i in verb.stances)
        assert all(i < len(lexicon.pledges) for i in verb.pledges)


@pytest.mark.parametrize("table", ["verbs", "nouns", "participles", "names", "phrases"])
def test_tables_are_keyed_by_folded_forms(lexicon: Lexicon, table: str) -> None:
    fold = Arabic().fold
    assert not [form for form in getattr(lexicon, table) if fold(form) != form]


def test_longer_names_stand_before_shorter(lexicon: Lexicon) -> None:
    for uses in lexicon.names.values():
        assert [len(use.rest) for use in uses] == sorted((len(use.rest) for use in uses), reverse=True)


def test_denied_forms_are_no_verbs(lexicon: Lexicon) -> None:
    first = set(lexicon.grammar["verbs_when_first"])
    assert not [form for form in lexicon.grammar["not_verbs"] if form in lexicon.verbs and form not in first]


@pytest.mark.parametrize("table", ["cues", "triggers", "stances", "pledges"])
def test_ids_of_a_table_are_different(lexicon: Lexicon, table: str) -> None:
    ids = [entry.id for entry in getattr(lexicon, table)]
    assert len(ids) == len(set(ids))


def test_every_state_has_a_code_of_three_letters(lexicon: Lexicon) -> None:
    assert all(len(state.code) == 3 and state.code.isupper() for state in lexicon.states)


@pytest.mark.parametrize(
    ("past", "shared"),
    [("أيد", "cues triggers"), ("أكد", "cues triggers"), ("أرجأ", "triggers lights"), ("ألغى", "triggers lights")],
)
def test_a_verb_whose_root_is_spelled_in_two_ways_is_one(lexicon: Lexicon, past: str, shared: str) -> None:
    (verb,) = [v for v in lexicon.lemmas if v.past == Arabic().fold(past)]
    assert all(getattr(verb, role) for role in shared.split())


def test_no_two_verbs_are_the_same_forms_of_one_root(tmp_path: Path) -> None:
    compiler = Compiler(Arabic())
    compiler.compile("v")
    assert len(compiler.conjugated) == len(compiler.lemmas) < len(compiler.lemma_ids)


@pytest.mark.parametrize("name", ["نزار", "نجيب", "دينا", "ياسر"])
def test_a_given_name_is_no_verb_in_a_rare_person(lexicon: Lexicon, name: str) -> None:
    assert name not in lexicon.verbs


@pytest.mark.parametrize("form", ["طالب", "حكمت", "رفعت", "اكد"])
def test_a_given_name_that_is_a_usual_verb_stays_one(lexicon: Lexicon, form: str) -> None:
    assert form in lexicon.verbs


def test_to_deny_is_not_to_exile(coder: Coder) -> None:
    found = code(coder, "نفى المتحدث باسم الحكومة اليمنية راجح بادي أن تكون القوات قد انسحبت من مأرب.")
    assert (len(found.statements), found.events) == (1, ())


def test_who_is_sent_away_is_exiled(coder: Coder) -> None:
    found = code(coder, "سجنت إيران معارضين عراقيين ثم نفتهم إلى لبنان.")
    assert "exile" in [event.rule for event in found.events]


def test_a_name_spelled_like_a_verb_arrests_nobody(coder: Coder) -> None:
    found = code(coder, "وصل وزير الري السوداني ياسر عباس إلى القاهرة والتقى السفير الروسي.")
    assert "arrest" not in [event.rule for event in found.events]
    assert "ياسر عباس" in [actor.name for actor in found.actors]


# --- a user's slips


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ('verbz = ["باح بوح I/a~u"]', "verbz"),
        ('verbs = ["باح زور I/a~u"]', "root and form give زار, not باح"),
        ('verbs = ["باح بوح"]', "write past, root and form"),
        ('verbs = ["باح بوح XX"]', "XX"),
        ('verbs = "باح بوح I/a~u"', "Expected `array`"),
    ],
)
def test_a_broken_cue_is_an_error_with_file_and_line(folder: Folder, entry: str, said: str) -> None:
    own = folder({"cues.toml": f'# own\n[[cue]]\nid = "fine"\n\n[[cue]]\nid = "x"\n{entry}\n'})
    with pytest.raises(DataError, match=said) as wrong:
        Compiler(Arabic(), own).compile("v")
    assert str(wrong.value).startswith(f"{own / 'cues.toml'}:5: ")


def test_a_person_without_a_code_is_an_error_with_file_and_line(folder: Folder) -> None:
    own = folder({"people/own.toml": '\n[[person]]\nname = "رامي الحسن"\n'})
    with pytest.raises(DataError, match=r"own\.toml:2: \[\[person\]\] .*`code`"):
        Compiler(Arabic(), own).compile("v")


def test_a_trigger_with_a_taken_id_names_both_places(folder: Folder) -> None:
    own = folder({"triggers/own.toml": '[[trigger]]\nid = "visit"\ntype = "CONSULT"\n'})
    with pytest.raises(DataError, match=r"own\.toml:1: the id 'visit' is taken by .*consult\.toml:\d+"):
        Compiler(Arabic(), own).compile("v")


def test_an_unknown_word_class_is_named(folder: Folder) -> None:
    own = folder({"triggers/own.toml": '[[trigger]]\nid = "own"\ntype = "CONSULT"\nobject = ["@nothing"]\n'})
    with pytest.raises(DataError, match=r"'own'.*'@nothing'"):
        Compiler(Arabic(), own).compile("v")


@pytest.mark.parametrize("name", ["cue.toml", "Cues.toml", "trigger/own.toml"])
def test_a_file_of_another_name_is_an_error_that_names_the_known_ones(folder: Folder, name: str) -> None:
    own = folder({name: '[[cue]]\nid = "x"\n'})
    with pytest.raises(DataError, match=r"no file of a lexicon; known are cues\.toml") as wrong:
        Compiler(Arabic(), own).compile("v")
    assert str(wrong.value).startswith(str(own / name))


TRIGGER = '[[trigger]]\nid = "own"\ntype = "CONSULT"\n'


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("cues.toml", '\n[[cue]]\nid = "x"\nnouns = [""]\n', r":2: \[\[cue\]\] an empty word in `nouns`; remove it"),
        ("cues.toml", '[[source]]\nid = "x"\nwords = [""]\n', r":1: \[\[source\]\] an empty word in `words`"),
        ("cues.toml", '[[cue]]\nid = "x"\nnouns = ["\u064e"]\n', r":1: .* an empty word in `nouns`"),
        ("cues.toml", '[[cue]]\nid = ""\n', r":1: \[\[cue\]\] `id` is empty"),
        ("cues.toml", '[[cue]]\nid = "x"\n[[cues]]\nid = "y"\n', r":3: no table 'cues' in cues\.toml; did you mean 'cue'\?"),
        ("cues.toml", "cue = 5\n", r":1: cue is no list of entries; write each under \[\[cue\]\]"),
        ("cues.toml", '[cue]\nid = "x"\n', r":1: cue is no list of entries"),
        ("triggers/own.toml", TRIGGER.replace("CONSULT", "CONSLT"), r":1: .*`type` cannot be 'CONSLT'; did you mean 'CONSULT'"),
        ("triggers/own.toml", TRIGGER + 'mode = "visits"\n', r":1: .*`mode` cannot be 'visits'; did you mean 'visit'"),
        ("triggers/own.toml", TRIGGER + 'mode = "aerial"\n', r":1: .*`mode` cannot be 'aerial'; known are "),
        ("triggers/own.toml", TRIGGER + 'modes = { far = ["هاتف"] }\n', r":1: .*`mode` cannot be 'far'"),
        ("triggers/own.toml", TRIGGER + 'contexts = ["miltary"]\n', r":1: .*`contexts` cannot be 'miltary'; did you mean"),
        ("triggers/own.toml", TRIGGER + 'future = "LATER"\n', r":1: .*`future` cannot be 'LATER'"),
        ("triggers/own.toml", TRIGGER + 'after = { "في" = [" "] }\n', r":1: .*an empty word in `after`"),
        ("triggers/own.toml", TRIGGER + 'object = ["@nothing"]\n', r"own\.toml:1: trigger 'own'"),
        ("triggers/own.toml", '[class]\nmeeting = ["x"]\n', r":1: word classes stand in a file triggers/classes\*\.toml"),
        ("triggers/own.toml", '[[triggers]]\nid = "own"\n', r":1: no table 'triggers' in triggers/own\.toml"),
        ("triggers/classes.toml", "[class]\nmeeting = 5\n", r':2: meeting is no list of words; write meeting = \["…", "…"\]'),
        ("triggers/classes.toml", '[class]\nmeeting = "لقاء"\n', r":2: meeting is no list of words"),
        ("triggers/classes.toml", '[class]\nmeeting = [""]\n', r":2: an empty word in meeting"),
        ("triggers/classes.toml", "class = 5\n", r":1: class is no table"),
        ("stances.toml", '[[stance]]\nid = "x"\nstance = "agaisnt"\n', r":1: .*cannot be 'agaisnt'; did you mean 'against'"),
        ("pledges.toml", '[[pledge]]\nid = "x"\nstrength = "maybe"\n', r":1: .*`strength` cannot be 'maybe'; known are vow, "),
        ("contexts.toml", '[[context]]\nid = "militery"\nwords = ["x"]\n', r":1: .*`id` cannot be 'militery'"),
        ("contexts.toml", 'defaults = "x"\n', r":1: \[defaults\] gives each event type one context"),
        ("contexts.toml", '[defaults]\nCONSULTS = "diplomatic"\n', r":2: there is no 'CONSULTS'; did you mean 'CONSULT'"),
        ("bodies.toml", '[[body]]\nid = "x"\nforms = ["ديوان"]\nsector = "GVO"\n', r":1: .*`sector` cannot be 'GVO'; known"),
        ("grammar.toml", 'not_verb = ["ودعت"]\n', r":1: there is no 'not_verb'; did you mean 'not_verbs'"),
        ("grammar.toml", 'not_verbs = "ودعت"\n', r":1: not_verbs is no list of words"),
        ("furniture.toml", "\nlines = ['(شارك']\n", r":2: '\(شارك' in lines is no regular expression: "),
        ("furniture.toml", "lines = ['x', '(?i)read more']\n", r":1: .* is no regular expression: global flags"),
        ("furniture.toml", "lines = 'شارك'\n", r":1: lines is no list of words"),
        ("furniture.toml", "line = ['شارك']\n", r":1: there is no 'line'; did you mean 'lines'"),
        ("dates.toml", '[month]\nstrict = ["صفر"]\n', r":1: there is no 'month'; did you mean 'months'"),
        ("dates.toml", '[weekdays]\nnames = [["الاثنين"]]\n', r":2: names has not the form of the shipped one"),
        ("dates.toml", '[relative]\nwords = [{ day = 1, names = ["غدا"] }]\n', r":2: words has not the form"),
        ("dates.toml", '[words]\nday = [""]\n', r":2: day has not the form"),
        ("dates.toml", "weekdays = 5\n", r":1: weekdays has not the form"),
    ],
)
def test_a_slip_is_an_error_with_file_line_and_mend(folder: Folder, name: str, content: str, said: str) -> None:
    own = folder({name: content})
    with pytest.raises(DataError, match=said) as wrong:
        Compiler(Arabic(), own).compile("v")
    assert str(wrong.value).startswith(f"{own / name}:")


def test_own_words_of_dates_stand_for_the_shipped_list_only(folder: Folder) -> None:
    dates = Compiler(Arabic(), folder({"dates.toml": '[months]\nstrict = ["صفر"]\n'})).dates()
    assert dates["months"]["strict"] == ["صفر"]
    assert len(dates["months"]["gregorian"]) == 12 and "weekdays" in dates


def test_own_words_are_added_to_a_class(folder: Folder) -> None:
    compiler = Compiler(Arabic(), folder({"triggers/classes.toml": '[class]\nmigrants = ["البدون"]\n'}))
    assert {"لاجء", "البدون"} <= set(compiler.classes()["migrants"])


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no such folder"):
        Compiler(Arabic(), tmp_path / "none").compile("v")


# --- a user's additions

OWN = {
    "cues.toml": '[[cue]]\nid = "own-hum"\nverbs = ["دندن دندن Iq"]\ntakes = ["ب", "that"]\ncarries = true\n',
    "triggers/own.toml": '[[trigger]]\nid = "own-wink"\ntype = "SUPPORT"\nverbs = ["غمز غمز I/a~i"]\n'
    'actor = ["subject"]\nrecipient = ["object"]\n',
    "people/own.toml": '[[person]]\nname = "نجوان شهبر"\nen = "Najwan Shahbar"\ncode = "CYP"\nunique = ["شهبر"]\n',
    "dossiers.toml": '[[dossier]]\nid = "cedar-trade"\nlabel = { ar = "تجارة الأرز", en = "Cedar trade" }\n'
    'strong = ["خشب الأرز"]\n\n[[dossier]]\nid = "libya"\nlabel = { ar = "ليبيا", en = "Libya" }\nstrong = ["وادي النخلات"]\n',
    "bodies.toml": '[[body]]\nid = "own-diwan"\nforms = ["ديوان المرافئ"]\nsector = "GOV"\n',
    "contexts.toml": '[[context]]\nid = "environment"\nwords = ["الفقمات"]\n',
}


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Coder:
    """A coder with one addition of several kinds."""
    folder = tmp_path_factory.mktemp("own")
    for name, content in OWN.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    return Coder(Arabic(), Compiler(Arabic(), folder).compile("own"))


def code(coder: Coder, text: str) -> Minutes:
    return coder.code(RawArticle(text, published="2021-03-10"))


def test_an_own_cue_reports(own: Coder, coder: Coder) -> None:
    text = "دندن وزير الخارجية الأردني أيمن الصفدي بأن الحوار ضروري."
    assert [s.rule for s in code(own, text).statements] == ["own-hum"]
    assert not code(coder, text).statements


def test_an_own_trigger_makes_an_event(own: Coder, coder: Coder) -> None:
    text = "غمز الرئيس الفرنسي السفير الأردني أمس."
    (event,) = code(own, text).events
    assert (event.type, event.rule) == ("SUPPORT", "own-wink")
    assert not code(coder, text).events


def test_an_own_person_is_known_by_name_and_short_name(own: Coder) -> None:
    (actor,) = code(own, "قال شهبر إن الحوار ضروري.").actors
    assert (actor.code, actor.label.en) == ("CYP", "Najwan Shahbar")


def test_an_own_dossier_is_found(own: Coder, coder: Coder) -> None:
    text = "ارتفعت أسعار خشب الأرز هذا الشتاء."
    assert code(own, text).dossiers == ("cedar-trade",)
    assert code(coder, text).dossiers == ()


def test_own_words_are_added_to_a_known_dossier(own: Coder) -> None:
    assert code(own, "وصلت القافلة إلى وادي النخلات.").dossiers == ("libya",)
    assert code(own, "تحدث الوفد عن ليبيا.").dossiers == ("libya",)


def test_an_own_body_speaks_for_its_state(own: Coder) -> None:
    (actor,) = code(own, "أعلن ديوان المرافئ الأردني أن السفن وصلت.").actors
    assert (actor.name, actor.code) == ("ديوان المرافئ الأردني", "JOR")


def test_own_context_words_are_added_to_the_shipped(own: Coder, coder: Coder) -> None:
    context = own.lexicon.contexts["environment"]
    assert "الفقمات" in context


def test_the_shipped_words_stay(own: Coder, coder: Coder) -> None:
    text = "قال وزير الخارجية الأردني أيمن الصفدي إن بلاده تدعم الحوار."
    assert code(own, text) == code(coder, text)


def test_prepositions_of_triggers_are_those_of_the_tokens() -> None:
    language = Arabic()
    lexicon = load(language)
    tables = [table for t in lexicon.triggers for table in (t.actor, t.recipient, t.joint, t.after, t.not_after)]
    slots = {slot for table in tables for slot in table} | {light.prep for light in lexicon.lights}
    assert {"الى", "على", "في"} <= slots
    assert all(slot == language.one_spelling(language.fold(slot)) for slot in slots)
