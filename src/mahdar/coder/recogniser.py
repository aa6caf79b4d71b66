"""Names, titles and nouns for people in a sentence: who and what is mentioned, with the state or body each belongs to."""

from mahdar.coder.appositions import AppositionReader
from mahdar.coder.mentions import Mention
from mahdar.coder.names import INFLECTED
from mahdar.coder.sentences import Sentence
from mahdar.coder.tokens import Token
from mahdar.languages.ar.clitics import governing

_REFERRING = frozenset({"dual_reference", "own_country"})
_NONE: frozenset[str] = frozenset()
_OPENING, _CLOSING = frozenset('«"“'), frozenset('»"”')


class Recogniser(AppositionReader):
    """Finds mentions in the sentences of one article, in order; learns the names that the article introduces."""

    def find(self, sentence: Sentence) -> list[Mention]:
        """The mentions of a sentence, in order, none within another."""
        tokens = sentence.tokens
        found: list[Mention] = []
        firsts = self.firsts
        end = 0
        said = False  # whether the word before is a verb of speech
        for i, token in enumerate(tokens):
            word = token.word
            spoken, said = said, word.says
            known = word.names or word.form in firsts or word.tail in firsts or word.groups and self.goes_on(tokens, i)
            if not (known or spoken) or i < end or not word.is_word:
                continue
            mention = self.at(tokens, i) if known else None
            if mention is None and spoken and (stop := self.stranger(tokens, i)):
                mention = self.person(tokens, i, stop)
            if mention is not None:
                found.append(mention)
                for code in mention.codes:
                    self.weights[code] += 1
                end = mention.end
        return found

    def at(self, tokens: list[Token], i: int) -> Mention | None:
        """The mention that starts at token `i`, grown to its full extent."""
        match = self.match(tokens, i)
        word = tokens[i].word
        if match is None or not match[1].rest and word.referring:
            pointing = self.referring(tokens, i) if word.referring else None
            return pointing or self.unknown_name(tokens, i)
        clitics, use = match
        end = i + 1 + len(use.rest)
        if use.kind == "honorific":
            mention = self.at(tokens, end) if end < len(tokens) and tokens[end].word.is_word else None
            if mention is None and (stop := self.name_end(tokens, end, 1)):
                mention = self.person(tokens, end, stop)
            if mention is None or mention.clitics:
                return self.honoured(tokens, i, clitics)
            if mention.kind in ("place", "capital", "state"):
                return None
            if mention is not None:
                mention.start = i
                mention.clitics = clitics
                mention.prep = governing(clitics) or self.preposition_before(tokens, i) or mention.prep
            return mention
        mention = self.simple(use, i, end)
        mention.clitics = clitics
        mention.prep = governing(clitics) or self.preposition_before(tokens, i)
        if mention.kind in ("title", "counterpart", "body", "people"):
            self.extend(tokens, mention)
        elif mention.kind == "person":
            self.introduce(mention)
            self.apposition(tokens, mention)
        elif mention.kind in ("org", "group", "state", "nation"):
            self.attribute(tokens, mention)
        return mention

    @staticmethod
    def goes_on(tokens: list[Token], i: int) -> bool:
        """Whether a name of several words may stand at token `i`, by its second word."""
        following = tokens[i + 1].word.form if i + 1 < len(tokens) else ""
        for _, group in tokens[i].word.groups:  # noqa: SIM110 - asked of every third word
            if following in group.longer:
                return True
        return False

    def honoured(self, tokens: list[Token], i: int, clitics: str) -> Mention | None:
        """His Excellency, standing for somebody named before: وأضاف معاليه."""
        if tokens[i].word.form[len(clitics) :] not in self.lexicon.grammar["honours_with_pronoun"]:
            return None
        mention = Mention("person", i, i + 1)
        mention.clitics = clitics
        mention.prep = governing(clitics) or self.preposition_before(tokens, i)
        return mention

    def referring(self, tokens: list[Token], i: int) -> Mention | None:
        """A word that points back: الجانبان, الوزيرين, بلاده."""
        tags = tokens[i].word.tags
        kind = "dual" if "dual_reference" in tags else "own" if "own_country" in tags else ""
        if not kind or kind == "dual" and self.nisba(tokens, i + 1) is not None:
            return None
        mention = Mention(kind, i, i + 1)
        clitics = next((c for c, b in tokens[i].word.bases if self.analyser.functions.get(b, _NONE) & _REFERRING), "")
        mention.clitics = clitics
        mention.number = "d" if kind == "dual" else "s"
        mention.prep = governing(clitics) or self.preposition_before(tokens, i)
        return mention

    def extend(self, tokens: list[Token], mention: Mention) -> None:
        """Read on behind a title, body or noun: adjectives, nisbas, whose it is, the person's name."""
        if mention.kind == "title" and mention.end - mention.start > 1:
            last = self.match(tokens, mention.end - 1)
            if last is not None and last[1].rest and last[1].kind in ("org", "group"):
                mention.end -= 1  # الأمين العام لحزب + الله
            elif (
                "within" in tokens[mention.end - 1].word.tags
                and mention.end < len(tokens)
                and self.match(tokens, mention.end) is None
            ):
                mention.end -= 1  # وأكد السفير + في تصريحه
        mention.head_end = mention.end
        if self.title_of_medium(tokens, mention):
            return
        if not mention.codes and (code := self.code_within(tokens, mention)):
            mention.codes = [code]
        i, target, owned, closed = mention.end, False, bool(mention.codes), False
        open_body = False  # whether a noun for a body stands last that has not been said to be whose: رئيس لجنة + …
        while i < len(tokens) and i - mention.start < 24:
            word = tokens[i].word
            use = self.nisba(tokens, i)
            if use is not None and self.attributive(tokens, mention, i, use):
                code = self.code_of(use)
                if code not in mention.codes and not (owned and target):
                    if not owned or use.kind == "nisba":
                        mention.codes = [code, *mention.codes] if not owned else mention.codes or [code]
                owned = closed = True
                i += 1 + len(use.rest)
                continue
            if "affiliation" in word.tags:
                i, owned, closed = i + 1, False, True
                mention.codes = [] if mention.kind != "title" or mention.codes == [] else mention.codes
                continue
            if "title_adjectives" in word.tags or mention.kind == "people" and "another" in word.tags:
                i, closed = i + 1, True
                continue
            if (i == mention.head_end and mention.kind in ("title", "body") or open_body) and (
                after := self.unknown_body(tokens, i)
            ) > i:
                i, closed, open_body = after, True, False
                continue
            if (after := self.portfolio(tokens, mention, i)) > i:
                i, closed = after, True
                continue
            if (peer := self.match(tokens, i)) is not None and peer[1].kind == "counterpart" and not peer[0]:
                break
            if mention.kind == "title" and not owned and self.qualified(tokens, mention, i):
                i, closed = i + 1, True  # مدير العمليات الإنسانية في الأمم المتحدة
                continue
            named = mention.kind != "body" and mention.number != "p" and not open_body  # عضو حزب فلان is not فلان
            if i == mention.head_end and mention.kind == "title" and not mention.codes and (country := self.ruled(tokens, i)):
                mention.codes, closed = [country[0]], True
                i = country[1]
                continue
            if named and (stop := self.known_person(tokens, i)):
                mention.name, mention.name_entry = (i, stop[0]), stop[1]
                i = stop[0]
                break
            owner = self.owner(tokens, i, mention, closed)
            if owner is not None:
                after, codes, target_of = owner
                if codes and not target_of and (not mention.codes or not owned):
                    mention.codes = codes
                    owned = True
                elif codes and target_of and not mention.codes:
                    target = True
                i, closed = after, closed or bool(codes)
                open_body = not codes and (open_body or not tokens[i - 1].word.definite)
                continue
            if word.number and mention.number == "p" or "in_his_name" in word.tags:
                i += 1
                continue
            if mention.kind == "title" and (after := self.field(tokens, i)) > i:
                i = after
                continue
            if named and mention.kind == "title" and (name := self.name_behind(tokens, i)):
                mention.name, mention.name_entry, i = name
                break
            if named:
                stop_at = self.name_end(tokens, i, 1)
                if stop_at and self.worth_a_name(tokens, i, stop_at, mention):
                    mention.name = (i, stop_at)
                    self.learn(tokens, i, stop_at)
                    i = stop_at
                elif second := self.second_title(tokens, i, mention):
                    mention.name, mention.name_entry, i = second.name, second.name_entry, second.end
            break
        mention.end = max(i, mention.end)
        if (
            mention.kind in ("title", "counterpart", "people")
            and mention.name is None
            and mention.number == "s"
            and not open_body
        ):
            self.comma_name(tokens, mention)
            if mention.name is None and not mention.prep:
                self.far_name(tokens, mention)
        if mention.collective:
            mention.name = mention.name_entry = None  # عائلة فلان are not فلان
        if mention.name is not None:
            if mention.name_entry is not None:
                self.meet(mention.name_entry)
            if mention.kind != "person":
                mention.kind = "person"
            self.trailing_nisba(tokens, mention)
            if mention.name[1] == mention.end:
                self.apposition(tokens, mention)

    def title_of_medium(self, tokens: list[Token], mention: Mention) -> bool:
        """Take in what a paper or a channel is called, in quotation marks behind the noun: صحيفة «كذا»."""
        i = mention.end
        if (
            mention.kind != "body"
            or "media_heads" not in tokens[mention.start].word.tags
            or i + 2 >= len(tokens)
            or tokens[i].word.form not in _OPENING
        ):
            return False
        close = next((j for j in range(i + 2, min(len(tokens), i + 7)) if tokens[j].word.form in _CLOSING), None)
        if close is None:
            return False
        match = self.match(tokens, i + 1)
        if match is not None and match[1].kind in ("org", "group"):
            mention.codes = self.simple(match[1], i + 1, close).codes
        mention.end = close + 1
        return True

    def second_title(self, tokens: list[Token], i: int, mention: Mention) -> Mention | None:
        """A further title or word of honour with the name behind it: وكيل الوزارة السفير فلان, الأمين العام معالي فلان."""
        if mention.kind == "title":
            i = self.over_field(tokens, i)
        match = self.match(tokens, i) if i < len(tokens) else None
        if match is None or match[0] or match[1].kind not in ("title", "honorific") or match[1].number != "s":
            return None
        if not tokens[i].word.definite and (mention.kind != "title" or match[1].kind == "title" or match[1].rest):
            return None
        inner = self.at(tokens, i)
        return inner if inner is not None and inner.name is not None else None

    def person(self, tokens: list[Token], start: int, end: int) -> Mention:
        mention = Mention("person", start, end)
        mention.name = (start, end)
        self.learn(tokens, start, end)
        mention.prep = self.preposition_before(tokens, start)
        self.apposition(tokens, mention)
        return mention

    def unknown_name(self, tokens: list[Token], i: int) -> Mention | None:
        """A name that the article introduced, or two words and more of which the first is a given name."""
        word = tokens[i].word
        if not word.given and word.form not in self.firsts and word.tail not in self.firsts:
            return None
        options = [("", word.form)]
        if word.form[:1] in ("و", "ف", "ل", "ب") and len(word.form) > 3:
            options.append((word.form[0], word.form[1:]))
        for clitic, form in options:
            for size in (3, 2, 1) if form in self.firsts else ():
                key = " ".join([form, *(t.word.form for t in tokens[i + 1 : i + size])])
                if key in self.learned and i + size <= len(tokens):
                    mention = Mention("person", i, i + size)
                    mention.name = (i, i + size)
                    mention.clitics = clitic
                    mention.prep = governing(clitic) or self.preposition_before(tokens, i)
                    return mention
        for clitic, form, alone, particle in word.given:
            joined = particle and i + 1 < len(tokens) and "name_endings" in tokens[i + 1].word.tags
            if (alone or joined) and not self.known_person(tokens, i + 1):
                following = tokens[i + 1].word if i + 1 < len(tokens) else word
                family = following.definite and following.rank is None and not following.form.endswith(INFLECTED)
                stop = self.name_end(tokens, i + 1, 1, opened=joined or family)
                rank = self.lexicon.common.get(form)
                likely = rank is None or rank > 2500 or joined or self.family_like(tokens, i + 1, i + 2)
                proper = "ال" + form not in self.lexicon.common  # جورج is a name only, حسن and نصر are nouns too
                if stop and (likely or proper and self.foreign(tokens, i + 1)):
                    mention = self.person(tokens, i, stop)
                    mention.clitics = clitic
                    mention.prep = governing(clitic) or mention.prep
                    return mention
        return None
