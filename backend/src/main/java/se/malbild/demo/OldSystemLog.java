// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import se.malbild.access.permission.Caller;
import se.malbild.access.unit.Units;
import se.malbild.friction.mined.EventLogs;
import se.malbild.friction.mined.LogImport;
import se.malbild.platform.jobs.Job;
import se.malbild.platform.jobs.Jobs;

/** The log of the system the authority had until its administration was centralised: written from the same stories, taken in as any log. */
@Singleton
class OldSystemLog {
    private static final List<String> TYPES = List.of(
            "vattenverksamhet-anmalan",
            "miljo-anmalan-c",
            "strandskydd-overprovning",
            "overklagande-bygglov",
            "fornlamning-ingrepp");
    private static final int OF_EACH_TYPE = 110;
    private static final int MONTHS = 12;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final LogImport imports;
    private final EventLogs logs;
    private final Jobs jobs;

    OldSystemLog(LogImport imports, EventLogs logs, Jobs jobs) {
        this.imports = imports;
        this.logs = logs;
        this.jobs = jobs;
    }

    /** Writes it, imports it as {@code developer} would and confirms what its activities mean; gives its identity. */
    UUID importAs(Caller developer, Map<String, Setting> settings) {
        Staff staff = Objects.requireNonNull(settings.get(TYPES.getFirst())).staff();
        byte[] file = OldSystemWriter.write(staff, plans(settings));
        LogImport.Wanted wanted = imports.check(
                developer, new LogImport.Wanted("Gamla ärendesystemet, året före centraliseringen", null, null));
        Job job = jobs.get(
                developer.authorityId(),
                developer.userId(),
                imports.queue(developer, wanted, imports.take(developer, new ByteArrayInputStream(file)))
                        .id());
        for (Instant limit = Instant.now().plus(LIMIT);
                !job.ended() && Instant.now().isBefore(limit); ) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            job = jobs.get(developer.authorityId(), developer.userId(), job.id());
        }
        if (!job.state().equals("done")) {
            throw new IllegalStateException("the log of the old system was not imported: " + job.state());
        }
        UUID id = logs.list(developer, null, null, 10).stream()
                .filter(each -> !each.own())
                .findFirst()
                .orElseThrow()
                .id();
        EventLogs.Mapping mapping = logs.mapping(developer, id);
        Map<String, String> known = new HashMap<>(OldSystemWriter.CLASSES);
        known.keySet().retainAll(Set.of(mapping.log().log().activities()));
        logs.confirm(
                developer,
                id,
                known,
                Set.of(OldSystemWriter.END),
                mapping.profile().version());
        return id;
    }

    /** Cases of the year before the centralisation; what was still open a few months later was never moved over. */
    private static List<CasePlan> plans(Map<String, Setting> settings) {
        LocalDate centralised = Organisation.phases().centralised();
        LocalDate first = centralised.minusMonths(MONTHS);
        Instant switchedOff =
                centralised.plusMonths(3).atStartOfDay(Units.STOCKHOLM).toInstant();
        List<CasePlan> plans = new ArrayList<>();
        for (String type : TYPES) {
            for (int i = 0; i < OF_EACH_TYPE; i++) {
                Chance chance = Chance.of("old system", type, i);
                Instant received = first.plusDays(chance.below(MONTHS * 30))
                        .atTime(8, 0)
                        .atZone(Units.STOCKHOLM)
                        .toInstant()
                        .plusSeconds(chance.below(8 * 3600));
                plans.add(new CaseFlow(Objects.requireNonNull(settings.get(type)), chance, 1, null)
                        .from(received)
                        .until(switchedOff));
            }
        }
        return plans.stream()
                .sorted(Comparator.comparing(plan -> plan.registered().at()))
                .toList();
    }
}
