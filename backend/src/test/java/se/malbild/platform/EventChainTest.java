// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.Actor;
import se.malbild.platform.events.AuditVerifier;
import se.malbild.platform.events.Chain;
import se.malbild.platform.events.EventRepository;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;
import se.malbild.platform.events.OutboxPublisher;
import se.malbild.testing.TestService;

class EventChainTest {
    private final EventWriter writer = TestService.bean(EventWriter.class);
    private final Jdbi jdbi = TestService.bean(Jdbi.class);
    private final UUID authority = Ids.next();
    private final UUID caseId = Ids.next();

    @BeforeEach
    void fiveEvents() {
        for (int i = 1; i <= 5; i++) {
            writer.append(NewEvent.inCase(
                            authority,
                            caseId,
                            "NoteAdded",
                            Instant.parse("2026-03-0" + i + "T08:00:00Z"),
                            Actor.system())
                    .withReason(null, "skäl " + i)
                    .withAttributes(Map.of("b", i, "a", "å")));
        }
        assertThat(faultsHere()).isEmpty();
    }

    @AfterEach
    void takeAway() {
        jdbi.useHandle(handle -> {
            handle.execute("DELETE FROM case_events WHERE authority_id = ?", authority);
            handle.execute("DELETE FROM chain_heads WHERE authority_id = ?", authority);
        });
    }

    private List<String> faultsHere() {
        return TestService.bean(AuditVerifier.class).verify().faults().stream()
                .filter(fault -> fault.contains(caseId.toString()))
                .toList();
    }

    private void tamper(String sql) {
        jdbi.useHandle(handle -> handle.createUpdate(sql).bind("case", caseId).execute());
    }

    @Test
    void anEditIsFound() {
        tamper("UPDATE case_events SET activity = 'DecisionSigned' WHERE case_id = :case AND case_seq = 3");

        assertThat(faultsHere()).anyMatch(fault -> fault.contains("event 3") && fault.contains("changed"));
    }

    @Test
    void anEditOfTheReasonIsFound() {
        tamper("UPDATE case_events SET reason = 'annat' WHERE case_id = :case AND case_seq = 2");

        assertThat(faultsHere()).anyMatch(fault -> fault.contains("event 2"));
    }

    @Test
    void aDeletionIsFoundInTheMiddleAndAtTheEnd() {
        tamper("DELETE FROM case_events WHERE case_id = :case AND case_seq = 2");
        assertThat(faultsHere()).anyMatch(fault -> fault.contains("missing"));

        tamper("DELETE FROM case_events WHERE case_id = :case AND case_seq = 5");
        assertThat(faultsHere()).anyMatch(fault -> fault.contains("its head says 5"));
    }

    @Test
    void anInsertionIsFoundAtTheEnd() {
        insertCopyOf(3, 6);

        assertThat(faultsHere()).anyMatch(fault -> fault.contains("event 6"));
    }

    @Test
    void anInsertionIsFoundInTheMiddleThoughEverythingAfterItIsRenumbered() {
        tamper("UPDATE case_events SET case_seq = case_seq + 101 WHERE case_id = :case AND case_seq >= 3");
        tamper("UPDATE case_events SET case_seq = case_seq - 100 WHERE case_id = :case AND case_seq > 100");
        insertCopyOf(2, 3);

        assertThat(faultsHere())
                .anyMatch(fault -> fault.contains("event 3"))
                .anyMatch(fault -> fault.contains("event 4"));
    }

    @Test
    void anInsertionIsFoundThoughTheHeadIsMovedToIt() {
        insertCopyOf(5, 6);
        tamper("UPDATE chain_heads SET last_seq = 6 WHERE chain_id = :case");

        assertThat(faultsHere()).anyMatch(fault -> fault.contains("event 6"));
    }

    @Test
    void aChangeOfAMicrosecondIsFound() {
        tamper(
                "UPDATE case_events SET occurred_at = occurred_at + INTERVAL 1 MICROSECOND WHERE case_id = :case AND case_seq = 4");

        assertThat(faultsHere()).anyMatch(fault -> fault.contains("event 4") && fault.contains("changed"));
    }

    @Test
    void deletingAllEventsOfACaseIsFound() {
        tamper("DELETE FROM case_events WHERE case_id = :case");

        assertThat(faultsHere()).anyMatch(fault -> fault.contains("ends at number 0, its head says 5"));
    }

