// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.db;

import java.util.ArrayList;
import java.util.List;

/**
 * The settings of the database server on which "acknowledged is on disk" rests (MariaDB manual, "InnoDB System Variables" and "Binary
 * Log System Variables").
 *
 * @param flushLogAtCommit {@code innodb_flush_log_at_trx_commit}: 1 and 3 write the log to disk at each commit
 * @param binaryLog {@code log_bin}
 * @param syncBinaryLog {@code sync_binlog}: 1 writes the binary log to disk at each commit; of no account without a binary log
 * @param doublewrite {@code innodb_doublewrite}: without it a page half written at a power cut is lost
 */
public record Durability(int flushLogAtCommit, boolean binaryLog, long syncBinaryLog, String doublewrite) {

    /** What must be changed before the service may promise anything; empty = nothing. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (flushLogAtCommit != 1 && flushLogAtCommit != 3) {
            faults.add("innodb_flush_log_at_trx_commit is " + flushLogAtCommit + " and must be 1");
        }
        if (binaryLog && syncBinaryLog != 1) {
            faults.add("sync_binlog is " + syncBinaryLog + " and must be 1, since the binary log is on");
        }
        if (doublewrite.equalsIgnoreCase("OFF") || doublewrite.equals("0")) {
            faults.add("innodb_doublewrite is off and must be on");
        }
        return List.copyOf(faults);
    }
}
