"""Who speaks: the subject of a reporting verb, whose noun of speech it is, or whoever is being spoken of."""

from mahdar.coder.agreement import agree, person_of
from mahdar.coder.clauses import Clauses
from mahdar.coder.coreference import Cast
from mahdar.coder.entities import Entity, agrees
from mahdar.coder.omissions import TEXTS, describes, hearsay, is_document, no_subject
from mahdar.coder.phrases import Phrase
from mahdar.coder.reports import Report, impersonal
from mahdar.coder.said import Said, outermost
from mahdar.coder.verbs import AGREEING

# Offices that many hold: their titles may recall somebody of whom another title was told.
_CALLINGS = frozenset(
    {
        "expert",
        "diplomat",
        "analyst",
        "academic",
        "journalist",
        "official",
        "politician",
        "lawyer",
        "activist",
        "observer",
        "doctor",
    }
    | {"engineer", "military-official", "security-official", "former-official", "opponent", "officer", "party-official", "member"}
)
_OF_PRONOUN = {"ه": "3ms", "ها": "3fs", "هم": "3mp", "هما": "3md"}  # the person that a pronoun agrees with
_SHORT_TITLE = 3  # words of a title that only recalls somebody
NAMED = frozenset({"person", "title", "people", "body", "org", "group", "state", "capital"})  # what names a speaker