    @Test
    void deletingTheHeadOfAChainIsFound() {
        tamper("DELETE FROM chain_heads WHERE chain_id = :case");

        assertThat(faultsHere()).anyMatch(fault -> fault.contains("no head"));
    }

    @Test
    void aSwapBetweenTwoCasesIsFound() {
        UUID other = Ids.next();
        for (int i = 1; i <= 5; i++) {
            writer.append(NewEvent.inCase(
                    authority, other, "NoteAdded", Instant.parse("2026-03-0" + i + "T08:00:00Z"), Actor.system()));
        }
        jdbi.useHandle(handle -> {
            UUID parked = Ids.next();
            for (UUID[] move : new UUID[][] {{caseId, parked}, {other, caseId}, {parked, other}}) {
                handle.execute(
                        "UPDATE case_events SET case_id = ? WHERE case_id = ? AND case_seq = 3", move[1], move[0]);
            }
        });

        assertThat(faultsHere()).anyMatch(fault -> fault.contains("event 3"));
    }

    @Test
    void anEditOfAnActOutsideCasesIsFound() {
        writer.append(NewEvent.inAuthority(authority, "UserCreated", Instant.now(), Actor.system()));
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE authority_events SET activity = 'UserClosed' WHERE authority_id = ?", authority));

        List<String> faults = TestService.bean(AuditVerifier.class).verify().faults();

        assertThat(faults)
                .anyMatch(fault -> fault.contains("AUTHORITY chain " + authority) && fault.contains("changed"));
        jdbi.useHandle(handle -> handle.execute("DELETE FROM authority_events WHERE authority_id = ?", authority));
    }

    /** A row like another, under a number of its own: what somebody would do who wants an act to have happened. */
    private void insertCopyOf(int seq, int wanted) {
        jdbi.useHandle(handle -> handle.execute("""
            INSERT INTO case_events (id, authority_id, case_id, case_seq, occurred_at, recorded_at, activity, object_refs, actor_kind, reason,
                attributes, secrecy_level, payload_hash, prev_hash, hash)
            SELECT ?, authority_id, case_id, ?, occurred_at, recorded_at, activity, object_refs, actor_kind, reason, attributes,
                secrecy_level, payload_hash, prev_hash, hash
              FROM case_events WHERE case_id = ? AND case_seq = ?""", Ids.next(), wanted, caseId, seq));
    }

    @Test
    void aSwapIsFound() {
        tamper("UPDATE case_events SET case_seq = 9 WHERE case_id = :case AND case_seq = 2");
        tamper("UPDATE case_events SET case_seq = 2 WHERE case_id = :case AND case_seq = 3");
        tamper("UPDATE case_events SET case_seq = 3 WHERE case_id = :case AND case_seq = 9");

        assertThat(faultsHere()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void anErasedPayloadLeavesTheChainUnbroken() {
        tamper("UPDATE case_events SET reason = NULL, attributes = NULL WHERE case_id = :case");

        assertThat(faultsHere()).isEmpty();
    }

    @Test
    void anEventIsUndoneWithTheChangeItBelongsTo() {
        Transactions transactions = TestService.bean(Transactions.class);

        assertThatThrownBy(() -> transactions.run(() -> {
                    writer.append(NewEvent.inCase(authority, caseId, "CaseClosed", Instant.now(), Actor.system()));
                    throw new IllegalStateException("the change fails");
                }))
                .hasMessage("the change fails");

        assertThat(TestService.bean(EventRepository.class).of(Chain.CASE, authority, caseId))
                .hasSize(5);
        assertThat(faultsHere()).isEmpty();
    }

    @Test
    void manyWritersOfOneCaseLeaveNoGapAndNoDouble() {
        IntStream.range(0, 40)
                .parallel()
                .forEach(i ->
                        writer.append(NewEvent.inCase(authority, caseId, "NoteAdded", Instant.now(), Actor.system())));

        assertThat(TestService.bean(EventRepository.class).of(Chain.CASE, authority, caseId))
                .extracting(row -> row.chainSeq())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 45).boxed().toList());
        assertThat(faultsHere()).isEmpty();
    }

    @Test
    void committedEventsAreNumberedInTheOutbox() {
        TestService.bean(OutboxPublisher.class).publish();

        assertThat(TestService.bean(EventRepository.class).of(Chain.CASE, authority, caseId))
                .extracting(row -> row.seq())
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }
}
