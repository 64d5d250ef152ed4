// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;
import se.malbild.platform.store.FileStore;
import se.malbild.testing.TestService;

class FullStoreTest {
    private static final byte[] BYTES = "Tio byte.".getBytes(StandardCharsets.UTF_8);

    private final RunningFull store = new RunningFull(TestService.bean(FileStore.class));
    private final Uploads uploads = new Uploads(
            TestService.bean(UploadRepository.class),
            store,
            TestService.bean(Transactions.class),
            Clock.systemUTC(),
            100);
    private final Uploads.Owner owner = new Uploads.Owner(Ids.next(), Ids.next());

    @Test
    void aPartThatDoesNotFitIsRefusedAndTheUploadStandsWhereItStood() {
        UUID id = uploads.start(owner, "brev.txt", null, BYTES.length, null).id();
        uploads.append(owner, id, 0, new ByteArrayInputStream(BYTES, 0, 4));
        store.left = 0;

        refused(() -> uploads.append(owner, id, 4, new ByteArrayInputStream(BYTES, 4, 5)));

        assertThat(uploads.get(owner, id).received()).isEqualTo(4);
        store.left = 10;
        assertThat(uploads.append(owner, id, 4, new ByteArrayInputStream(BYTES, 4, 5))
                        .complete())
                .isTrue();
    }

    @Test
    void aWholeThatDoesNotFitIsNotCompleteAndIsPutTogetherWhenThereIsRoomAgain() {
        UUID id = uploads.start(owner, "brev.txt", null, BYTES.length, null).id();
        store.left = 1;

        refused(() -> uploads.append(owner, id, 0, new ByteArrayInputStream(BYTES)));

        assertThat(uploads.get(owner, id).complete()).isFalse();
        store.left = 10;
        Upload done = uploads.append(owner, id, BYTES.length, InputStream.nullInputStream());
        assertThat(done.sha256()).isEqualTo(GivenRecords.sha256(BYTES));
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.STORAGE_FULL));
    }

    /** A store with room for so many files more. */
    private static final class RunningFull implements FileStore {
        private final FileStore real;
        private int left = Integer.MAX_VALUE;

        RunningFull(FileStore real) {
            this.real = real;
        }

        @Override
        public Stored put(UUID authorityId, InputStream content, long limitBytes) {
            if (left-- <= 0) {
                throw ProblemException.of(ProblemType.STORAGE_FULL);
            }
            return real.put(authorityId, content, limitBytes);
        }

        @Override
        public InputStream open(UUID authorityId, String sha256) throws IOException {
            return real.open(authorityId, sha256);
        }

        @Override
        public long size(UUID authorityId, String sha256) throws IOException {
            return real.size(authorityId, sha256);
        }

        @Override
        public List<UUID> authorities() throws IOException {
            return real.authorities();
        }

        @Override
        public List<String> olderThan(UUID authorityId, Instant limit) throws IOException {
            return real.olderThan(authorityId, limit);
        }

        @Override
        public boolean removeIfOlder(UUID authorityId, String sha256, Instant limit) throws IOException {
            return real.removeIfOlder(authorityId, sha256, limit);
        }

        @Override
        public int removeUnfinished(UUID authorityId, Instant limit) throws IOException {
            return real.removeUnfinished(authorityId, limit);
        }
    }
}