class SpeakerFinder:
    """Finds who speaks, and keeps who is being spoken of."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.lexicon = cast.lexicon
        self.topic: list[Entity] = []
        self.history: list[list[Entity]] = []
        self.voices: list[list[Entity]] = []

    def turn_to(self, said: list[Said]) -> None:
        """Somebody spoke, and is spoken of from now on."""
        self.topic = outermost(said).speakers or self.topic
        self.voices = [s.speakers for s in said if s.speakers]
        self.history.append(self.topic)

    def speakers_of(self, clauses: Clauses, phrases: list[Phrase]) -> list[Entity]:
        out: list[Entity] = []
        for k, phrase in enumerate(phrases):
            if k + 1 < len(phrases) and same_bearer(phrase, phrases[k + 1]):
                continue
            for entity in self.cast.of_phrase(clauses, phrase):
                if entity not in out:
                    out.append(entity)
        return out

    def speaker(self, clauses: Clauses, report: Report, before: list[Said], content: int) -> list[Entity] | None:
        """Who speaks: the subject of the verb, or whoever is being spoken of; None where it is nobody that can be named."""
        if report.kind == "verb":
            verb = clauses.verbs[report.i]
            if report.cue is not None and report.cue.speaker_after:
                for phrase in clauses.phrases_after(report.i, content):
                    if phrase.prep == report.cue.speaker_after and phrase.mentions:
                        return self.speakers_of(clauses, clauses.with_joined(phrase)) or None
                if who := self.heard_from(clauses, report.i, content, report.cue.speaker_after, before):
                    return who
            phrases = clauses.subject(report.i)
            if report.phrase is not None and report.phrase.id in TEXTS and (who := self.issuer(clauses, report, content)):
                return who
            if phrases is not None and is_document(clauses, phrases[0]) and (who := self.last_voice(before)):
                return who
            if phrases is not None and phrases[0].start < content:
                surname = not phrases[0].mentions and self.surnamed(clauses, phrases[0])
                if who := surname or self.out_of(clauses, phrases[0]) or self.authors(clauses, phrases[0], content):
                    return who
                if hearsay(clauses, phrases[0]):
                    return None
            if phrases is not None and no_subject(clauses, report, phrases[0]):
                phrases = None
            if phrases is not None and phrases[0].start < content:
                who = self.recalled(clauses, phrases, self.speakers_of(clauses, phrases))
                if who:
                    return who
                if verb.conjunction == "" or phrases[0].start > report.i:
                    return None  # a noun of speech: the statement, the report
            return self.unsaid(clauses, report.i, before)
        if report.kind == "participle":
            person = person_of(clauses.tokens[report.i].word.form)
            if before:
                last = outermost(before)
                who = self.main_subject(clauses, report.i, last.content[1])
                return who if who and agree(who, person) else last.speakers
            who = self.main_subject(clauses, report.i) or self.first_named(clauses, report.i)
            return who if who and agree(who, person) else self.antecedents(person, before)
        word = clauses.tokens[report.i].word
        noun = next((n for n in word.nouns if n.use.kind == "cue"), None)
        if quoted := self.quoted_source(clauses, report.i, before):
            return quoted
        holder = clauses.phrase_at.get(report.i)
        if holder is not None and holder.mentions:
            who = self.speakers_of(clauses, [holder])
            if who:
                return who
        if impersonal(clauses, report.i):
            return self.cast.speakers_pair() or self.topic or None
        if noun is not None and noun.pronoun:
            if before and outermost(before).content[0] <= report.i:
                return outermost(before).speakers
            return self.main_subject(clauses, report.i) or self.topic or None
        return None

    def unsaid(self, clauses: Clauses, i: int, before: list[Said]) -> list[Entity] | None:
        """Who the unsaid subject of the verb at `i` is; None where the verb describes a noun that is nobody."""
        verb = clauses.verbs[i]
        if verb.person.startswith("1"):
            return outermost(before).speakers if before else self.topic or None
        start = 0
        if before:
            low, high = outermost(before).content
            start = low if low <= i < high else high
        who = self.main_subject(clauses, i, start)
        if who and agree(who, verb.person):
            return who
        if describes(clauses, i, start):
            return None
        return self.antecedents(verb.person, before, clauses.tokens[i].start)

    def surnamed(self, clauses: Clauses, phrase: Phrase) -> list[Entity]:
        """Whom a single word means that is the last of a name met before: وذكر جمال أن."""
        if phrase.end != phrase.start + 1 or any(m.name is not None for m in phrase.mentions):
            return []
        form = clauses.tokens[phrase.start].word.form
        return [e for e in self.cast.entities if e.kind == "person" and len(e.words) > 1 and e.words[-1] == form][-1:]

    def learn_gender(self, clauses: Clauses) -> None:
        """A person right behind a verb in the feminine is a woman."""
        for i, verb in clauses.verbs.items():
            if verb.person != "3fs" or verb.pronoun:
                continue
            mention = clauses.mention_at.get(i + 1)
            if mention is not None and mention.kind == "person" and mention.start == i + 1 and not mention.clitics:
                for entity in self.cast.resolve(clauses, mention):
                    entity.feminine = True

    def recalled(self, clauses: Clauses, phrases: list[Phrase], who: list[Entity]) -> list[Entity]:
        """The person spoken of, where a title new to the article recalls him: … كارتر … وقال المسؤول الأميركي."""
        head = phrases[0].head
        if not who or not self.topic or head is None or head.kind not in ("title", "people") or head.number != "s":
            return who
        if head.end == head.start + 1 and (named := self.surnamed(clauses, phrases[0])):
            return named  # المعلم is a calling and a name
        if head.office not in _CALLINGS:
            return who
        known, title = self.topic[0].itself, who[0]
        new = all(start >= clauses.sentence.start for start, _ in title.mentions) and not title.words
        if not new or not clauses.tokens[head.start].word.definite or head.end - head.start > _SHORT_TITLE:
            return who
        if known.kind != "person" or not known.words or known.feminine != title.feminine or not agrees(known, head.codes):
            return who
        self.cast.merge(title, known)
        return [known]

    def issuer(self, clauses: Clauses, report: Report, content: int) -> list[Entity]:
        """Whose text it is in which something stands: جاء في كلمة ألقاها الرئيس, جاء في بيان للوزارة."""
        for phrase in clauses.phrases_after(report.noun_end - 2, content):
            if any(m.kind in NAMED for m in phrase.mentions) and (who := self.speakers_of(clauses, [phrase])):
                return who
        return []

    def out_of(self, clauses: Clauses, phrase: Phrase) -> list[Entity]:
        """Of whom a number or quantity is told: أكد عديد من السفراء, قال ثلاثة أرباع من الناخبين."""
        index = clauses.phrases.index(phrase) + 1
        if phrase.mentions or not phrase.counted or index >= len(clauses.phrases):
            return []
        whole = clauses.phrases[index]
        near = whole.prep == "من" and whole.start <= phrase.end + 1 and bool(whole.mentions)
        return self.speakers_of(clauses, [whole]) if near else []

    def authors(self, clauses: Clauses, phrase: Phrase, content: int) -> list[Entity]:
        """Whose text a subject is: قال بيان لوزارة الدفاع, ذكر تقرير صادر عن المنظمة."""
        nouns = clauses.tokens[phrase.start].word.nouns
        if phrase.mentions or not any(n.use.kind == "speech" and self.lexicon.speech[n.use.entry].id in TEXTS for n in nouns):
            return []
        for further in clauses.phrases_after(phrase.start, min(content, phrase.end + 8)):
            if further.prep in ("ل", "من", "عن") and any(m.kind in NAMED for m in further.mentions):
                return self.speakers_of(clauses, [further])
        return []

    def last_voice(self, before: list[Said]) -> list[Entity]:
        return (outermost(before).speakers if before else []) or self.topic

    def quoted_source(self, clauses: Clauses, i: int, before: list[Said]) -> list[Entity]:
        """Who is quoted in نقلت الوكالة عن الوزير قوله: the phrase behind the relaying verb's preposition."""
        for j in clauses.verbs_before(i):
            for reading in clauses.verbs[j].readings:
                for entry in self.lexicon.lemmas[reading.lemma].cues:
                    cue = self.lexicon.cues[entry]
                    for phrase in clauses.phrases_after(j, i):
                        if cue.speaker_after and phrase.prep == cue.speaker_after and phrase.mentions:
                            return self.speakers_of(clauses, clauses.with_joined(phrase))
                    if cue.speaker_after and (who := self.heard_from(clauses, j, i, cue.speaker_after, before)):
                        return who
            break
        teller = self.told_by(clauses, i)
        return self.speakers_of(clauses, clauses.with_joined(teller)) if teller is not None else []

    def told_by(self, clauses: Clauses, i: int) -> Phrase | None:
        """Who stands behind عن, no verb between, before a noun of saying: ونقل موقع الوزارة عن فلان مدير الشؤون … قوله."""
        start = next(iter(clauses.verbs_before(i)), -1)
        for phrase in reversed(clauses.phrases_after(start, i)):
            if phrase.prep == "عن" and phrase.head is not None and phrase.head.kind in NAMED:
                return phrase
        return None

    def heard_from(self, clauses: Clauses, i: int, end: int, preposition: str, before: list[Said]) -> list[Entity]:
        """Whom the pronoun of a relaying verb means: ونقلت عنه الوكالة قوله. Not the one who relays."""
        for token in clauses.tokens[i + 1 : end]:
            if not token.word.form.startswith(preposition) or "prepositions_with_pronoun" not in token.word.tags:
                continue
            person = _OF_PRONOUN.get(token.word.form.removeprefix(preposition), "")
            relayers = {id(e) for p in clauses.subject(i) or [] for e in self.speakers_of(clauses, [p])}
            who = self.antecedents(person, before, token.start) if person else None
            return who if who and id(who[0]) not in relayers else self.topic
        return []

    def main_subject(self, clauses: Clauses, i: int, start: int = 0) -> list[Entity]:
        """The subject of the nearest verb before token `i` and after `start`."""
        for j in clauses.verbs_before(i, start):
            if j >= 2 and any(tag == "resumes" for tag, _ in clauses.spans.get(j - 2, ())):  # وهو ما شدد عليه الوزير
                own = next((p for p in clauses.phrases_after(j, i) if p.head is not None and not p.prep), None)
                if own is not None and (who := self.speakers_of(clauses, [own])):
                    return who
                continue
            if clauses.verbs[j].relative:
                continue
            phrases = clauses.subject(j)
            if phrases:
                who = self.speakers_of(clauses, phrases)
                if who:
                    return who
        return []

    def first_named(self, clauses: Clauses, i: int) -> list[Entity]:
        """Who stands at the head of a sentence, behind a verb that the lexicon lacks, say: وحاول كارتر …"""
        for phrase in clauses.phrases[:1]:
            who = next((m for m in phrase.mentions if m.kind != "nisba"), None)
            if who is not None and not phrase.prep and phrase.end <= i and who.start <= phrase.start + 1:
                return self.speakers_of(clauses, [phrase])
        return []

    def antecedents(self, person: str, before: list[Said], at: int = 1 << 40) -> list[Entity] | None:
        """Who an unsaid subject is: the one spoken of, if gender and number fit, else the last speaker that fits."""
        if person in ("3md", "3fd") and (pair := self.cast.speakers_pair()):
            return pair
        earlier = [self.topic, *reversed(self.voices), *reversed(self.history)]
        chain = [*([outermost(before).speakers] if before else []), *earlier]
        for who in chain:
            if who and agree(who, person):
                return who
        if self.topic and self.topic[0].kind == "state":
            return self.topic
        for entity in reversed(self.cast.recent):
            named = any(start < at for start, _ in entity.mentions)
            kinds = ("group",) if person in AGREEING else ("person", "organisation", "state")
            if named and entity.kind in kinds and agree([entity], person):
                return [entity]
        return self.topic or None

    def follow_topic(self, clauses: Clauses) -> None:
        """Where nobody speaks, the subject of the sentence's first verb is who is spoken of next."""
        for i in sorted(clauses.verbs):
            verb = clauses.verbs[i]
            if verb.relative or clauses.sentence.quote_at(i):
                continue
            phrases = clauses.subject(i)
            if phrases and phrases[0].head is not None and phrases[0].head.kind not in ("place", "nisba", "capital"):
                who = self.speakers_of(clauses, phrases)
                if who and (who[0].kind in ("person", "organisation") or not self.topic):
                    self.topic = who
            return


def same_bearer(phrase: Phrase, following: Phrase) -> bool:
    """Whether two joined titles are those of the one named behind them: المبعوث الخاص ورئيس البعثة فلان."""
    one, other = phrase.head, following.head
    return (
        one is not None
        and other is not None
        and (one.kind, other.kind) == ("title", "person")
        and (one.number, other.number) == ("s", "s")
        and not one.codes
        and other.name is not None
        and other.name[0] > other.start
    )
