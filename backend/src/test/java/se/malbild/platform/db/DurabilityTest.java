// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import se.malbild.testing.TestService;

class DurabilityTest {
    @Test
    void isGivenByAServerThatWritesEachCommitToDisk() {
        assertThat(new Durability(1, false, 0, "ON").faults()).isEmpty();
        assertThat(new Durability(1, true, 1, "ON").faults()).isEmpty();
        assertThat(new Durability(3, true, 1, "1").faults()).isEmpty();
    }

    @Test
    void namesEverySettingThatMustBeChanged() {
        assertThat(new Durability(2, true, 0, "OFF").faults())
                .containsExactly(
                        "innodb_flush_log_at_trx_commit is 2 and must be 1",
                        "sync_binlog is 0 and must be 1, since the binary log is on",
                        "innodb_doublewrite is off and must be on");
    }

    @Test
    void isRefusedToTheTestDatabaseWhichFlushesNothing() {
        Jdbi jdbi = TestService.bean(Jdbi.class);

        assertThat(DurabilityCheck.read(jdbi).flushLogAtCommit()).isZero();
        assertThatThrownBy(() -> new DurabilityCheck(jdbi))
                .isInstanceOf(UnfitDatabaseException.class)
                .hasMessageContaining("does not start: innodb_flush_log_at_trx_commit is 0 and must be 1");
    }
}
