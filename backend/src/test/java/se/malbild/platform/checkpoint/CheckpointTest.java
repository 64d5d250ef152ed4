// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.malbild.platform.Ids;
import se.malbild.platform.events.Actor;
import se.malbild.platform.events.AuditVerifier;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;
import se.malbild.testing.TestService;

class CheckpointTest {
    private final EventWriter writer = TestService.bean(EventWriter.class);
    private final Checkpoints checkpoints = TestService.bean(Checkpoints.class);
    private final Jdbi jdbi = TestService.bean(Jdbi.class);
    private final UUID authority = Ids.next();
    private final UUID caseId = Ids.next();

    @BeforeEach
    void fourEventsThatAreSigned() {
        append(4);
        checkpoints.make();
        assertThat(signedFaults()).isEmpty();
    }

    @AfterEach
    void takeAway() {
        jdbi.useHandle(handle -> {
            for (String table : List.of("case_events", "authority_events", "chain_heads", "checkpoints")) {
                handle.execute("DELETE FROM " + table + " WHERE authority_id = ?", authority);
            }
        });
    }

    private void append(int events) {
        for (int i = 0; i < events; i++) {
            writer.append(NewEvent.inCase(authority, caseId, "NoteAdded", Instant.now(), Actor.system())
                    .withAttributes(Map.of("n", i)));
        }
    }

    private List<String> signedFaults() {
        return TestService.bean(CheckpointVerifier.class).verify().faults().stream()
                .filter(fault -> fault.contains(authority.toString()) || fault.contains(caseId.toString()))
                .toList();
    }

    private List<String> chainFaults() {
        return TestService.bean(AuditVerifier.class).verify().faults().stream()
                .filter(fault -> fault.contains(caseId.toString()))
                .toList();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> found = Files.list(checkpoints.of(authority))) {
            return found.sorted().toList();
        }
    }

    /** Takes the last events away and moves the head back, as one would who knows how the chain works. */
    private void cutAfter(int seq) {
        jdbi.useHandle(handle -> {
            handle.execute("DELETE FROM case_events WHERE case_id = ? AND case_seq > ?", caseId, seq);
            handle.execute("""
                UPDATE chain_heads SET last_seq = ?, last_hash = COALESCE(
                    (SELECT hash FROM case_events WHERE case_id = ? AND case_seq = ?), REPEAT(CHAR(0), 32)) WHERE chain_id = ?""", seq, caseId, seq, caseId);
        });
    }

    @Test
    void aCutAtTheEndIsFoundThoughRowsAndHeadAgree() {
        cutAfter(2);

        assertThat(chainFaults()).as("the chain itself is whole").isEmpty();
        assertThat(signedFaults()).anyMatch(fault -> fault.contains("event 4") && fault.contains("gone or another"));
    }

    @Test
    void aChainRecomputedFromAPointBeforeTheCheckpointIsFound() {
        cutAfter(1);
        append(3);

        assertThat(chainFaults()).as("the chain itself is whole").isEmpty();
        assertThat(signedFaults()).anyMatch(fault -> fault.contains("event 4") && fault.contains("gone or another"));
    }

    @Test
    void whatHappensAfterwardsIsCoveredByTheNext() throws IOException {
        append(2);
        checkpoints.make();
        assertThat(files()).hasSize(2);
        assertThat(signedFaults()).isEmpty();

        cutAfter(5);

        assertThat(signedFaults()).singleElement().asString().contains("event 6");
    }

    @Test
    void nothingIsMadeWhereNothingHappened() throws IOException {
        checkpoints.make();

        assertThat(files()).hasSize(1);
    }

    @Test
    void aChangedCheckpointIsFound() throws IOException {
        Path file = files().getFirst();
        Files.writeString(file, Files.readString(file).replace("CASE " + caseId + " 4 ", "CASE " + caseId + " 3 "));

        assertThat(signedFaults())
                .anyMatch(fault -> fault.contains("not signed"))
                .anyMatch(fault -> fault.contains("checkpoint 1") && fault.contains("missing or has been changed"));
    }

    @Test
    void aCheckpointSignedByAnotherKeyIsFound() throws IOException {
        Path file = files().getFirst();
        CheckpointFile.Header mine = CheckpointFile.read(file, new CheckpointKey(CheckpointKey.generate()), head -> {})
                .header();
        CheckpointKey other = new CheckpointKey(CheckpointKey.generate());
        Files.delete(file);
        CheckpointFile.write(
                file,
                new CheckpointFile.Header(mine.authorityId(), 1, mine.at(), mine.previous(), other.publicKey()),
                List.<CheckpointHead>of().iterator(),
                other);

        assertThat(signedFaults()).anyMatch(fault -> fault.contains("not signed by this installation's key"));
    }

    @Test
    void aMissingCheckpointIsFoundInTheMiddleAndAtTheEnd() throws IOException {
        append(1);
        checkpoints.make();
        Files.delete(files().getFirst());
        assertThat(signedFaults()).anyMatch(fault -> fault.contains("before number 2"));

        Files.delete(files().getLast());
        assertThat(signedFaults()).anyMatch(fault -> fault.contains("checkpoint 2"));
    }

    @Test
    void aCutOffFileIsNamed() throws IOException {
        Path file = files().getFirst();
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.indexOf("signature")));

        assertThat(signedFaults()).anyMatch(fault -> fault.contains("is cut off"));
    }

    @Test
    void aFileLeftByACrashBeforeItsRowIsNoFault() throws IOException {
        append(1);
        checkpoints.make();
        jdbi.useHandle(
                handle -> handle.execute("DELETE FROM checkpoints WHERE authority_id = ? AND number = 2", authority));
        append(1);
        checkpoints.make();

        assertThat(files()).hasSize(3);
        assertThat(signedFaults()).isEmpty();
    }
}
