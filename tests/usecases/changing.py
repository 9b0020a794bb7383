"""What people do once they are registered: changes, owners, teammates, partners."""

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from bot.domain.keys import Subject
from bot.domain.party import Party
from bot.usecases import change, partners, team

from .acting import LARGEST, PLACES, SIZES, TEAMMATES, WHICH, Acting
from .paper import Group


class Changing(Acting):
    """Correct, replace, add, withdraw; invite and join; search a partner and find one."""

    # ---- changes

    @precondition(lambda self: self.is_open and self.paper.groups)
    @rule(at=WHICH, place=PLACES)
    def correct(self, at: int, place: int) -> None:
        group = self.one_of(at, lambda one: len(one.names) >= place)
        if group is None:
            return
        party, new = self.registered(group), self.somebody()
        who, answers = party.everyone[place - 1], {"first_name": new.first_name}
        changed = self.do(change.correct, party, who, answers)
        self.rename(group, who.first_name, new.first_name)
        assert [one.key for one in changed.everyone] == [one.key for one in party.everyone]

    def rename(self, group: Group, old: str, new: str) -> None:
        group.names[group.names.index(old)] = new
        if old in group.links:
            group.links[new] = group.links.pop(old)
        if old in group.addresses:
            group.addresses[new] = group.addresses.pop(old)

    @precondition(lambda self: self.is_open and self.paper.groups)
    @rule(at=WHICH, place=PLACES)
    def replace(self, at: int, place: int) -> None:
        group = self.one_of(at, lambda one: len(one.names) >= place)
        if group is None:
            return
        party, newcomer = self.registered(group), self.somebody()
        changed = self.do(change.replace, party, party.everyone[place - 1], newcomer)
        old = group.names[place - 1]
        group.let_manage(old)
        self.dead_links += [group.links.pop(old)] if old in group.links else []
        group.addresses.pop(old, None)
        group.names[place - 1] = newcomer.first_name
        assert [one.first_name for one in changed.everyone] == group.names
        new = {one.key for one in changed.everyone} - {one.key for one in party.everyone}
        assert new == {changed.everyone[place - 1].key}

    @precondition(lambda self: self.is_open and self.paper.groups)
    @rule(at=WHICH)
    def add(self, at: int) -> None:
        group = self.one_of(at, lambda one: not one.waits and one.seats < LARGEST and one.owners)
        if group is None:
            return
        draft = self.draft(group.owners[0])
        fills = self.is_held(group.subject)
        own = group.subject if fills else Subject.draft(draft)
        expected = self.fits(1, own)
        newcomer = self.somebody()
        changed = self.do(change.add, self.registered(group), newcomer, draft)
        assert isinstance(changed, Party) == expected
        if isinstance(changed, Party):
            group.names.append(newcomer.first_name)
            group.seats += 1
            group.seeks = False
            held = self.paper.holds.pop(own, None)
            if held is not None and held.seats > 1:
                self.is_settled = False
            if not fills:
                self.paper.pass_over()

    @precondition(lambda self: self.is_open and self.paper.groups)
    @rule(at=WHICH, place=st.integers(2, LARGEST))
    def withdraw(self, at: int, place: int) -> None:
        group = self.one_of(at, lambda one: len(one.names) >= place)
        if group is None:
            return
        party = self.registered(group)
        self.do(change.withdraw, party, party.everyone[place - 1])
        self.take_out(group, place)

    @precondition(lambda self: self.is_open and self.paper.groups)
    @rule(at=WHICH)
    def stay_without(self, at: int) -> None:
        group = self.one_of(at, lambda one: self.is_held(one.subject))
        if group is not None:
            self.do(change.give_vacancy_back, self.registered(group))
            del self.paper.holds[group.subject]
            self.is_settled = True

    # ---- owners and teammates

    @precondition(lambda self: self.is_open and self.paper.groups)
    @rule(at=WHICH, number=st.integers(1, 11), telephone=st.booleans())
    def share_or_take_over(self, at: int, number: int, telephone: bool) -> None:
        group = self.one_of(at, lambda one: not telephone or not one.owners)
        if group is None or len(group.owners) > 1:
            return
        address = self.counter.people[number]
        owned = self.do(team.add_owner, self.registered(group), address)
        group.owners += [address] if address not in group.owners else []
        assert owned.is_owned_by(address)

    @precondition(lambda self: self.is_open and self.paper.groups)
    @rule(at=WHICH, place=st.integers(2, LARGEST))
    def invite(self, at: int, place: int) -> None:
        group = self.one_of(at, lambda one: len(one.names) >= place)
        if group is None or group.names[place - 1] in group.addresses:
            return
        name = group.names[place - 1]
        self.dead_links += [group.links[name]] if name in group.links else []
        party = self.registered(group)
        group.links[name] = self.do(team.invite, party, party.everyone[place - 1])

    @precondition(lambda self: self.is_open and self.paper.groups)
    @rule(at=WHICH, number=st.one_of(TEAMMATES, st.integers(1, 6)))
    def join(self, at: int, number: int) -> None:
        group = self.one_of(at, lambda one: one.links)
        address = self.counter.people[number]
        if group is None or address in group.addresses.values():
            return
        name = min(group.links)
        details = self.somebody().answering(first_name=name)
        token = group.links.pop(name)
        joined = self.do(team.join, token, address, details)
        assert joined is not None
        assert joined.code == group.code
        group.addresses[name] = address
        self.dead_links.append(token)

    @precondition(lambda self: self.dead_links)
    @rule(at=WHICH, number=TEAMMATES)
    def open_a_dead_link(self, at: int, number: int) -> None:
        token = self.dead_links[at % len(self.dead_links)]
        assert self.do(team.invited, token) is None
        assert self.do(team.join, token, self.counter.people[number], self.somebody()) is None

    # ---- searching a partner

    @precondition(lambda self: self.is_open and self.paper.groups)
    @rule(at=WHICH, how_many=SIZES)
    def search(self, at: int, how_many: int) -> None:
        for place in range(at, at + how_many):
            group = self.one_of(place, lambda one: 0 < one.seats < LARGEST and not one.waits)
            if group is not None:
                self.do(partners.search, self.registered(group))
                group.seeks = True

    @precondition(lambda self: self.paper.groups)
    @rule(at=WHICH)
    def stop_searching(self, at: int) -> None:
        group = self.one_of(at, lambda one: one.seeks)
        if group is not None:
            self.do(partners.stop, self.registered(group))
            group.seeks = False

    @precondition(lambda self: self.is_open and self.paper.groups)
    @rule(at=WHICH, other_too=st.booleans())
    def say_yes(self, at: int, other_too: bool) -> None:
        group = self.one_of(at, lambda one: one.seeks)
        if group is None:
            return
        proposed = self.do(partners.proposed, self.registered(group))
        self.accept_partner(group)
        other = self.paper.groups.get(proposed.other.key) if proposed is not None else None
        if other is not None and other.seeks and other_too:
            self.accept_partner(other)

    def accept_partner(self, group: Group) -> None:
        party = self.registered(group)
        proposed = self.do(partners.proposed, party)
        other = self.do(partners.proposed, proposed.other) if proposed is not None else None
        merged = self.do(partners.accept, party)
        assert (merged is not None) == (other is not None and other.answered)
        if merged is not None and proposed is not None:
            self.merge(merged, party, proposed.other)

    def merge(self, merged: Party, one: Party, other: Party) -> None:
        first, second = sorted((one, other), key=lambda party: (party.confirmed_at, party.key))
        host, guest = self.paper.groups[first.key], self.paper.groups[second.key]
        assert merged.key == host.key
        keys = [one.key for one in (*first.everyone, *second.everyone)]
        assert [one.key for one in merged.everyone] == keys
        host.take_in(guest)
        host.seeks = False
        self.paper.holds.pop(host.subject, None)
        self.give_up(guest, second)
        self.is_settled = True

    @precondition(lambda self: self.paper.groups)
    @rule(at=WHICH)
    def say_no(self, at: int) -> None:
        group = self.one_of(at, lambda one: one.seeks)
        if group is not None:
            self.do(partners.decline, self.registered(group))
