// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.malbild.cases.CaseFile;
import se.malbild.cases.CaseParty;
import se.malbild.cases.CaseState;
import se.malbild.cases.Retention;
import se.malbild.cases.SecrecyLevel;
import se.malbild.cases.Wait;
import se.malbild.cases.conflict.ConflictMarks;
import se.malbild.cases.deadline.Channel;
import se.malbild.cases.outside.Hearing;
import se.malbild.cases.register.RegistrationNumber;
import se.malbild.cases.type.CaseType;
import se.malbild.cases.type.CaseTypeReader;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;
import se.malbild.testing.CaseTypeFiles;

class DecisionGuardsTest {
    private static final CaseType TYPE =
            CaseTypeReader.read(UUID.randomUUID(), CaseTypeFiles.json("vattenverksamhet-anmalan"));
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final UUID OFFICER = UUID.randomUUID();
    private static final UUID DECIDER = UUID.randomUUID();

    private final CaseFile file = file(Set.of());

    private static CaseFile file(Set<Wait> waits) {
        return new CaseFile(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "main",
                new RegistrationNumber("535", 1, 2026),
                TYPE.id(),
                TYPE.version(),
                TYPE.key(),
                "Brygga",
                "Brygga",
                CaseState.IN_PROGRESS,
                waits,
                UUID.randomUUID(),
                OFFICER,
                null,
                "party",
                CaseFile.ORDINARY,
                new CaseFile.Arrival(NOW, LocalDate.of(2026, 11, 24), Channel.ESERVICE, null),
                NOW,
                SecrecyLevel.OPEN,
                Set.of(),
                "{}",
                null,
                CaseFile.Ending.NONE,
                null,
                ConflictMarks.NONE,
                3);
    }

    private static Decision.Content content(
            @Nullable String reasons,
            List<String> provisions,
            List<UUID> presenters,
            Decision.@Nullable CommunicationException exception) {
        return new Decision.Content(
                "final",
                "no_action",
                "Anmälan föranleder ingen åtgärd.",
                null,
                reasons,
                provisions,
                null,
                exception,
                exception == null ? null : "Sökandens egna uppgifter.",
                presenters,
                List.of());
    }

    private static DecisionGuards.Situation situation(CaseFile file, CaseType type, Set<String> documents) {
        CaseParty party = new CaseParty(
                UUID.randomUUID(), file.authorityId(), file.id(), "organisation", "applicant", "Föreningen", 0);
        return new DecisionGuards.Situation(
                file,
                type,
                documents,
                new Hearing(List.of(party), List.of(), List.of(), null, LocalDate.of(2026, 11, 24)),
                List.of());
    }

    private static Decision proposal(Decision.Content content) {
        return Decision.proposed(UUID.randomUUID(), UUID.randomUUID(), content, OFFICER, NOW);
    }

    private static DecisionGuards.Signer signer(UUID user, @Nullable FieldFault missing) {
        return new DecisionGuards.Signer(user, missing, !user.equals(OFFICER));
    }

    private static Set<String> allDocuments() {
        return Set.copyOf(
                TYPE.documents().stream().map(CaseType.DocumentRule::key).toList());
    }

    @Test
    void aDecisionInGoodOrderMayBeSigned() {
        Decision.Content whole = content(
                "Ingen påverkan.",
                List.of("11 kap. 9 a § miljöbalken"),
                List.of(OFFICER),
                Decision.CommunicationException.OBVIOUSLY_UNNECESSARY);

        assertThat(DecisionGuards.ofSigning(
                        situation(file, TYPE, allDocuments()), proposal(whole), signer(DECIDER, null)))
                .isEmpty();
    }

    @Test
    void everythingThatIsMissingIsToldAtOnce() {
        Decision.Content bare = content(null, List.of(), List.of(), null);

        List<FieldFault> faults = DecisionGuards.ofSigning(
                situation(file(Set.of(Wait.REFERRAL)), TYPE, Set.of()),
                proposal(bare),
                signer(DECIDER, FieldFault.of("", "no_delegation", "Ingen.", "None.")));

        assertThat(faults)
                .extracting(FieldFault::code)
                .contains("no_delegation", "not_communicated", "referral_open", "document_missing", "required");
        assertThat(faults)
                .extracting(FieldFault::pointer)
                .contains("/appliedProvisions", "/reasons", "/presenterIds", "/documents/drawings");
    }

