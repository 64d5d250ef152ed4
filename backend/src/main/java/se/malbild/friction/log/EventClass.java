// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.log;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Classes of events (händelseklasser), in which activities of different logs meet: those of the maturity model's {@code eventVocabulary},
 * and friction's own after them. An event has one class or none.
 */
public enum EventClass {
    RECEIVE("Inkommet", "Received", false, true),
    REGISTER("Registrering", "Registration", true, true),
    ALLOCATE("Fördelning", "Allocation", true, true),
    WORK("Handläggning", "Handling work", true, true),
    REVIEW("Granskning", "Review", true, true),
    DRAFT("Beslutsförslag", "Decision draft", true, true),
    DECIDE("Beslut", "Decision", true, true),
    SIGN_DIGITAL("Digital underskrift", "Digital signature", true, true),
    SIGN_PAPER("Underskrift på papper", "Paper signature", true, true),
    DISPATCH_DIGITAL("Digital expediering", "Digital dispatch", true, true),
    DISPATCH_POST("Expediering med post", "Dispatch by post", true, true),
    PRINT("Utskrift", "Print", true, true),
    SCAN("Skanning", "Scan", true, true),
    POST_IN("Inkommen fysisk post", "Incoming physical mail", true, true),
    POST_OUT("Utgående fysisk post", "Outgoing physical mail", true, true),
    OUTSIDE("Arbete utanför systemet", "Work outside the system", true, true),
    REENTRY("Återinmatning", "Re-entry", true, true),
    HANDOVER("Överlämning", "Handover", false, true),
    REQUEST_INFO("Begärd komplettering", "Supplement requested", false, true),
    INFO_RECEIVED("Inkommen komplettering", "Supplement received", false, true),
    STATUS_QUESTION("Statusfråga", "Status enquiry", false, true),
    CLOSE("Avslut", "Closure", false, true),
    REOPEN("Återupptagande", "Reopening", false, true),
    COMMUNICATE("Kommunicering", "Communication with the parties", false, false),
    RESPONSE_RECEIVED("Yttrande från part", "Response from a party", false, false),
    REFER("Remiss", "Referral", false, false),
    STATEMENT_RECEIVED("Remissvar", "Statement received", false, false),
    APPEAL_RECEIVED("Inkommet överklagande", "Appeal received", false, false),
    APPEAL_FORWARDED("Överlämnat överklagande", "Appeal forwarded", false, false);

    /** Set HANDLING of the model. */
    public static final Set<EventClass> HANDLING = Set.copyOf(EnumSet.of(WORK, REVIEW, DRAFT, DECIDE));
    /** Set DISPATCH of the model. */
    public static final Set<EventClass> DISPATCH = Set.copyOf(EnumSet.of(DISPATCH_DIGITAL, DISPATCH_POST));
    /** Set PAPER of the model. */
    public static final Set<EventClass> PAPER =
            Set.copyOf(EnumSet.of(PRINT, SCAN, POST_IN, POST_OUT, DISPATCH_POST, SIGN_PAPER));
    /** Set DIGITAL of the model: channels by which something comes in digitally. */
    public static final Set<String> DIGITAL_CHANNELS = Set.of("eservice", "email", "secure", "api");

    /** Stands for no class in a column of classes. */
    public static final byte NONE = -1;

    private static final EventClass[] ALL = values();
    private static final Map<String, EventClass> BY_CODE =
            Arrays.stream(ALL).collect(Collectors.toMap(EventClass::code, Function.identity()));

    private final String swedish;
    private final String english;
    private final boolean work;
    private final boolean fromModel;

    EventClass(String swedish, String english, boolean work, boolean fromModel) {
        this.swedish = swedish;
        this.english = english;
        this.work = work;
        this.fromModel = fromModel;
    }

    /** As in the model and the contract. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The class of that code. */
    public static Optional<EventClass> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The class in a column of classes. */
    public static EventClass at(byte number) {
        return ALL[number];
    }

    /** Its number in a column of classes. */
    public byte number() {
        return (byte) ordinal();
    }

    public String swedish() {
        return swedish;
    }

    public String english() {
        return english;
    }

    /** Whether somebody works on the case then (set WORK of the model). */
    public boolean work() {
        return work;
    }

    /** Whether it is of the model's vocabulary, not friction's own. */
    public boolean fromModel() {
        return fromModel;
    }
}
