// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.Act;
import se.malbild.cases.CaseHistory;
import se.malbild.cases.CaseRecord;
import se.malbild.cases.deadline.Channel;
import se.malbild.cases.outside.Enquiry;

/** Writes planned cases as an event log (XES, IEEE 1849-2016) in the words of the system the authority had before. */
final class OldSystemWriter {
    /** Activity → event class; what is not here has none. */
    static final Map<String, String> CLASSES = Map.ofEntries(
            Map.entry("Inkommen", "receive"),
            Map.entry("Registrerad", "register"),
            Map.entry("Fördelad", "allocate"),
            Map.entry("Överlämnad", "handover"),
            Map.entry("Handläggning påbörjad", "work"),
            Map.entry("Tjänsteanteckning", "work"),
            Map.entry("Statusfråga", "status_question"),
            Map.entry("Komplettering begärd", "request_info"),
            Map.entry("Komplettering inkommen", "info_received"),
            Map.entry("Kommunicerad", "communicate"),
            Map.entry("Svar på kommunicering", "response_received"),
            Map.entry("Remiss skickad", "refer"),
            Map.entry("Remissvar inkommet", "statement_received"),
            Map.entry("Förslag till beslut", "draft"),
            Map.entry("Förslag återlämnat", "review"),
            Map.entry("Beslutad", "decide"),
            Map.entry("Expedierad per post", "dispatch_post"),
            Map.entry("Expedierad digitalt", "dispatch_digital"),
            Map.entry("Avslutad", "close"));
    /** What ends a case there. */
    static final String END = "Avslutad";

    private final Staff staff;
    private final Map<UUID, Integer> numbers = new HashMap<>();
    private final StringBuilder xes = new StringBuilder(1 << 20);

    private OldSystemWriter(Staff staff) {
        this.staff = staff;
    }

    /** The log, compressed. */
    static byte[] write(Staff staff, List<CasePlan> plans) {
        OldSystemWriter writer = new OldSystemWriter(staff);
        writer.xes.append("""
            <?xml version="1.0" encoding="UTF-8"?>
            <log xes.version="1849-2016" xmlns="http://www.xes-standard.org/">
            <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
            <extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
            <extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
            """);
        int number = 0;
        for (CasePlan plan : plans) {
            number++;
            writer.trace("Ä%04d".formatted(number), plan);
        }
        writer.xes.append("</log>\n");
        return compressed(writer.xes.toString());
    }

    private void trace(String name, CasePlan plan) {
        xes.append("<trace><string key=\"concept:name\" value=\"")
                .append(name)
                .append("\"/><string key=\"Ärendetyp\" value=\"")
                .append(plan.wanted().caseTypeKey())
                .append("\"/>\n");
        event(
                "Inkommen",
                plan.wanted().receivedAt(),
                "system",
                null,
                plan.wanted().channel());
        event(
                "Registrerad",
                plan.registered().at(),
                person(plan.registered()),
                unit(plan.registered()),
                plan.wanted().channel());
        boolean assigned = false;
        for (CaseHistory.Step step : plan.steps()) {
            String activity = activity(step, assigned);
            assigned |= step instanceof CaseHistory.Assigned;
            event(
                    activity,
                    step.act().at(),
                    person(step.act()),
                    unit(step.act()),
                    step instanceof CaseHistory.Dispatched sent ? sent.channel() : null);
        }
        xes.append("</trace>\n");
    }

    private static String activity(CaseHistory.Step step, boolean assigned) {
        return switch (step) {
            case CaseHistory.Assigned done -> assigned ? "Överlämnad" : "Fördelad";
            case CaseHistory.Started done -> "Handläggning påbörjad";
            case CaseHistory.Noted noted -> noted.addsFacts() ? "Tjänsteanteckning" : "Statusfråga";
            case CaseHistory.RecordAdded added ->
                added.record().direction() == CaseRecord.Direction.IN ? "Handling inkommen" : "Handling upprättad";
            case CaseHistory.WaitBegun begun ->
                switch (begun.kind()) {
                    case SUPPLEMENT -> "Komplettering begärd";
                    case COMMUNICATION -> "Kommunicerad";
                    case REFERRAL -> "Remiss skickad";
                    case COURT, PAYMENT, PAUSED -> "Vilande";
                };
            case CaseHistory.WaitEnded ended ->
                !ended.received()
                        ? "Svarstid löpte ut"
                        : switch (ended.kind()) {
                            case SUPPLEMENT -> "Komplettering inkommen";
                            case COMMUNICATION -> "Svar på kommunicering";
                            case REFERRAL -> "Remissvar inkommet";
                            case COURT, PAYMENT, PAUSED -> "Återupptagen";
                        };
            case CaseHistory.Asked asked ->
                asked.kind() == Enquiry.Kind.COMMUNICATION ? "Kommunicerad" : "Komplettering begärd";
            case CaseHistory.Referred done -> "Remiss skickad";
            case CaseHistory.Answered answered ->
                switch (answered.kind()) {
                    case SUPPLEMENT, INJUNCTION -> "Komplettering inkommen";
                    case COMMUNICATION -> "Svar på kommunicering";
                    case REFERRAL -> "Remissvar inkommet";
                };
            case CaseHistory.ConflictDeclared done -> "Jäv anmält";
            case CaseHistory.Proposed done -> "Förslag till beslut";
            case CaseHistory.Returned done -> "Förslag återlämnat";
            case CaseHistory.Signed done -> "Beslutad";
            case CaseHistory.Dispatched sent ->
                sent.channel() == Channel.POST ? "Expedierad per post" : "Expedierad digitalt";
            case CaseHistory.Closed done -> END;
        };
    }

    private void event(String activity, Instant at, String resource, @Nullable String unit, @Nullable Channel channel) {
        xes.append("<event><string key=\"concept:name\" value=\"")
                .append(activity)
                .append("\"/><date key=\"time:timestamp\" value=\"")
                .append(at)
                .append("\"/><string key=\"org:resource\" value=\"")
                .append(resource)
                .append("\"/>");
        if (unit != null) {
            xes.append("<string key=\"org:group\" value=\"").append(unit).append("\"/>");
        }
        if (channel != null) {
            xes.append("<string key=\"channel\" value=\"")
                    .append(channel.code())
                    .append("\"/>");
        }
        xes.append("</event>\n");
    }

    /** The old system named nobody: a number for each. */
    private String person(Act act) {
        return "Användare %02d".formatted(numbers.computeIfAbsent(act.userId(), key -> numbers.size() + 1));
    }

    private @Nullable String unit(Act act) {
        return staff.units().entrySet().stream()
                .filter(each -> each.getValue().equals(act.actor().unitId()))
                .map(Map.Entry::getKey)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static byte[] compressed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
