// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import se.malbild.cases.Act;
import se.malbild.cases.CaseHistory;
import se.malbild.cases.Registration;
import se.malbild.cases.conflict.ConflictDeclaration;
import se.malbild.cases.deadline.SwedishCalendar;
import se.malbild.cases.outside.Enquiry;

/** What has happened lately in some of the officer's cases, so that the law's clockwork can be seen at work. */
enum LawInWork {
    /** Nothing more. */
    NOTHING,
    /** A referral to five bodies, of which two have answered. */
    REFERRED_TO_FIVE,
    /** An injunction that runs. */
    ENJOINED,
    /** Communication with two parties, of which one has answered. */
    ONE_OF_TWO_HEARD,
    /** The decision maker has declared a conflict that waits for a ruling. */
    CONFLICT_DECLARED;

    private static final List<String> BODIES = List.of(
            "Exempelstads kommun",
            "Fiskemyndigheten Exempel",
            "Exempelmuseet",
            "Provåns vattenråd",
            "Mönsterbygdens fiskevårdsområde");

    /** The plan with what has happened since its last act, evenly spread until now. */
    CasePlan after(CasePlan plan, Setting setting, Instant now) {
        Instant from = plan.steps().getLast().act().at();
        Act last = plan.steps().getLast().act();
        LocalDate due = SwedishCalendar.workdayOnOrAfter(Staff.day(now).plusDays(12));
        List<CaseHistory.Step> more = switch (this) {
            case NOTHING -> List.of();
            case REFERRED_TO_FIVE ->
                List.of(
                        new CaseHistory.Referred(
                                at(last, from, now, 1),
                                "Påverkar åtgärden fisket, vattnet eller kulturmiljön, och behövs villkor?",
                                BODIES,
                                due),
                        new CaseHistory.Answered(at(last, from, now, 2), Enquiry.Kind.REFERRAL),
                        new CaseHistory.Answered(at(last, from, now, 3), Enquiry.Kind.REFERRAL));
            case ENJOINED ->
                List.of(new CaseHistory.Asked(
                        at(last, from, now, 2),
                        Enquiry.Kind.INJUNCTION,
                        setting.words().asked(),
                        due));
            case ONE_OF_TWO_HEARD ->
                List.of(
                        new CaseHistory.Asked(
                                at(last, from, now, 1),
                                Enquiry.Kind.COMMUNICATION,
                                "Läs underlaget och hör av dig om något är fel.",
                                due),
                        new CaseHistory.Answered(at(last, from, now, 3), Enquiry.Kind.COMMUNICATION));
            case CONFLICT_DECLARED ->
                List.of(new CaseHistory.ConflictDeclared(
                        at(Staff.act(decider(setting), now), from, now, 2),
                        ConflictDeclaration.Ground.PARTY,
                        "Sökanden är min kusin."));
        };
        List<CaseHistory.Step> steps = new ArrayList<>(plan.steps());
        steps.addAll(more);
        return new CasePlan(
                plan.registered(), this == ONE_OF_TWO_HEARD ? withNeighbour(plan.wanted()) : plan.wanted(), steps);
    }

    /** An act that many quarters of the way until now, in office hours. */
    private static Act at(Act who, Instant from, Instant now, int quarter) {
        Instant then = from.plus(Duration.between(from, now).dividedBy(4).multipliedBy(quarter));
        Instant working = OfficeHours.after(then, 0.02);
        return new Act(who.actor(), who.userId(), working.isAfter(now) ? then : working);
    }

    private static Member decider(Setting setting) {
        UUID id = Objects.requireNonNull(setting.staff().byUserName().get(DemoLogins.of("beslutsfattare")));
        return setting.staff().members().stream()
                .filter(each -> each.userId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Registration.Wanted withNeighbour(Registration.Wanted wanted) {
        List<Registration.Sender> parties = new ArrayList<>(wanted.parties());
        parties.add(new Registration.Sender("organisation", "neighbour", "Provbyns vägförening"));
        return new Registration.Wanted(
                wanted.caseTypeKey(),
                wanted.subject(),
                wanted.publicSubject(),
                wanted.channel(),
                wanted.receivedAt(),
                wanted.arrivalDate(),
                wanted.arrivalReason(),
                wanted.unitId(),
                wanted.recordTitle(),
                wanted.documentKeys(),
                wanted.secrecyLevel(),
                wanted.formData(),
                parties);
    }
}
