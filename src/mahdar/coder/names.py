"""Personal names: those of the directory, and those that it lacks, known by their words and their shape."""

from mahdar.coder.mentions import Lookup, Mention
from mahdar.coder.tokens import Token

RARE = 9000  # rank among frequent words from which a form may be part of an unknown name
_PERSONS = ("person", "short")
_PROPER = ("place", "short", "person")
INFLECTED = ("ون", "ين", "ات", "ها", "هم", "نا", "ته", "ه")  # ends of words that are inflected, and so no foreign names
_UNUSUAL = 2000  # the same where a verb of speech stands before it


class NameReader(Lookup):
    """Reads personal names, and learns those that the article introduces."""

    def known_person(self, tokens: list[Token], i: int) -> tuple[int, int] | None:
        """(end, entry) of a person of the directory named at token `i`, honorifics before the name passed over."""
        while i < len(tokens) and (group := tokens[i].word.group) is not None and "honorific" in group.kinds:
            if not any(use.kind == "honorific" for use in group.single):
                break
            i += 1
        group = tokens[i].word.group if i < len(tokens) else None
        for use in group.at(tokens, i) if group is not None and not group.kinds.isdisjoint(_PERSONS) else ():
            if use.kind in _PERSONS:
                end = i + 1 + len(use.rest)
                if use.kind == "short":
                    if not use.rest and "complementizers" in tokens[i].word.tags:
                        continue
                    longer = self.name_end(tokens, i, 2)
                    if longer and longer > end:
                        return None
                return end, use.entry
        return None

    def name_end(self, tokens: list[Token], i: int, least: int, opened: bool = False) -> int | None:
        """The index after an unknown personal name of at least `least` words from token `i` on; `opened` before it."""
        j, parts = i, 0
        while j < len(tokens) and parts < 6 and self.name_part(tokens, j, j == i and not opened):
            if (j == i or "name_particles" not in tokens[j - 1].word.tags) and self.title_at(tokens, j):
                break
            j += 1
            parts += 1
        while (
            j > i
            and "name_particles" in tokens[j - 1].word.tags
            and tokens[j - 1].word.form not in self.lexicon.given
            and tokens[j - 1].word.form not in self.lexicon.family
        ):
            j -= 1
            parts -= 1
        return j if parts >= least else None

    def stranger(self, tokens: list[Token], i: int) -> int:
        """The index after words of no other meaning right behind a verb of speech: وقال ماركوس كروج، كبير … ; 0 for none."""
        j = i
        while j < len(tokens) and j - i < 4 and self.strange(tokens, j, j == i) and not self.title_at(tokens, j):
            j += 1
        if j == i or j >= len(tokens):
            return 0
        word = tokens[j].word
        if j - i == 1:  # وأضاف شترايتر أن
            return j if self.foreign(tokens, i) and (word.form == ":" or "complementizers" in word.tags) else 0
        apart = not word.is_word or word.tags & {"complementizers", "prepositions"} or self.title_at(tokens, j)
        described = word.definite and not word.clitics and all(self.foreign(tokens, k) for k in range(i, j))
        return j if apart or described else 0

    def foreign(self, tokens: list[Token], i: int) -> bool:
        """Whether a word is none of Arabic as far as the lexicon goes, nor made of one: a foreign name, most likely."""
        word = tokens[i].word
        if not word.is_word or word.number or word.tags or word.clitics or word.verbs or word.nouns or word.participles:
            return False
        if word.form in self.lexicon.given:
            return True
        if word.rank is not None and word.rank < RARE or len(word.form) < 3 or word.form.endswith(INFLECTED):
            return False
        common = self.lexicon.common
        return all(stem == word.form or stem not in common for stem in word.stems) and not (
            word.form[0] in "وفبلك" and word.tail in common
        )

    def strange(self, tokens: list[Token], i: int, first: bool) -> bool:
        """Whether a word may be part of the name of whom a verb of speech before it has for its subject."""
        word, lexicon = tokens[i].word, self.lexicon
        if "name_particles" in word.tags:
            return not first
        if word.form in lexicon.given and not word.verbs and not word.tags:
            return not any(n.use.kind == "speech" for n in word.nouns)
        if word.form.endswith(("ها", "هم", "نا", "ته")) or word.rank is not None and word.form.endswith(("ه", "ات", "ين", "ون")):
            return False
        if self.name_part(tokens, i, first):
            return True
        if not word.is_word or word.number or word.definite or word.tags or word.participles or word.verbs or word.nouns:
            return False
        return word.rank is not None and word.rank > _UNUSUAL and not word.clitics and not word.groups and not word.named

    def title_at(self, tokens: list[Token], i: int) -> bool:
        """Whether a title, not a further name, stands at token `i`: فلان الأمين العام, فلان رئيس البعثة, فلان صاحب السمو."""
        match = self.match(tokens, i) if tokens[i].word.group is not None else None
        if match is None or match[0] or match[1].kind not in ("title", "honorific"):
            return False
        if match[1].kind == "honorific" and "name_endings" in tokens[i].word.tags:
            return False
        return bool(match[1].rest) or not tokens[i].word.definite

    def name_part(self, tokens: list[Token], i: int, first: bool) -> bool:
        """Whether a word may be part of a personal name."""
        word, lexicon = tokens[i].word, self.lexicon
        form = word.form
        if not word.is_word or word.number or len(form) < 2 or not form.isalpha() and any(c.isdigit() for c in form):
            return False
        if "name_particles" in word.tags:
            return (
                not first
                or "complementizers" not in self.analyser.functions.get(word.tail, ())  # فإن is no van
                and i + 1 < len(tokens)
                and (tokens[i + 1].word.definite or form in lexicon.given or self.name_part(tokens, i + 1, False))
            )
        if "name_endings" in word.tags:
            return not first
        if form in lexicon.given and not word.tags:
            uses = word.group.single if word.group is not None else ()
            state = any(u.kind == "state" and not u.ambiguous for u in uses)
            return not state and (not first or all(r.conjunction for r in word.verbs))  # فيصل is hardly "so he arrives"
        if word.tags or word.participles or any(not n.proclitics for n in word.nouns):
            return False
        if word.verbs:
            return False
        if word.group is not None and any(u.kind not in _PROPER for u in word.group.single):
            return False
        if form in lexicon.family:
            return word.rank is None or word.rank > 1500 or not first
        if form[0] in "وفبل" and len(form) > 3:
            rest = form[1:]
            rank = lexicon.common.get(rest)
            if rank is not None and rank < RARE or rest in lexicon.names or rest.startswith(("ال", "ل")):
                return False
        if form.endswith(("ها", "هم", "هما")) and any(stem in lexicon.common for stem in word.stems if stem != form):
            return False
        rank = word.rank
        if form.startswith("ال"):
            inner = lexicon.common.get(form[2:])
            if first or form[2:] in lexicon.given:
                return not first
            return (rank is None or rank > 14000) and (inner is None or inner > 6000)
        return rank is None or rank > RARE

    def worth_a_name(self, tokens: list[Token], i: int, stop: int, mention: Mention) -> bool:
        """Whether the unknown words behind a title are a name rather than an adjective or another noun."""
        lexicon = self.lexicon
        forms = [t.word.form for t in tokens[i:stop]]
        if any(f in lexicon.given for f in forms[:2]):
            return True
        if len(forms) >= 2 and all(not f.startswith("ال") for f in forms[:1]):
            return (
                not forms[0].endswith(("ه", "ات", "ين", "ون", "ا")) or forms[0] in lexicon.family or tokens[i].word.rank is None
            )
        return forms[0] in lexicon.family and mention.kind == "title"

    def family_like(self, tokens: list[Token], i: int, stop: int) -> bool:
        return any(t.word.form in self.lexicon.given or t.word.form in self.lexicon.family for t in tokens[i:stop])

    def learn(self, tokens: list[Token], i: int, stop: int) -> None:
        """Remember the words of a new name, so that its last word is known again later."""
        words = tuple(t.word.form for t in tokens[i:stop])
        for k in range(1, len(words)):
            tail = words[k]
            if "name_particles" in tokens[i + k].word.tags and k + 1 < len(words):
                tail = " ".join(words[k:])
            rank = tokens[i + k].word.rank
            if len(tail) > 2 and (rank is None or rank >= 600):
                self.remember(tail, words)
        if len(words) == 1:
            self.remember(words[0], words)

    def remember(self, tail: str, words: tuple[str, ...]) -> None:
        if tail not in self.learned:
            self.learned[tail] = words
            self.firsts.setdefault(tail.split()[0], len(self.firsts))
