// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import se.malbild.access.permission.Role;
import se.malbild.cases.Act;
import se.malbild.cases.CaseCondition;
import se.malbild.cases.CaseFile;
import se.malbild.cases.CaseRepository;
import se.malbild.cases.CaseScope;
import se.malbild.cases.SecrecyLevel;
import se.malbild.cases.SecrecyMarkings;
import se.malbild.cases.opening.Openings;
import se.malbild.cases.secrecy.Compartment;
import se.malbild.cases.secrecy.Compartments;
import se.malbild.cases.secrecy.Membership;
import se.malbild.platform.Ids;
import se.malbild.platform.events.Actor;

/** A compartment with two people and one case in it, and an emergency opening that waits for its review. */
@Singleton
class SecrecyStory {
    private static final String ANIMALS = "djurskydd-anmalan";
    private static final String WATER = "vattenverksamhet-anmalan";

    private final CaseRepository cases;
    private final Compartments compartments;
    private final SecrecyMarkings markings;
    private final Openings openings;

    SecrecyStory(CaseRepository cases, Compartments compartments, SecrecyMarkings markings, Openings openings) {
        this.cases = cases;
        this.compartments = compartments;
        this.markings = markings;
        this.openings = openings;
    }

    void tell(Staff staff, Instant now, Progress progress) {
        UUID executive = Objects.requireNonNull(staff.byUserName().get(DemoLogins.EXECUTIVE));
        UUID officer = Objects.requireNonNull(staff.byUserName().get(DemoLogins.OFFICER));
        for (CaseFile file : underWay(staff, ANIMALS, officer)) {
            UUID handler = Objects.requireNonNull(file.officerId());
            Act act = Act.of(
                    handler, Role.OFFICER.code(), file.unitId(), OfficeHours.after(now.minus(Duration.ofDays(6)), 0.3));
            enclose(staff, file, act, List.of(handler, executive));
            for (CaseFile other : underWay(staff, WATER, officer)) {
                Act opens = Act.of(
                        handler,
                        Role.OFFICER.code(),
                        file.unitId(),
                        OfficeHours.after(now.minus(Duration.ofDays(3)), 0.6));
                openings.load(
                        staff.authorityId(),
                        opens,
                        other.id(),
                        "Fara för djur nedströms grävningen. Handläggaren nås inte i dag.");
            }
        }
        progress.tell("secrecy", 1, 1);
    }

    /** The newest case of the type that is under way, of somebody other than the officer who signs in. */
    private List<CaseFile> underWay(Staff staff, String type, UUID notOf) {
        return cases.page(
                CaseCondition.visible(CaseScope.ofWholeAuthority(staff.authorityId()))
                        .and("state = 'in_progress' AND officer_id IS NOT NULL AND decision_maker_id IS NULL")
                        .and(type, "case_type_key = :type", "type")
                        .and(notOf, "officer_id != :notOf", "notOf"),
                "registered_at DESC, id DESC",
                1);
    }

    private void enclose(Staff staff, CaseFile file, Act act, List<UUID> people) {
        Compartment compartment = compartments.add(
                Compartment.made(
                        Ids.at(act.at().toEpochMilli()),
                        staff.authorityId(),
                        "Tillsyn över egen anläggning",
                        "Länsstyrelsen har tillsyn över en anläggning som den själv äger. De som prövar hålls för sig (8 kap. 2 § offentlighets- och sekretesslagen).",
                        null,
                        act.at()),
                Actor.system());
        people.forEach(person -> compartments.admit(
                new Membership(
                        Ids.next(),
                        staff.authorityId(),
                        compartment.id(),
                        person,
                        act.day(),
                        null,
                        Membership.State.ACTIVE,
                        null,
                        act.at(),
                        null,
                        null),
                Actor.system()));
        CaseScope all = CaseScope.ofWholeAuthority(staff.authorityId());
        markings.mark(
                all,
                act,
                file.id(),
                file.version(),
                new SecrecyMarkings.Wanted(
                        SecrecyLevel.SECRET,
                        "17 kap. 1 § offentlighets- och sekretesslagen",
                        act.day(),
                        null,
                        "En inspektion utan förvarning är planerad."));
        markings.enclose(all, act, Set.of(compartment.id()), file.id(), file.version() + 1, List.of(compartment.id()));
    }
}
