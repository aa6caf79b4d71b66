"""Coreference: who is meant by a name, a title, a pronoun or a word such as الجانبان."""

from mahdar.coder.agreement import suits
from mahdar.coder.clauses import Clauses
from mahdar.coder.entities import (
    UNKNOWN,
    Entity,
    agrees,
    bare_words,
    feminine,
    first_word,
    fold_word,
    offset,
    spelled,
)
from mahdar.coder.mentions import NAMED, Mention
from mahdar.coder.phrases import Phrase
from mahdar.coder.roster import STANDINGS, Roster
from mahdar.coder.tokens import Token
from mahdar.languages.ar.clitics import contracted
from mahdar.languages.ar.letters import bare
from mahdar.lexicon.entries import Group, Office, Organisation, Person

_SORTS = {"title": "person", "realm": "state", "people": "person", "body": "organisation", "nation": "group"}
_BODIES = ("organisation", "group")


class Cast(Roster):
    """Resolves mentions to the entities of one article, built in reading order."""

    def resolve(self, clauses: Clauses, mention: Mention) -> list[Entity]:
        """The entities that a mention means (several for a plural title of several states, or a dual)."""
        if mention.entity is not None:
            return mention.entity  # type: ignore[return-value]
        found = self.find(clauses, mention)
        for entity in found:
            entity.governed = bool(mention.prep)
        mention.entity = found
        return found

    def find(self, clauses: Clauses, mention: Mention) -> list[Entity]:
        tokens = clauses.tokens
        start, end = offset(tokens, mention)
        if mention.within is not None:
            self.belong(tokens, mention, mention.within)
        elif mention.possessed and not mention.codes:
            mention.codes = self.owners(tokens[mention.head_end - 1].word.form)
        elif mention.office and mention.codes and mention.codes[0].startswith(("IGO:", "NSA:")):
            self.recall(self.by_code(mention.codes[0]))  # a title such as الأمين العام للأمم المتحدة names the body too
        if mention.kind in ("title", "people", "counterpart", "body") and len(mention.codes) > 1 and mention.plural_of:
            return [self.seen(self.state(code, self.state_name(code)), start, end) for code in dict.fromkeys(mention.codes)]
        if mention.kind == "dual":
            return self.pair(tokens[mention.start].word.form, start, end)
        if mention.kind == "own":
            speaker = next(
                (e for e in reversed(self.recent) if e.kind in ("person", "state") and len(e.code) == 3 and e.code != UNKNOWN),
                None,
            )
            return [self.seen(self.by_code(speaker.code), start, end)] if speaker else []
        if mention.kind == "person" and mention.name is None:
            return [self.seen(e, start, end) for e in self.honoured(tokens[mention.start].word.form[len(mention.clitics) :])]
        if mention.name is not None:
            return [self.person(tokens, mention, start, end)]
        if mention.kind in ("state", "capital"):
            standing, known = STANDINGS[mention.kind, bool(mention.prep)], self.keys.get(("s", mention.codes[0]))
            longer = mention.end - mention.start > 1
            if known is None or standing > known.standing or longer or mention.kind == "capital":
                name = self.bare_name(tokens, mention)
                if mention.kind == "capital" and self.analyser.language.fold(name) in self.analyser.seats:
                    return [self.seen(self.seat(mention.codes[0], name), start, end)]
                known = self.state(mention.codes[0], name, standing)
            return [self.seen(known, start, end)]
        if mention.kind in ("org", "group"):
            return [self.seen(self.body_by_entry(mention, self.bare_name(tokens, mention)), start, end)]
        if mention.kind == "body" and not mention.codes and self.shared(tokens, mention):
            both = self.last_pair(("state", "person"))
            if len(both) == 2:
                return [self.seen(self.state(e.code, self.state_name(e.code)), start, end) for e in both]
        return [self.described(tokens, mention, start, end)]

    def honoured(self, form: str) -> list[Entity]:
        """Whom a word of honour with a pronoun means: of those so honoured the one spoken of last, or else the last person."""
        word = form.removesuffix("ه").removesuffix("ها")
        honour = bare(word[:-1] + "ه" if word.endswith("ت") else word)
        people = [e.itself for e in reversed(self.recent) if e.kind == "person" and e.number == "s"]
        return next(([e] for e in people if honour in e.title_words), people[:1])

    def shared(self, tokens: list[Token], mention: Mention) -> bool:
        """Whether a body is a joint one of the two sides spoken of: اللجنة المشتركة."""
        joint = self.lexicon.grammar["joint_adjectives"]
        return any(t.word.form in joint for t in tokens[mention.start : mention.end + 1])

    def bare_name(self, tokens: list[Token], mention: Mention) -> str:
        """A mention's words without the clitics on the first of them: للأمم المتحدة → الأمم المتحدة."""
        first = tokens[mention.start]
        surface = self.text[first.start : first.end]
        taken = spelled(surface, mention.clitics)
        whole = self.text[first.start + taken : tokens[mention.end - 1].end]
        if not (mention.clitics.endswith("ل") and whole.startswith("ل") and "لل" in surface[:3]):
            return whole
        return contracted(whole, first.word.form[len(mention.clitics) :], self.lexicon.common, mention.kind in NAMED)

    def body_by_entry(self, mention: Mention, name: str) -> Entity:
        key = (mention.kind, mention.codes[0], mention.entries[0])
        entity = self.keys.get(key)
        source = self.lexicon.organisations if mention.kind == "org" else self.lexicon.groups
        body: Organisation | Group = source[mention.entries[0]]
        if entity is None and (recalled := self.keys.get(("k", mention.codes[0]))) is not None and recalled.name in body.ar:
            self.keys[key] = entity = recalled
        if entity is None:
            entity = self.new(key, body.kind, name)
            entity.codes, entity.sector = list(mention.codes), mention.sector
            entity.feminine = feminine(name)
            entity.number = "p" if name.endswith(("ون", "ين")) else "s"
        if not entity.names or name not in body.ambiguous:
            entity.names[name] = entity.names.get(name, 0) + 1
        entity.title_words |= first_word(name)
        return entity

    def person(self, tokens: list[Token], mention: Mention, start: int, end: int) -> Entity:
        assert mention.name is not None
        a, b = mention.name
        words = tuple(t.word.form for t in tokens[a:b])
        if mention.clitics and mention.start == a:
            words = (words[0][len(mention.clitics) :], *words[1:])
        name_start = tokens[a].start + (len(mention.clitics) if mention.start == a else 0)
        name = self.text[name_start : tokens[b - 1].end]
        entity = None
        if mention.name_entry is not None:
            entity = self.keys.get(("p", mention.name_entry)) or self.by_words(words)
        else:
            entity = self.by_words(words)
        if entity is None:
            entity = self.new(None, "person", name)
            entity.words = words
        if mention.name_entry is not None:
            self.keys[("p", mention.name_entry)] = entity
            if entity.entry is None:
                entity.entry = mention.name_entry
                known = self.lexicon.persons[mention.name_entry]
                entity.sector = entity.sector or known.sector
                entity.feminine = entity.feminine or known.gender == "f"
                for office in self.held(known):
                    entity.title_words.update(bare_words([fold_word(w) for w in office.title.split()]))
                    entity.offices.add(office.office)
                if not entity.from_title:
                    entity.codes = [self.code_in_office(known)]
        if mention.codes and not entity.from_title and (mention.office or mention.counterpart or mention.name_entry is None):
            entity.codes, entity.from_title = list(mention.codes), True
        if len(words) > len(entity.words):
            entity.words, entity.name = words, name
        self.keys.setdefault(("w", words), entity)
        entity.office = entity.office or mention.office
        entity.sector = entity.sector or mention.sector
        if mention.counterpart:
            model = next((e for e in reversed(self.recent) if e.kind == "person" and e.office and e is not entity), None)
            if model is not None:
                entity.office = entity.office or model.office
                entity.title_words |= model.title_words
        if mention.start < a:
            title = [t.word.form for t in tokens[mention.start : a]]
            entity.title_words.update(bare_words(title))
            entity.feminine = entity.feminine or self.woman(mention, title)
            entity.title = entity.title or self.text[tokens[mention.start].start : tokens[a - 1].end]
        elif mention.end > b:
            entity.title_words.update(bare_words([t.word.form for t in tokens[b : mention.end]]))
        if mention.told is not None:
            entity.title_words.update(bare_words([t.word.form for t in tokens[slice(*mention.told)]]))
        return self.seen(entity, start, end)

    def code_in_office(self, person: Person) -> str:
        """For whom a person of the directory speaks on the day of the article: the code of the office then held."""
        return next((o.code for o in reversed(self.held(person)) if o.code), person.code)

    def held(self, person: Person) -> list[Office]:
        """The offices that a person held on the day of the article; all where the day or the dates are unknown."""
        day = self.published
        if day is None:
            return list(person.offices)
        return [o for o in person.offices if (not o.start or o.start <= day) and (not o.to or o.to >= day[: len(o.to)])]

    def by_words(self, words: tuple[str, ...]) -> Entity | None:
        """The person of the article who bears these words as name or part of it."""
        found = self.keys.get(("w", words))
        if found is not None:
            return found
        full = self.learned.get(" ".join(words))
        if full is not None and ("w", full) in self.keys:
            return self.keys[("w", full)]
        for entity in reversed(self.entities):
            if (
                entity.kind == "person"
                and entity.words
                and (
                    words[-1] == entity.words[-1]
                    and set(words) <= set(entity.words)
                    or entity.words[-1] == words[-1]
                    and set(entity.words) <= set(words)
                )
            ):
                return entity
        return None

    def described(self, tokens: list[Token], mention: Mention, start: int, end: int) -> Entity:
        """Someone named by title, noun or institution only: the one of whom it was said before, or a new one."""
        first = tokens[mention.start]
        forms = [t.word.form for t in tokens[mention.start : mention.end]]
        forms[0] = forms[0][len(mention.clitics) :] if mention.clitics else forms[0]
        if mention.clitics.endswith("ل") and not forms[0].startswith("ال") and first.word.form.startswith(("لل", "ولل")):
            forms[0] = "ال" + forms[0][1:]
        words = bare_words(forms)
        name = self.bare_name(tokens, mention)
        if mention.kind == "counterpart":
            return self.seen(self.counterpart(mention, name), start, end)
        if mention.kind in ("title", "people") and mention.number == "s":
            head = bare_words(forms[: mention.head_end - mention.start])
            definite = (
                forms[0].startswith("ال")
                or mention.kind == "title"
                and bool(mention.codes)
                or mention.head_end - mention.start > 1
            )
            if definite:
                for entity in reversed(self.recent):
                    if entity.kind == "person" and head <= entity.title_words and agrees(entity, mention.codes):
                        return self.seen(entity, start, end)
        if mention.kind in ("title", "people") and mention.number == "p" and not mention.codes and forms[0].startswith("ال"):
            for entity in reversed(self.recent):
                if entity.kind == "group" and words <= entity.title_words and entity.codes:
                    return self.seen(entity, start, end)
        if mention.kind == "body" and not mention.codes and (meant := self.body_meant(mention, forms)) is not None:
            return self.seen(meant, start, end)
        kind = _SORTS.get(mention.kind, "group")
        if (mention.number in "dp" or mention.collective) and kind == "person":
            kind = "group"
        key = ("d", kind, tuple(sorted(words)), tuple(mention.codes))
        known = self.keys.get(key)
        if known is None:
            entity = known = self.new(key, kind, name)
            entity.codes = list(mention.codes)
            entity.office, entity.sector, entity.number = mention.office, mention.sector, mention.number
            entity.local = mention.local
            entity.vague = mention.kind == "body" and self.lexicon.bodies[mention.entries[0]].vague
            if not mention.codes and self.near(mention):
                entity.near = True
            entity.title_words = set(words)
            entity.office_words = bare_words(forms[: mention.head_end - mention.start])
            entity.feminine = self.woman(mention, forms) if kind == "person" else feminine(name)
        return self.seen(known, start, end)

    def body_meant(self, mention: Mention, forms: list[str]) -> Entity | None:
        """The body named before that a noun without a state means: الوكالة, الجماعة, المجلس."""
        words = bare_words(forms)
        for entity in reversed(self.recent):
            if entity.kind in _BODIES and words <= entity.title_words and entity.codes and first_word(entity.name) <= words:
                return entity
        sort = self.lexicon.bodies[mention.entries[0]].stands_for
        if sort and len(forms) == 1 and forms[0].startswith("ال"):
            for entity in reversed(self.recent):
                if entity.kind in _BODIES and entity.code.startswith(sort):
                    return entity
        return None

    def owners(self, form: str) -> list[str]:
        """The code of who is meant by the pronoun on a title: سفيرها is of the last state or body of feminine gender."""
        pronoun = next(p for p in ("هما", "هم", "ها", "ه") if form.endswith(p))
        meant = [entity for entity in reversed(self.recent) if entity.codes and suits(entity, pronoun)]
        return next((e.codes[:1] for e in meant if not e.governed), meant[0].codes[:1] if meant else [])

    def belong(self, tokens: list[Token], mention: Mention, body: Mention) -> None:
        """Know the body that a title names, and give the title its state: المتحدث باسم الوكالة is the agency's."""
        if body.kind != "body":
            self.recall(self.body_by_entry(body, self.bare_name(tokens, body)))
        elif not mention.codes and tokens[body.start].word.definite:
            forms = [t.word.form for t in tokens[body.start : body.end]]
            forms[0] = forms[0][len(body.clitics) :]
            meant = self.body_meant(body, forms)
            if meant is not None:
                mention.codes = [meant.code]
            else:
                mention.local = not self.lexicon.bodies[body.entries[0]].vague

    def woman(self, mention: Mention, forms: list[str]) -> bool:
        """Whether a title is a woman's, by its first word that is not one of honour: سماحة الشيخ is a man, سعادة السفيرة none."""
        if mention.counterpart:
            return forms[0][:-1].endswith("ت")  # نظيره is his counterpart, نظيرته is a woman
        honours = self.lexicon.grammar["masculine_titles"]
        own = next((form for form in forms if form not in honours), "")
        return own.endswith("ه")

    def near(self, mention: Mention) -> bool:
        """Whether an institution or office without a state is that of the office-holder the article is about."""
        if mention.kind == "body":
            return self.lexicon.bodies[mention.entries[0]].near
        return mention.kind == "title" and self.lexicon.titles[mention.entries[0]].near

    def counterpart(self, mention: Mention, name: str) -> Entity:
        office = next((e.office for e in reversed(self.recent) if e.kind == "person" and e.office), None)
        for entity in reversed(self.recent):
            if entity.kind == "person" and mention.codes and entity.code == mention.codes[0] and entity.office == office:
                return entity
        if not mention.codes and mention.number == "s":  # تلقى شكري من نظيره: the other holder of his office spoken of
            holders = [e for e in reversed(self.recent) if e.kind == "person" and e.words and office and e.office == office]
            other = next((e for e in holders if e is not holders[0]), None)
            if other is not None:
                return other
        key = ("c", tuple(mention.codes), office)
        known = self.keys.get(key)
        if known is None:
            known = self.new(key, "group" if mention.number == "p" else "person", name)
            known.codes, known.office = list(mention.codes), office
        return known

    def of_phrase(self, clauses: Clauses, phrase: Phrase, nested: bool = True) -> list[Entity]:
        """The participants that a phrase names: its head, or (nested) the name that its head noun belongs to."""
        head = phrase.head
        if head is not None and head.kind != "place":
            return self.resolve(clauses, head)
        if nested:
            for mention in phrase.mentions:
                if mention.kind == "nisba" or mention.possessed:  # استدعاء سفيرها is no ambassador
                    continue
                if mention.kind != "place":
                    return self.resolve(clauses, mention)
            for mention in phrase.mentions:
                if mention.kind == "nisba":
                    start, end = offset(clauses.tokens, mention)
                    return [self.seen(self.by_code(mention.codes[0]), start, end)]
        return []

    def pair(self, form: str, start: int, end: int) -> list[Entity]:
        """Whom a dual means: countries for البلدين, else persons, else whoever was named last."""
        countries = any(form.endswith(word) for word in self.lexicon.grammar["dual_states"])
        kinds: tuple[tuple[str, ...], ...] = (
            (("state",),) if countries else (("person",), ("state", "organisation", "group", "person"))
        )
        for choice in kinds:
            found = self.last_pair(choice)
            if countries and len(found) < 2:
                codes = list(dict.fromkeys(e.code for e in reversed(self.recent) if len(e.code) == 3 and e.code != UNKNOWN))[:2]
                found = [self.by_code(code) for code in reversed(codes)]
            if len(found) == 2:
                return [self.seen(e, start, end) for e in found]
        return []
