// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.malbild.cases.CaseParty;
import se.malbild.cases.CaseRecord;
import se.malbild.platform.problem.FieldFault;

class HearingTest {
    private static final UUID CASE = UUID.randomUUID();
    private static final LocalDate DUE = LocalDate.of(2026, 12, 15);
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

    private final CaseParty applicant = party("Föreningen", "applicant");
    private final CaseParty neighbour = party("Grannen", "neighbour");
    private final CaseRecord application = record(1, CaseRecord.Direction.IN, "Föreningen");
    private final CaseRecord report = record(2, CaseRecord.Direction.INTERNAL, null);

    private static CaseParty party(String name, String role) {
        return new CaseParty(UUID.randomUUID(), UUID.randomUUID(), CASE, "organisation", role, name, 0);
    }

    private static CaseRecord record(int no, CaseRecord.Direction direction, @Nullable String from) {
        return new CaseRecord(
                UUID.randomUUID(), CASE, CASE, no, direction, "Handling", null, DUE, null, from, null, null, null, NOW);
    }

    private static Recipient to(CaseParty party, Recipient.State state, @Nullable UUID answer) {
        Recipient asked = Recipient.asked(UUID.randomUUID(), party.id(), party.name(), null);
        return state == Recipient.State.WAITING ? asked : asked.settled(state, DUE, null, answer);
    }

    private static Enquiry communication(List<CaseRecord> shown, Recipient... recipients) {
        return new Enquiry(
                UUID.randomUUID(),
                CASE,
                Enquiry.Kind.COMMUNICATION,
                1,
                "",
                null,
                DUE,
                NOW,
                UUID.randomUUID(),
                null,
                null,
                null,
                new Enquiry.Material(shown.stream().map(CaseRecord::id).toList(), List.of()),
                List.of(recipients),
                null);
    }

    private List<FieldFault> faults(List<CaseRecord> records, LocalDate today, Enquiry... made) {
        return new Hearing(List.of(applicant, neighbour), records, List.of(made), null, today).faults();
    }

    @Test
    void aPartyNeedsNotBeShownItsOwnRecordsButTheOthersMust() {
        Enquiry made = communication(
                List.of(report),
                to(applicant, Recipient.State.ANSWERED, null),
                to(neighbour, Recipient.State.ANSWERED, null));

        List<FieldFault> faults = faults(List.of(application, report), DUE, made);

        assertThat(faults).extracting(FieldFault::pointer).containsExactly("/records/1");
        assertThat(faults.getFirst().message().sv()).contains("Grannen").doesNotContain("Föreningen");
    }

    @Test
    void whatOnePartyAnswersIsMaterialForTheOther() {
        CaseRecord answer = record(3, CaseRecord.Direction.IN, null);
        Enquiry made = communication(
                List.of(application, report),
                to(applicant, Recipient.State.ANSWERED, answer.id()),
                to(neighbour, Recipient.State.WAIVED, null));

        List<FieldFault> faults = faults(List.of(application, report, answer), DUE, made);

        assertThat(faults).extracting(FieldFault::pointer).containsExactly("/records/3");
        assertThat(faults.getFirst().message().sv()).contains("Grannen").doesNotContain("Föreningen");
        assertThat(new Hearing(
                                List.of(applicant, neighbour),
                                List.of(application, report, answer),
                                List.of(made),
                                null,
                                DUE)
                        .notShown())
                .containsExactly(answer);
    }

    @Test
    void whoeverHasNotAnsweredHasUntilTheEndOfTheLastDay() {
        Enquiry made = communication(
                List.of(application, report),
                to(applicant, Recipient.State.ANSWERED, null),
                to(neighbour, Recipient.State.WAITING, null));
        List<CaseRecord> records = new ArrayList<>(List.of(application, report));

        assertThat(faults(records, DUE, made)).extracting(FieldFault::code).containsExactly("communication_open");
        assertThat(faults(records, DUE.plusDays(1), made)).isEmpty();
    }

    @Test
    void whatGoesOutIsNoMaterialAndACaseWithoutPartiesHasNobodyToHear() {
        CaseRecord letter = record(1, CaseRecord.Direction.OUT, null);

        assertThat(new Hearing(List.of(), List.of(application), List.of(), null, DUE).faults())
                .isEmpty();
        assertThat(faults(
                        List.of(letter),
                        DUE.plusDays(1),
                        communication(
                                List.of(),
                                to(applicant, Recipient.State.WAITING, null),
                                to(neighbour, Recipient.State.WAITING, null))))
                .isEmpty();
    }
}
