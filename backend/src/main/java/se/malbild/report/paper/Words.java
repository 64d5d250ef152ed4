// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.Text;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The words and figures of a document in one language, as people write them. Immutable. */
final class Words {
    private static final String NAMES = "/cases/activity-names.json";
    private static final Map<String, Map<String, String>> ACTIVITIES = activities();
    private static final Map<String, Text> FRICTIONS = Map.of(
            "waiting_applicant", new Text("Väntan på sökanden", "Waiting for the applicant"),
            "waiting_other_body", new Text("Väntan på någon annans svar", "Waiting for somebody else's answer"),
            "waiting_queue", new Text("Ärendet ligger i kö", "The case lies in a queue"),
            "slow_edge", new Text("Ett långsamt steg", "A slow step"),
            "rework", new Text("Samma sak görs om", "The same thing is done again"),
            "ping_pong",
                    new Text(
                            "Ärendet går fram och tillbaka mellan enheter",
                            "The case goes back and forth between units"),
            "unit_handover", new Text("Ärendet byter enhet", "The case changes unit"),
            "slow_dispatch", new Text("Från beslut till expediering", "From decision to dispatch"),
            "slow_closing", new Text("Från beslut till avslut", "From decision to closing"),
            "slow_registration", new Text("Från inkommet till registrerat", "From arrival to registration"));
    private static final Map<String, Text> UNITS = Map.of(
            "hours", new Text("timmar", "hours"),
            "days", new Text("dygn", "days"),
            "per_100_cases", new Text("per 100 ärenden", "per 100 cases"),
            "ratio", new Text("", ""));
    private static final Map<String, Text> ROAD_STATES = Map.of(
            "planned", new Text("Planerad", "Planned"),
            "started", new Text("Pågår", "Under way"),
            "done", new Text("Klar", "Done"),
            "dropped", new Text("Avförd", "Dropped"));

    private final Locale locale;

    Words(Locale locale) {
        this.locale = locale;
    }

    private static Map<String, Map<String, String>> activities() {
        try (InputStream in = Words.class.getResourceAsStream(NAMES)) {
            return JsonMapper.builder()
                    .build()
                    .readValue(
                            Objects.requireNonNull(in, NAMES),
                            new TypeReference<Map<String, Map<String, String>>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String language() {
        return locale.getLanguage();
    }

    /** One of two wordings. */
    String of(String sv, String en) {
        return new Text(sv, en).in(locale);
    }

    /** A text of the model or of the report, in this language or else in the one there is. */
    String of(@Nullable Map<String, String> text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String own = text.get(language());
        String swedish = text.get("sv");
        return own != null
                ? own
                : swedish != null ? swedish : text.values().iterator().next();
    }

    String friction(String kind) {
        Text known = FRICTIONS.get(kind);
        return known == null ? kind : known.in(locale);
    }

    /** What an event of our own is called; an activity of an imported log is written as the log writes it. */
    String activity(String activity) {
        Map<String, String> known = ACTIVITIES.get(activity);
        return known == null ? activity : of(known);
    }

    String roadState(String state) {
        Text known = ROAD_STATES.get(state);
        return known == null ? state : known.in(locale);
    }

    String number(double value, int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(digits);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }

    String count(long count) {
        return NumberFormat.getIntegerInstance(locale).format(count);
    }

    String percent(double share) {
        return number(share * 100, 1) + of(" %", " %");
    }

    /** A figure with its unit: shares as per cent. */
    String measure(double value, String unit) {
        if (unit.equals("share")) {
            return percent(value);
        }
        Text known = UNITS.get(unit);
        return (number(value, unit.equals("ratio") ? 2 : 1) + " " + (known == null ? unit : known.in(locale))).strip();
    }

    /** Seconds in the two largest units that matter. */
    String duration(double seconds) {
        Duration all = Duration.ofSeconds(Math.round(seconds));
        long days = all.toDays();
        int hours = all.toHoursPart();
        int minutes = all.toMinutesPart();
        if (days > 0) {
            return of("%d dygn", "%d days").formatted(days)
                    + (days < 10 && hours > 0 ? of(" %d tim", " %d h").formatted(hours) : "");
        }
        return hours > 0
                ? of("%d tim %d min", "%d h %d min").formatted(hours, minutes)
                : of("%d min", "%d min").formatted(minutes);
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ISO_LOCAL_DATE.format(day);
    }
}
