"""What people do once they are registered: changes, teammates, partners."""

from dataclasses import replace

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from bot.domain.party import Party

from .acting import LARGEST, SIZES, TEAMMATES, WHICH, Acting
from .agreement import Books
from .paper import Group


class Changing(Acting):
    """Correct, replace, add, withdraw; invite and join; search a partner and find one."""

    # ---- changes

    @precondition(lambda self: self.is_open and self.paper.groups)
    @rule(at=WHICH, place=st.integers(1, 3))
    def replace(self, at: int, place: int) -> None:
        group = self.one_of(at, lambda one: len(one.names) >= place)
        if group is None:
            return
        newcomer = self.somebody()
        changed = self.at_desk("changes.replace", self.registered(group), place, newcomer)
        old = group.names[place - 1]
        self.dead_links += [group.links.pop(old)] if old in group.links else []
        group.chats.pop(old, None)
        group.names[place - 1] = newcomer.first_name
        assert [one.first_name for one in changed.everyone] == group.names

    @precondition(lambda self: self.is_open and self.paper.groups)
    @rule(at=WHICH)
    def add(self, at: int) -> None:
        group = self.one_of(at, lambda one: not one.waits and one.seats < LARGEST)
        if group is None:
            return
        draft = self.draft(group.chat)
        fills = self.is_held(group.code)
        expected = self.fits(1, group.code if fills else draft)
        newcomer = self.somebody()
        changed = self.at_desk("add", self.registered(group), newcomer, draft)
        assert isinstance(changed, Party) == expected
        if isinstance(changed, Party):
            group.names.append(newcomer.first_name)
            group.seats += 1
            group.seeks = False
            self.paper.holds.pop(group.code if fills else draft, None)
            if not fills:
                self.paper.pass_over()

    @precondition(lambda self: self.is_open and self.paper.groups)
    @rule(at=WHICH, place=st.integers(2, 3))
    def withdraw(self, at: int, place: int) -> None:
        group = self.one_of(at, lambda one: len(one.names) >= place)
        if group is None:
            return
        party = self.registered(group)
        self.at_desk("withdraw", party, party.everyone[place - 1])
        self.take_out(group, place)

    @precondition(lambda self: self.is_open and self.paper.groups)
    @rule(at=WHICH)
    def stay_without(self, at: int) -> None:
        group = self.one_of(at, lambda one: self.is_held(one.code))
        if group is not None:
            self.at_desk("changes.give_vacancy_back", self.registered(group))
            del self.paper.holds[group.code]
            self.is_settled = True

    # ---- teammates

    @precondition(lambda self: self.is_open and self.paper.groups)
    @rule(at=WHICH, place=st.integers(2, 3))
    def invite(self, at: int, place: int) -> None:
        group = self.one_of(at, lambda one: len(one.names) >= place)
        if group is None or group.names[place - 1] in group.chats:
            return
        name = group.names[place - 1]
        self.dead_links += [group.links[name]] if name in group.links else []
        group.links[name] = self.at_desk("team.invite", self.registered(group), place)

    @precondition(lambda self: self.is_open and self.paper.groups)
    @rule(at=WHICH, chat=TEAMMATES)
    def join(self, at: int, chat: int) -> None:
        group = self.one_of(at, lambda one: one.links)
        if group is None or self.paper.of_chat(chat) is not None:
            return
        name = min(group.links)
        details = replace(self.somebody(), first_name=name)
        token = group.links.pop(name)
        joined = self.at_desk("team.join", token, chat, details)
        assert joined.code == group.code
        group.chats[name] = chat
        self.dead_links.append(token)

    @precondition(lambda self: self.dead_links)
    @rule(at=WHICH, chat=TEAMMATES)
    def open_a_dead_link(self, at: int, chat: int) -> None:
        token = self.dead_links[at % len(self.dead_links)]
        assert self.at_desk("team.invitation", token) is None
        assert self.at_desk("team.join", token, chat, self.somebody()) is None

    # ---- searching a partner

    @precondition(lambda self: self.is_open and self.paper.groups)
    @rule(at=WHICH, how_many=SIZES)
    def search(self, at: int, how_many: int) -> None:
        for place in range(at, at + how_many):
            group = self.one_of(place, lambda one: 0 < one.seats < LARGEST and not one.waits)
            if group is not None:
                assert self.at_desk("partners.search", self.registered(group)) is None
                group.seeks = True

    @precondition(lambda self: self.paper.groups)
    @rule(at=WHICH)
    def stop_searching(self, at: int) -> None:
        group = self.one_of(at, lambda one: one.seeks)
        if group is not None:
            self.at_desk("partners.stop", self.registered(group))
            group.seeks = False

    @precondition(lambda self: self.is_open and self.paper.groups)
    @rule(at=WHICH, other_too=st.booleans())
    def say_yes(self, at: int, other_too: bool) -> None:
        group = self.one_of(at, lambda one: one.seeks)
        if group is None:
            return
        proposed = self.at_desk("partners.proposed", self.registered(group))
        self.accept_partner(group)
        other = self.paper.groups.get(proposed.other.code) if proposed is not None else None
        if other is not None and other.seeks and other_too:
            self.accept_partner(other)

    def accept_partner(self, group: Group) -> None:
        party = self.registered(group)
        proposed = self.at_desk("partners.proposed", party)
        merged = self.at_desk("partners.accept", party)
        if merged is None:
            assert proposed is None or not self.both_said_yes(group.code, proposed.other.code)
        else:
            self.merge(merged, party, proposed.other)

    def merge(self, merged: Party, one: Party, other: Party) -> None:
        first, second = sorted((one, other), key=lambda party: party.confirmed_at)
        host, guest = self.paper.groups[first.code], self.paper.groups[second.code]
        assert merged.code == host.code
        host.chats |= guest.chats | {guest.names[0]: guest.chat}
        host.names += guest.names
        host.seats += guest.seats
        host.seeks = False
        self.dead_links += guest.links.values()
        self.given_up.append(second)
        self.paper.holds.pop(host.code, None)
        self.paper.forget([guest.code])
        self.drafts[guest.chat] += 1
        self.is_settled = True

    def both_said_yes(self, one: str, other: str) -> bool:
        books = self.run(Books.open(self.counter.database))
        return any(
            {row["first_code"], row["second_code"]} == {one, other}
            and row["first_answer"] == row["second_answer"] == "yes"
            for row in books.proposals
        )

    @precondition(lambda self: self.paper.groups)
    @rule(at=WHICH)
    def say_no(self, at: int) -> None:
        group = self.one_of(at, lambda one: one.seeks)
        if group is not None:
            self.at_desk("partners.decline", self.registered(group))