    @Test
    void reasonsMayBeLeftOutOnOneOfFourGrounds() {
        Decision.Content urgent = new Decision.Content(
                "final",
                "prohibited",
                "Arbetet förbjuds.",
                null,
                null,
                List.of(),
                Decision.OmissionGround.URGENT_INTEREST,
                null,
                null,
                List.of(OFFICER),
                List.of());

        assertThat(DecisionGuards.ofProposal(TYPE, urgent)).isEmpty();
    }

    @Test
    void aCaseThatIsNotTriedNeedsNoDocuments() {
        Decision.Content dismissed = new Decision.Content(
                "final",
                "dismissed",
                "Anmälan avvisas.",
                null,
                "Den är inte komplett.",
                List.of("20 § förvaltningslagen"),
                null,
                Decision.CommunicationException.OBVIOUSLY_UNNECESSARY,
                "Egna uppgifter.",
                List.of(OFFICER),
                List.of());

        assertThat(DecisionGuards.ofCase(situation(file, TYPE, Set.of()), dismissed))
                .isEmpty();
    }

    @Test
    void whoWroteTheProposalDoesNotSignWhereFourEyesAreDemanded() {
        CaseType strict = CaseTypeReader.read(UUID.randomUUID(), CaseTypeFiles.json("miljo-anmalan-c"));
        Decision.Content whole = content(
                "Ingen påverkan.",
                List.of("9 kap. 6 § miljöbalken"),
                List.of(UUID.randomUUID()),
                Decision.CommunicationException.OBVIOUSLY_UNNECESSARY);

        List<FieldFault> faults = DecisionGuards.ofSigning(
                situation(file, strict, allOf(strict)), proposal(whole), signer(OFFICER, null));

        assertThat(faults).extracting(FieldFault::code).containsExactly("four_eyes");
    }

    private static Set<String> allOf(CaseType type) {
        return Set.copyOf(
                type.documents().stream().map(CaseType.DocumentRule::key).toList());
    }

    @Test
    void aCaseGoesThroughItsStatesInOrderOnly() {
        assertThatThrownBy(() -> file.dispatchedAt(NOW)).isInstanceOf(ProblemException.class);
        CaseFile decided = file.decidedAs("no_action", NOW);
        assertThatThrownBy(() -> decided.closedAt(NOW, null, retention())).isInstanceOf(ProblemException.class);

        CaseFile closed = decided.dispatchedAt(NOW).closedAt(NOW, null, retention());

        assertThat(closed.state()).isEqualTo(CaseState.CLOSED);
        assertThat(closed.version()).isEqualTo(file.version() + 3);
        assertThatThrownBy(() -> closed.assignedTo(UUID.randomUUID(), UUID.randomUUID()))
                .isInstanceOf(ProblemException.class);
    }

    private static Retention retention() {
        return Retention.of(TYPE, "no_action", LocalDate.of(2026, 11, 24)).orElseThrow();
    }

    @Test
    void disposalIsCountedFromTheDayTheRuleNames() {
        CaseType disposed = CaseTypeReader.read(UUID.randomUUID(), CaseTypeFiles.json("djurskydd-anmalan"));
        CaseType pending = CaseTypeReader.read(UUID.randomUUID(), CaseTypeFiles.json("overklagande-bygglov"));
        LocalDate closed = LocalDate.of(2026, 2, 28);

        assertThat(Retention.of(disposed, "unfounded", closed).orElseThrow().dueDate())
                .isEqualTo(LocalDate.of(2031, 2, 28));
        assertThat(Retention.of(disposed, "banned", closed).orElseThrow().preserve())
                .isTrue();
        assertThat(Retention.of(pending, "appeal_refused", closed).orElseThrow().pending())
                .as("in force is not yet known")
                .isTrue();
    }
}
