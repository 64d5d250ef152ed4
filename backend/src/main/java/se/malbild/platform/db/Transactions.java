// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.db;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import se.malbild.platform.problem.ProblemException;

/**
 * The one place where transactions begin and end. Repositories called inside share the connection; a transaction inside another joins
 * it. A deadlock or lock time-out repeats the outermost block from its start, so a block must do nothing outside the database.
 */
@Singleton
public final class Transactions {
    private static final String REHEARSAL = "rehearsal";
    private static final int TRIES = 8;
    private static final String ATTEMPT = "attempt";
    private static final int LOCK_DEADLOCK = 1213;
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int RECORD_CHANGED = 1020;

    private final Jdbi jdbi;
    private final ThreadLocal<Boolean> inside = new ThreadLocal<>();

    Transactions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Runs {@code work} in a transaction and gives its result: committed when it returns, rolled back when it throws. */
    public <T> T in(Supplier<T> work) {
        if (Boolean.TRUE.equals(inside.get())) {
            return work.get();
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (RuntimeException failure) {
                if (attempt == TRIES || !mayHelpToRepeat(failure)) {
                    throw failure;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1_000_000L << attempt));
            }
        }
    }

    /**
     * One of several pieces of work in one transaction, each of which may be refused on its own: what it had changed when it throws a
     * problem is undone, and the transaction around it goes on. Other failures end the whole.
     */
    public <T> T attempt(Supplier<T> work) {
        return Boolean.TRUE.equals(inside.get()) ? undoable(ATTEMPT, true, work) : in(work);
    }

    /**
     * Runs {@code work} and takes back what it wrote, also where it is refused; the transaction around it, if any, goes on. What it
     * locked stays locked until that one ends. A fault of the database is the outer transaction's, as everywhere.
     */
    public void rehearse(Runnable work) {
        run(() -> undoable(REHEARSAL, false, () -> {
            work.run();
            return null;
        }));
    }

    /** Inside a transaction: keeps what was written only if asked to and not refused. One kind within the other needs its own name. */
    private <T> T undoable(String savepoint, boolean keep, Supplier<T> work) {
        return jdbi.withHandle(handle -> {
            handle.savepoint(savepoint);
            try {
                T done = work.get();
                if (keep) {
                    handle.releaseSavepoint(savepoint);
                } else {
                    handle.rollbackToSavepoint(savepoint);
                }
                return done;
            } catch (ProblemException refused) {
                handle.rollbackToSavepoint(savepoint);
                throw refused;
            }
        });
    }

    /** As {@link #in}, without a result. */
    public void run(Runnable work) {
        in(() -> {
            work.run();
            return null;
        });
    }

    private <T> T once(Supplier<T> work) {
        inside.set(true);
        try {
            return jdbi.inTransaction((Handle handle) -> work.get());
        } finally {
            inside.remove();
        }
    }

    private static boolean mayHelpToRepeat(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && (sql.getErrorCode() == LOCK_DEADLOCK
                            || sql.getErrorCode() == LOCK_WAIT_TIMEOUT
                            || sql.getErrorCode() == RECORD_CHANGED)) {
                return true;
            }
        }
        return false;
    }
}
