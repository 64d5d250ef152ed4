// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.db;

/** The database server is set up so that the service must not use it; the message says what to change. */
public final class UnfitDatabaseException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    UnfitDatabaseException(String message) {
        super(message);
    }

    /** The one among the causes of a failed start, or null. */
    public static @org.jspecify.annotations.Nullable UnfitDatabaseException in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnfitDatabaseException unfit) {
                return unfit;
            }
        }
        return null;
    }
}
