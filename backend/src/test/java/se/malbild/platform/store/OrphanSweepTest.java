// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import se.malbild.platform.Ids;
import se.malbild.testing.TestService;

class OrphanSweepTest {
    private final FileStore files = TestService.bean(FileStore.class);
    private final Jdbi jdbi = TestService.bean(Jdbi.class);
    private final UUID authority = Ids.next();
    private final Path folder = Path.of(TestService.bean(Folder.class).root, authority.toString());

    /** Where the running service keeps its files. */
    @Singleton
    static class Folder {
        private final String root;

        Folder(@Value("${malbild.files}") String root) {
            this.root = root;
        }
    }

    @Test
    void removesWhatNothingRefersToAfterADay() throws IOException {
        String orphan = stored("orphan", Duration.ofDays(2));
        Path cutOff = Files.createTempFile(folder, "in", ".part");
        Files.setLastModifiedTime(cutOff, FileTime.from(Instant.now().minus(Duration.ofDays(2))));

        TestService.bean(OrphanSweep.class).sweep();

        assertThat(path(orphan)).doesNotExist();
        assertThat(cutOff).doesNotExist();
    }

    @Test
    void keepsWhatIsYoungerThanADaySinceItsRowMayBeUnderWay() throws IOException {
        String young = stored("young", Duration.ofHours(23));

        TestService.bean(OrphanSweep.class).sweep();

        assertThat(path(young)).exists();
    }

    @Test
    void keepsWhatAnyTableOrAJobUnderWayRefersTo() throws IOException {
        String ofRow = stored("of a row", Duration.ofDays(2));
        String ofJob = stored("of a job", Duration.ofDays(2));
        String table = "sweep_probe_" + authority.toString().replace('-', '_');
        jdbi.useHandle(handle -> {
            handle.execute("CREATE TABLE " + table + " (authority_id UUID NOT NULL, body_sha256 CHAR(64) NULL)");
            handle.execute(
                    "INSERT INTO " + table + " VALUES (?, ?), (?, NULL)",
                    authority.toString(),
                    ofRow,
                    authority.toString());
            handle.execute(
                    """
                INSERT INTO jobs (id, authority_id, user_id, kind, input, state, lease_until, created_at)
                VALUES (?, ?, ?, 'probe', ?, 'running', '2999-01-01', NOW(6))""",
                    Ids.next().toString(),
                    authority.toString(),
                    Ids.next().toString(),
                    "{\"file\":\"" + ofJob + "\"}");
        });

        TestService.bean(OrphanSweep.class).sweep();

        jdbi.useHandle(handle -> handle.execute("DROP TABLE " + table));
        assertThat(path(ofRow)).exists();
        assertThat(path(ofJob)).exists();
    }

    private String stored(String text, Duration ago) throws IOException {
        String sha256 = files.put(authority, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 1000)
                .sha256();
        Files.setLastModifiedTime(path(sha256), FileTime.from(Instant.now().minus(ago)));
        return sha256;
    }

    private Path path(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }
}
