// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.Text;

/** The one way out for what goes wrong in an expected way: becomes {@code application/problem+json} at the door. */
public class ProblemException extends RuntimeException {
    private final ProblemType type;
    private final @Nullable Text detail;
    private final List<FieldFault> faults;
    private final Map<String, Object> current;
    private final @Nullable Duration retryAfter;

    /** All of it; most callers use a factory below. */
    public ProblemException(
            ProblemType type,
            @Nullable Text detail,
            List<FieldFault> faults,
            Map<String, Object> current,
            @Nullable Duration retryAfter) {
        super(said(type, detail, faults), null, false, false);
        this.type = type;
        this.detail = detail;
        this.faults = List.copyOf(faults);
        this.current = Map.copyOf(current);
        this.retryAfter = retryAfter;
    }

    /** For the command line, which has no body to put faults in. */
    private static String said(ProblemType type, @Nullable Text detail, List<FieldFault> faults) {
        return Stream.concat(
                        Stream.ofNullable(detail).map(Text::en),
                        faults.stream().map(fault -> fault.message().en()))
                .collect(Collectors.joining(" ", type.code() + ": ", ""))
                .replaceFirst(": $", "");
    }

    /** A problem with a sentence about this very case. */
    public static ProblemException of(ProblemType type, String sv, String en) {
        return new ProblemException(type, new Text(sv, en), List.of(), Map.of(), null);
    }

    /** A problem its kind says all about. */
    public static ProblemException of(ProblemType type) {
        return new ProblemException(type, null, List.of(), Map.of(), null);
    }

    /** Not there, or not to be known of: always the same answer. */
    public static ProblemException notFound() {
        return of(ProblemType.NOT_FOUND);
    }

    /** Cannot be done in the present state (409). */
    public static ProblemException conflict(String sv, String en) {
        return of(ProblemType.CONFLICT, sv, en);
    }

    /** As {@link #conflict(String, String)}, telling the current state. */
    public static ProblemException conflict(String sv, String en, Map<String, Object> current) {
        return new ProblemException(ProblemType.CONFLICT, new Text(sv, en), List.of(), current, null);
    }

    /** Rules broken (422): all of them at once. */
    public static ProblemException ruleBroken(List<FieldFault> faults) {
        return new ProblemException(ProblemType.RULE_BROKEN, null, faults, Map.of(), null);
    }

    /** One rule broken (422). */
    public static ProblemException ruleBroken(String pointer, String code, String sv, String en) {
        return ruleBroken(List.of(FieldFault.of(pointer, code, sv, en)));
    }

    /** Wrong form (400): all faults at once. */
    public static ProblemException invalid(List<FieldFault> faults) {
        return new ProblemException(ProblemType.INVALID_INPUT, null, faults, Map.of(), null);
    }

    /** One value of wrong form (400). */
    public static ProblemException invalid(String pointer, String code, String sv, String en) {
        return invalid(List.of(FieldFault.of(pointer, code, sv, en)));
    }

    /** Too many tries (429). */
    public static ProblemException tooManyTries(Duration wait) {
        return new ProblemException(ProblemType.TOO_MANY_TRIES, null, List.of(), Map.of(), wait);
    }

    /** Changed since it was read (412); {@code current} is the version that holds now. */
    public static ProblemException stale(long current) {
        return new ProblemException(ProblemType.STALE_VERSION, null, List.of(), Map.of("version", current), null);
    }

    public ProblemType type() {
        return type;
    }

    public @Nullable Text detail() {
        return detail;
    }

    public List<FieldFault> faults() {
        return faults;
    }

    public Map<String, Object> current() {
        return current;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
