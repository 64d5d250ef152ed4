// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.log;

/** The file cannot be taken as a log at all; nothing of it is kept. */
public final class LogRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String swedish;
    private final int line;

    LogRefusedException(String code, int line, String swedish, String english) {
        super(english);
        this.code = code;
        this.line = line;
        this.swedish = swedish;
    }

    /** Stable name, e.g. {@code truncated}. */
    public String code() {
        return code;
    }

    /** Line in the file, from 1; 0 where there is none. */
    public int line() {
        return line;
    }

    /** The reason in Swedish; {@link #getMessage()} is English. */
    public String swedish() {
        return swedish;
    }
}
