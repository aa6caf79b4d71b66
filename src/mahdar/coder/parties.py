"""Who takes part in an event: what its grammar gives, and where the text leaves somebody out, who is meant."""

from collections.abc import Iterable

from mahdar.coder.arguments import Arguments
from mahdar.coder.clauses import Clauses
from mahdar.coder.entities import UNKNOWN, Entity
from mahdar.coder.happenings import Happening, codes, faint
from mahdar.coder.implied import ADDRESSED, ImpliedParties
from mahdar.coder.phrases import Phrase
from mahdar.coder.triggers import DEEDS

SYMMETRIC = frozenset({"CONSULT", "AGREE", "COOPERATE"})
_OF_PACTS = frozenset({"SUPPORT", "REJECT", "ACCUSE"})  # what is done to those whose agreement it is done to
_OUTWARD = frozenset({"SUPPORT", "THREATEN", "AID"})  # what one seldom does to one's own state


class PartyFinder(ImpliedParties):
    """Finds the actors and recipients of events."""

    def find(self, event: Happening, found: Arguments) -> None:
        """Set the participants that the slots of the entry name, then those that are only implied."""
        trigger, clauses = event.entry, event.clauses
        verb = clauses.verbs.get(event.i)
        active = verb is not None and not verb.passive and not ("agent" in found.slots and trigger.ambivalent)
        actor = self.take(clauses, found, trigger.actor)
        by_agent = not active and not actor
        if by_agent:
            actor = self.take(clauses, found, ("agent",))
        recipient = self.accused(clauses, found, trigger.recipient) if event.type == "ACCUSE" else None
        if recipient is None:
            recipient = self.first(clauses, found, trigger.recipient, actor)
        if not by_agent and event.type in ADDRESSED and (not recipient or event.type != "REQUEST"):
            recipient = self.take(clauses, found, ("agent",)) or recipient  # تدين التصريحات من قبل إيران
        if verb is not None and verb.person in ("3md", "3fd") and not found.slots.get("subject"):
            actor = self.both(clauses) or actor
        several = verb is not None and verb.person == "3mp" and not found.slots.get("subject")
        alone = several and len(codes(actor)) < 2 and not any(e.number == "p" or e.kind == "group" for e in actor)
        if alone and len(codes(self.partners)) > 1 and clauses.sentence.index - self.met < 2:
            actor = list(self.partners)  # اجتمع وزراء خارجية … ودعوا إلى
        if not actor and any(self.unnamed(clauses, p) for p in found.slots.get("subject", ())):
            actor = [self.cast.nobody()]
        slots = trigger.joint
        if verb is not None and actor and (recipient or verb.pronoun) and "بين" in slots:
            slots = tuple(s for s in slots if s != "بين")  # تقاتله طهران بوصفه تهديدا مشتركا بين …
        joint = self.take(clauses, found, slots)
        if event.type in SYMMETRIC and len(known := [e for e in joint if e.codes]) > 0:
            joint = known
        actor.extend(e for e in joint if e not in actor)
        if event.type == "ASSAULT" and (joint or trigger.genitive == "both"):
            recipient = [*recipient, *(e for e in actor if e not in recipient)]
        else:
            recipient = [e for e in recipient if e not in actor and not self.own(event, e, actor)]
        if event.type == "ASSAULT" and not recipient and any(p.counted for p in self.phrases(found, trigger.recipient)):
            recipient = [self.cast.nobody()]  # قتل 13 في هجوم
        event.actor, event.recipient = actor, recipient
        if event.type in _OF_PACTS:
            self.of_pact(event, found)
        elif event.type == "AGREE" and len(codes(actor)) < 2:
            self.bound_by(event, found)
        self.supply(event, found)
        event.actor = [e for e in event.actor if not faint(e)] or event.actor
        known = [e for e in event.recipient if not faint(e)]
        event.recipient = known or (event.recipient if event.type in ADDRESSED else [])
        met = [*event.actor, *event.recipient] if event.type == "CONSULT" else event.actor
        bound = event.type == "AGREE" or event.matter and event.entry.joint
        if bound and len(codes(event.actor)) > 1 and not self.pacts.words.isdisjoint(clauses.tokens[event.i].word.stems):
            self.pacts.last = event.actor
        if len(codes(met)) > 1 and not event.matter:
            self.partners, self.met = met, clauses.sentence.index

    def own(self, event: Happening, entity: Entity, actor: list[Entity]) -> bool:
        """Whether somebody whose state is only supposed would make words an actor's words about himself."""
        return event.type in _OUTWARD and entity.supposed and entity.code in codes(actor)

    def of_pact(self, event: Happening, found: Arguments) -> None:
        """What is said of an agreement is said of its parties; among them nobody praises another by praising it."""
        if codes(event.recipient) - codes(event.actor) - {UNKNOWN}:
            return
        phrases = [ps[0] for slot, ps in found.slots.items() if slot not in ("subject", "agent")]
        parties = self.pacts.parties(event.clauses, phrases)
        if not parties:
            return
        event.matter = True
        if event.entry.joint:
            event.actor = event.actor or parties
        elif event.type != "SUPPORT" or not codes(parties) & codes(event.actor):
            event.recipient = [e for e in parties if e.code not in codes(event.actor)]

    def bound_by(self, event: Happening, found: Arguments) -> None:
        """The other side of an agreement that the words name in part: الاتفاق النووي مع إيران."""
        if self.pacts.words.isdisjoint(event.clauses.tokens[event.i].word.stems):
            return
        sides = [p for slot in ("مع", "بين") for p in found.slots.get(slot, ())]
        if sides:
            known = self.pacts.known(event.clauses, event.i)
            if known and self.pacts.last[:2] == known[:2]:
                return  # told of already
            event.matter = True
            event.actor = [*event.actor, *(e for e in known if e not in event.actor)]
            phrase = event.clauses.phrase_at.get(event.i)
            adjacent = phrase is not None and sides[0].prep_start == phrase.end and sides[0].prep == "مع"
            if adjacent and len(codes(event.actor)) == 1:
                event.actor = [*event.actor, self.cast.nobody()]

    # --- what the grammar gives

    def implied(self, found: Arguments, slots: Iterable[str]) -> list[Entity]:
        return [e for slot in slots for e in found.implied.get(slot, [])]

    def entities(self, clauses: Clauses, phrases: list[Phrase]) -> list[Entity]:
        """The participants of phrases; "the two sides" are those of the last meeting or deal told of."""
        out: list[Entity] = []
        for phrase in phrases:
            if phrase.head is not None and phrase.head.kind == "dual" and (pair := self.pair(clauses, phrase)):
                out.extend(e for e in pair if e not in out)
            else:
                who = self.arguments.entities(clauses, [phrase])
                if all(not e.codes for e in who):
                    who = self.out_of(clauses, phrase) or self.owned(clauses, phrase) or who
                out.extend(e for e in who if e not in out)
        return out

    def out_of(self, clauses: Clauses, phrase: Phrase) -> list[Entity]:
        """Those that people or things are named after: وفد من حماس, عناصر من حزب الله, قافلة تابعة للجيش."""
        for following in clauses.phrases_after(phrase.end - 1, phrase.end + 2):
            belonging = following.prep == "ل" and "belonging" in clauses.tokens[following.prep_start - 1].word.tags
            if following.prep == "من" or belonging:
                who = [e for e in self.arguments.entities(clauses, [following]) if e.codes]
                return who or self.owned(clauses, following)
        return []

    def owned(self, clauses: Clauses, phrase: Phrase) -> list[Entity]:
        """Whose people are meant by a pronoun on the word for them: مقتل اثنين من جنوده."""
        head = phrase.head
        if head is None or head.kind != "people":
            return []
        form = clauses.tokens[head.start].form
        names = clauses.lexicon.names
        for pronoun in ("ها", "هم", "ه"):
            if form.endswith(pronoun) and form.removesuffix(pronoun) in names:
                return [e for e in self.arguments.possessor(clauses, head.start, pronoun) if e.codes]
        return []

    def take(self, clauses: Clauses, found: Arguments, slots: tuple[str, ...]) -> list[Entity]:
        """All participants of slots."""
        out: dict[Entity, None] = {}
        for slot in slots:
            implied = found.implied.get(slot, ())
            if slot == "بين":
                out.update(dict.fromkeys(implied))
            phrases = self.phrases(found, (slot,))
            if len(phrases) > 1:
                phrases = [p for p in phrases if not (p.joined and self.adds(clauses, p, phrases))]
            named = self.entities(clauses, phrases) if phrases else []
            out.update(dict.fromkeys(named or implied))
        return list(out)

    def adds(self, clauses: Clauses, phrase: Phrase, phrases: list[Phrase]) -> bool:
        """Whether a phrase joined to somebody's name tells a further matter: مع إيران وتأييد إطلاق سراح فلان."""
        opens = bool(phrase.mentions) and phrase.mentions[0].start <= phrase.start + phrase.counted  # القوات الأميركية والكورية
        if opens or self.unnamed(clauses, phrase):
            return False
        return any(p.head is not None for p in phrases if p.start < phrase.start)

    def first(self, clauses: Clauses, found: Arguments, slots: tuple[str, ...], actor: list[Entity]) -> list[Entity]:
        """The first participants that the phrases of slots name, and those joined; known others before the actor's own."""
        best: list[Entity] = []
        phrases = self.phrases(found, slots)
        for n, phrase in enumerate(phrases):
            who = self.entities(clauses, [phrase])
            if not who:
                continue
            k = n + 1
            while k < len(phrases) and (phrases[k].joined or clauses.listed(phrases[k - 1], phrases[k])):
                k += 1
            who = self.entities(clauses, phrases[n:k])
            if codes(who) - codes(actor) - {UNKNOWN}:
                return who
            best = best or who
        return best or self.implied(found, slots)

    def accused(self, clauses: Clauses, found: Arguments, slots: tuple[str, ...]) -> list[Entity] | None:
        """Whom somebody accuses by condemning a deed: who did it; None where what is condemned is no deed."""
        lexicon = self.cast.lexicon
        for phrase in self.phrases(found, slots):
            if phrase.head is not None and phrase.head.start == phrase.start and phrase.head.kind != "place":
                return None
            for noun in clauses.tokens[phrase.start].word.nouns:
                if noun.use.kind != "trigger" or lexicon.triggers[noun.use.entry].type not in DEEDS - {"PROTEST"}:
                    if any(e.codes for e in self.arguments.entities(clauses, [phrase])):
                        return None
                    continue
                deed = self.arguments.of_noun(clauses, phrase.start, noun, lexicon.triggers[noun.use.entry].genitive)
                return self.take(clauses, deed, ("subject", "agent")) or [self.cast.nobody()]
        return None
