// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.measure;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.malbild.friction.indicator.IndicatorValue;
import se.malbild.friction.indicator.Indicators;
import se.malbild.friction.log.EventClass;
import se.malbild.platform.Text;

/** Where the values of indicators come from: friction's event logs. */
@Singleton
class IndicatorSource {
    private final Indicators indicators;

    IndicatorSource(Indicators indicators) {
        this.indicators = indicators;
    }

    /**
     * The indicators that the log can tell, with the reason where it cannot.
     *
     * @param unitId of the log of own cases only those of that unit; absent = all
     * @param caseTypeKey of the log of own cases only those of that type; absent = all
     */
    List<MeasuredValue> measure(
            UUID authorityId, UUID eventLogId, @Nullable UUID unitId, @Nullable String caseTypeKey) {
        return indicators.measureForAssessment(authorityId, eventLogId, unitId, caseTypeKey).stream()
                .map(each -> new MeasuredValue(each.code(), each.value(), each.n(), reason(each)))
                .toList();
    }

    private static @Nullable Text reason(IndicatorValue value) {
        String key = value.notMeasuredReasonKey();
        if (key == null) {
            return null;
        }
        return switch (key) {
            case "mapping_not_confirmed" ->
                new Text(
                        "Mäts inte. Loggens aktiviteter är inte kopplade till händelseklasser än.",
                        "Not measured. The log's activities are not mapped to event classes yet.");
            case "classes_not_mapped" -> missing(value);
            case "end_not_known" ->
                new Text(
                        "Mäts inte. Det är inte angivet vilken händelse som avslutar ett ärende.",
                        "Not measured. It is not stated which event ends a case.");
            case "attribute_missing" ->
                new Text(
                        "Mäts inte. Loggen säger inte hur ärendena kom in.",
                        "Not measured. The log does not tell how the cases came in.");
            case "not_in_events" ->
                new Text(
                        "Mäts inte. Det framgår inte av händelser som bara har en tidpunkt.",
                        "Not measured. It cannot be told from events that have but one instant.");
            case "too_few" ->
                new Text("Mäts inte. Loggen har inga sådana ärenden.", "Not measured. The log has no such cases.");
            default -> null;
        };
    }

    private static Text missing(IndicatorValue value) {
        String classes = value.missingClasses().stream().map(EventClass::code).collect(Collectors.joining(", "));
        return new Text(
                "Mäts inte. Ingen aktivitet är kopplad till: %s.".formatted(classes),
                "Not measured. No activity is mapped to: %s.".formatted(classes));
    }
}
