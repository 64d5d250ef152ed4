// SPDX-License-Identifier: EUPL-1.2
package se.malbild;

/** How the connector speaks with MariaDB. The same text stands in docs/operations.md for a database given by address. */
public final class ConnectionOptions {
    /** Prepared on the server and kept; inserts in bulk; a lock is waited for ten seconds. */
    public static final String TEXT =
            "useServerPrepStmts=true&cachePrepStmts=true&prepStmtCacheSize=500&useBulkStmts=true"
                    + "&sessionVariables=innodb_lock_wait_timeout=10";

    private ConnectionOptions() {}
}
