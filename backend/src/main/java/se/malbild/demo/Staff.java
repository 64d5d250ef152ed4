// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import se.malbild.access.permission.Role;
import se.malbild.access.unit.Units;
import se.malbild.cases.Act;

/** Who works where in the demo's authority. */
record Staff(UUID authorityId, Map<String, UUID> units, List<Member> members, Map<String, UUID> byUserName) {

    /** Those of the role in the unit that day who are at work. */
    List<Member> in(String unit, Role role, LocalDate day) {
        return members.stream()
                .filter(each -> each.unit().equals(unit) && each.role() == role && each.holdsOn(day) && !each.onLeave())
                .toList();
    }

    /** Officers of the unit who do not decide for others: those who are given cases in the first place. */
    List<Member> officers(String unit, LocalDate day) {
        Set<UUID> deciding =
                in(unit, Role.DECISION_MAKER, day).stream().map(Member::userId).collect(Collectors.toSet());
        List<Member> officers = in(unit, Role.OFFICER, day);
        List<Member> others = officers.stream()
                .filter(each -> !deciding.contains(each.userId()))
                .toList();
        return others.isEmpty() ? officers : others;
    }

    /** Those who register and dispatch that day, in whichever unit they sat. */
    List<Member> registry(LocalDate day) {
        return members.stream()
                .filter(each -> each.role() == Role.REGISTRAR && each.holdsOn(day))
                .toList();
    }

    /** Whoever manages the unit that day. */
    Member manager(String unit, LocalDate day) {
        return in(unit, Role.UNIT_MANAGER, day).getFirst();
    }

    /** An act of the member in that role and unit. */
    static Act act(Member by, Instant at) {
        return Act.of(by.userId(), by.role().code(), by.unitId(), at);
    }

    /** The legal day of an instant. */
    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Units.STOCKHOLM);
    }
}
