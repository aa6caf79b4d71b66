"""The arguments of a verb or noun: which phrases stand as subject, object, genitive or behind which preposition."""

from mahdar.coder.clauses import Clauses
from mahdar.coder.entities import Entity
from mahdar.coder.phrases import Phrase
from mahdar.coder.references import References, acts
from mahdar.coder.subjects import described
from mahdar.coder.tokens import NounReading

_COMMA = frozenset("،,؛;:")
_COMPANY = frozenset({"مع", "بين"})
_FIRST_PERSON = ("نا", "ي", "ني")


class Arguments:
    """Phrases by slot ("subject", "object", "genitive", a preposition) and participants known without a phrase."""

    __slots__ = ("end", "implied", "slots", "spoken", "start")

    def __init__(self, start: int, end: int) -> None:
        self.slots: dict[str, list[Phrase]] = {}
        self.implied: dict[str, list[Entity]] = {}
        self.start = start
        self.end = end
        self.spoken = False

    def add(self, slot: str, phrase: Phrase) -> None:
        self.slots.setdefault(slot, []).append(phrase)
        if phrase.start < self.start:
            self.start = phrase.start
        if phrase.end > self.end:
            self.end = phrase.end


class ArgumentFinder(References):
    """Finds the arguments of verbs, participles and nouns."""

    # --- verbs

    def of_verb(
        self, clauses: Clauses, i: int, ambivalent: bool = False, animate: bool = False, needs: tuple[str, ...] = ()
    ) -> Arguments:
        """Arguments of the verb at `i`; an `animate` verb has no thing for its subject (وأدان الهجمات: somebody did).

        `needs`: slots of which one is filled; where none else is, what stands behind ووصف is its object.
        """
        verb = clauses.verbs[i]
        end = clauses.clause_end(i)
        found = Arguments(i, i + 1)
        subject = clauses.subject(i) or []
        if subject and subject[0].start > i and subject[0].start >= end:
            subject = []
        if animate and subject and not verb.passive and self.is_thing(clauses, i, subject, end):
            subject = []
        joint = "مع" in needs and not verb.relative  # who meets meets somebody
        if (
            "object" in needs
            and (verb.conjunction or joint)
            and subject
            and subject[0].start > i
            and self.lone(clauses, i, subject, needs, end)
        ):
            subject = []
        rest = [p for p in clauses.phrases_after(i, end) if p not in subject]
        where = clauses.lists["local_prepositions"]
        sited = {p.start for p in rest if not p.prep and clauses.tokens[p.start].form in where}  # خطف جنود جنوب بغداد
        bare = [p for p in rest if not p.prep and p.start not in sited and (not verb.relative or p.head is not None)]
        # قتل خمسة أشخاص, إن خمسة أشخاص قتلوا, صحفي يُحاكم: who has nobody for object suffered it
        whom = bool(subject) and not verb.pronoun and (subject[0].start > i or verb.past or verb.relative)
        by_agent = ambivalent and any(p.prep == "agent" for p in rest)  # قتل الزعيم من قبل حراسه
        objects_only = verb.passive or ambivalent and not bare and whom or by_agent
        for phrase in subject:
            found.add("object" if objects_only else "subject", phrase)
        last = "subject"
        for phrase in rest:
            slot = "في" if phrase.start in sited else phrase.prep or ("theme" if verb.pronoun in _FIRST_PERSON else "object")
            if phrase.joined and not phrase.prep:
                slot = last
            if slot == "ل" and "belonging" in clauses.tokens[phrase.prep_start - 1].word.tags:
                continue
            found.add(slot, phrase)
            last = slot
        if not subject and not objects_only:
            found.implied["subject"] = self.unsaid(clauses, i)
        self.pronouns(clauses, i, end, found)
        own = verb.relative and not verb.pronoun and bool(subject) and subject[0].start > i
        if own and (noun := described(clauses, i)) is not None:
            found.add("described", noun)  # المحادثات التي توسط فيها الفاتيكان
        if verb.pronoun:
            found.implied["object"] = self.pronoun(clauses, i, verb.pronoun, found.implied.get("subject", []))
        return found

    def is_thing(self, clauses: Clauses, i: int, subject: list[Phrase], end: int) -> bool:
        """Whether what stands as subject behind the verb is a thing, and the only bare phrase there: so its object."""
        head, first = subject[0].head, clauses.tokens[subject[0].start].word
        if (
            subject[0].start < i
            or "dual_reference" in first.tags
            or head is not None
            and head.kind != "place"
            and (head.start == subject[0].start or first.number or "numbers" in first.tags)
        ):
            return False
        if not first.stems.isdisjoint(clauses.lists["unnamed"]):
            return False
        if clauses.verbs[i].conjunction and head is not None:
            return True
        others = [p for p in clauses.phrases_after(i, end) if not p.prep and not p.joined and p not in subject]
        return not others or not self.entities(clauses, subject)

    def lone(self, clauses: Clauses, i: int, subject: list[Phrase], needs: tuple[str, ...], end: int) -> bool:
        """Whether the subject's phrases are all that could fill the slots in `needs`."""
        others = [p for p in clauses.phrases_after(i, end) if p not in subject and not p.joined]
        behind = subject[-1].end
        return not any(
            (p.prep or "object") in needs and (p.mentions or p.prep or p.start == behind and clauses.tokens[behind].word.definite)
            for p in others
        )

    def of_participle(self, clauses: Clauses, i: int) -> Arguments:
        """Arguments of the participle at `i` that tells what a speaker does besides (مطالباً إيران بوقف …)."""
        found = Arguments(i, i + 1)
        last = "object"
        for phrase in clauses.phrases_after(i, clauses.clause_end(i)):
            slot = last if phrase.joined and not phrase.prep else phrase.prep or "object"
            found.add(slot, phrase)
            last = slot
        who = self.speaking(clauses, i)
        if who and "object" in found.slots and who[0] in self.entities(clauses, found.slots["object"]):
            who = self.main_subject(clauses, i)  # متهمة الشرطة: not the police
        found.implied["subject"] = who
        return found

    # --- nouns

    def of_noun(self, clauses: Clauses, i: int, noun: NounReading | None, genitive: str) -> Arguments:
        """Arguments of the event noun at `i`: its idafa, its adjectives, what follows behind prepositions."""
        found = Arguments(i, i + 1)
        phrase = clauses.phrase_at.get(i)
        if phrase is None:
            return found
        end = clauses.clause_end(i)
        inner = [m for m in phrase.mentions if m.start > i]
        owner = next((m for m in inner if m.kind != "nisba"), None)
        if owner is not None:
            own = Phrase(owner.start, owner.end, "", owner.start, False, [owner], False, owner)
            who = self.cast.resolve(clauses, owner)
            slot = genitive
            if genitive == "agent":
                slot = "subject" if any(acts(e) for e in who) else "object"
            slot = "subject" if slot == "both" else slot
            found.add(slot, own)
            index = clauses.phrases.index(phrase)
            for following in clauses.phrases[index + 1 :]:
                if following.joined and following.start <= found.end + 1 and following.mentions:
                    found.add(slot, following)
                else:
                    break
        elif genitive != "subject" and (counted := self.counted(clauses, i, phrase)) is not None:
            found.add("object", counted)
        for mention in inner:
            if mention.kind == "nisba":
                found.implied.setdefault("subject", []).append(self.cast.by_code(mention.codes[0]))
        if noun is not None and noun.pronoun:
            who = self.possessor(clauses, i, noun.pronoun)
            if who:
                found.implied["object" if genitive == "object" else "subject"] = who
                found.spoken = True
        last_end = max(phrase.end, found.end)
        for k in range(i + 1, min(last_end + 2, end)):
            form = clauses.tokens[k].form
            if form in ("بينه", "بينها", "بينهم"):
                found.implied["بين"] = self.possessor(clauses, i, form[3:]) or self.pronoun(clauses, k, form[3:], [])
        last: Phrase | None = None
        for following in clauses.phrases_after(i, end):
            if following.start < last_end or any(following in p for p in found.slots.values()):
                continue
            gap = range(last_end, following.start)
            if gap and (
                following.prep not in ("مع", "بين")
                and any(clauses.words[j].form in _COMMA for j in gap)
                or any(j in clauses.verbs for j in gap)
            ):
                break
            if following.prep in clauses.lists["afterwards"]:
                break
            if not following.prep:
                if following.start == last_end and (found.slots.get("subject") or found.implied.get("subject")):
                    found.add("object", following)
                    last_end = following.end
                    continue
                if self.attribute(clauses, following, last_end):
                    last_end = following.end
                    continue
                if not following.joined:
                    break
            found.add(following.prep or "object", following)
            last_end = following.end
            last = following
        self.pronouns(clauses, i, min(end, last_end + 2), found)
        if last is None or last.head is not None or last.prep in _COMPANY:  # رفع الحصار بعد المحادثات التي …: theirs
            self.relative(clauses, found, last_end)
        return found

    @staticmethod
    def counted(clauses: Clauses, i: int, phrase: Phrase) -> Phrase | None:
        """The number right behind a noun, with what is counted: مقتل 13 جنديا, مقتل اثنين من الجنود."""
        if phrase.end == i + 1:
            following = next(iter(clauses.phrases_after(i, i + 2)), None)
            own = following is not None and following.counted and not following.prep and not following.joined
            return following if own else None
        number = "numbers" in clauses.tokens[i + 1].word.tags
        return Phrase(i + 1, phrase.end, "", i + 1, False, [], True) if number else None

    @staticmethod
    def attribute(clauses: Clauses, phrase: Phrase, end: int) -> bool:
        """Whether a phrase right behind a noun is a definite participle that describes it: الاتفاق المبرم بين …"""
        word = clauses.tokens[phrase.start].word
        alone = phrase.start == end and phrase.end == phrase.start + 1 and not phrase.mentions
        return alone and word.form.startswith("الم") and clauses.tokens[end - 1].word.definite

    def pronouns(self, clauses: Clauses, i: int, end: int, found: Arguments) -> None:
        """Participants behind a preposition with a pronoun: تفاوض معها, احتجاجها لديه."""
        last = min(end, i + 10)
        for k in [k for k in clauses.marked("prepositions_with_pronoun") if i < k < last]:
            form = clauses.words[k].form
            for preposition in ("مع", "ضد", "لدي", "من", "الي"):
                pronoun = form.removeprefix(preposition)
                if pronoun != form and pronoun in ("ه", "ها", "هم") and preposition not in found.slots:
                    name = clauses.analyser.language.one_spelling(preposition)
                    found.implied[name] = self.pronoun(clauses, k, pronoun, found.implied.get("subject", []))

    def relative(self, clauses: Clauses, found: Arguments, end: int) -> None:
        """Arguments that a noun's own clause gives it: الهجمات التي شنها فلان, زيارة يقوم بها فلان, اتفاق أبرم بين …"""
        tokens = clauses.tokens
        j = end
        while j < len(tokens) and (tokens[j].word.tags & {"true_relatives", "completed", "pluperfect", "impersonal"}):
            j += 1
        verb = clauses.verbs.get(j)
        if verb is None and j > end and "impersonal" in tokens[j - 1].word.tags:
            for phrase in clauses.phrases_after(j, min(clauses.clause_end(j - 1), j + 8)):  # الذي تم التوصل إليه بين …
                if phrase.prep or phrase.joined and phrase.start > j:
                    found.add(phrase.prep or "object", phrase)
            return
        if verb is None or verb.conjunction or j == end and verb.negated:
            return
        stop = clauses.clause_end(j)
        back = bool(verb.pronoun) or any("prepositions_with_pronoun" in t.word.tags for t in tokens[j + 1 : min(j + 3, stop)])
        if j == end and not back and not verb.passive:
            return
        last = ""
        for phrase in clauses.phrases_after(j, stop):
            slot = phrase.prep
            if not slot:
                if phrase.joined and last:
                    slot = last
                elif back and not verb.passive and "subject" not in found.slots:
                    slot = "subject"
                else:
                    continue
            found.add(slot, phrase)
            last = slot

    @staticmethod
    def stages(clauses: Clauses, found: Arguments) -> None:
        """The stages of a journey, told by a clause of its own: جولة تشمل قطر والكويت."""
        tokens = clauses.tokens
        for j in range(found.start + 1, min(found.end + 3, len(tokens))):
            if "including" not in tokens[j].word.tags:
                continue
            for phrase in clauses.phrases_after(j, clauses.clause_end(j)):
                if phrase.prep not in ("", "الى", "ل") or not phrase.mentions or phrase.head is None:
                    break
                found.add("الى", phrase)
            return
