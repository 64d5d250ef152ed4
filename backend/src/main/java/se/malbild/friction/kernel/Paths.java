// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import se.malbild.friction.log.EventLog;

/**
 * A number for each path that stays the same in every log and every run: built of the names of its activities, never of their numbers.
 * Used by one thread.
 */
public final class Paths {
    private final long[] ofActivity;

    private Paths(long[] ofActivity) {
        this.ofActivity = ofActivity;
    }

    /** For the activities of a log. */
    public static Paths of(EventLog log) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long[] numbers = new long[log.activities().length];
            for (int a = 0; a < numbers.length; a++) {
                numbers[a] = ByteBuffer.wrap(digest.digest(log.activities()[a].getBytes(StandardCharsets.UTF_8)))
                        .getLong();
            }
            return new Paths(numbers);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Number of a case's path. */
    public long ofCase(EventLog log, int c) {
        long path = 1;
        for (int e = log.caseOffset()[c]; e < log.caseOffset()[c + 1]; e++) {
            path = mix(path, ofActivity[log.activity()[e]]);
        }
        return path;
    }

    /** Number of a path. */
    public long ofPath(int[] activities) {
        long path = 1;
        for (int a : activities) {
            path = mix(path, ofActivity[a]);
        }
        return path;
    }

    /** As it is written: 16 hexadecimal digits. */
    public static String key(long path) {
        return String.format("%016x", path);
    }

    /** David Stafford's mixing of 64 bits (variant 13) over the path so far and the next activity. */
    private static long mix(long path, long activity) {
        long z = path * 0x9E3779B97F4A7C15L + activity;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
