// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.mined;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.malbild.access.unit.Units;
import se.malbild.cases.CaseFace;
import se.malbild.cases.CaseFaceRepository;
import se.malbild.cases.type.CaseTypes;
import se.malbild.friction.log.EventLog;
import se.malbild.friction.mapping.OwnClasses;
import se.malbild.platform.Text;

/**
 * An authority's own cases as a log that grows: packed segments first, then the tail, and from then on only what has been published since,
 * when somebody asks and the last reading is older than a second. Nothing is logged twice: these are the rows of law and audit.
 */
@Singleton
class OwnLogs {
    private static final Logger LOG = LoggerFactory.getLogger(OwnLogs.class);
    private static final int AT_ONCE = 50_000;
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration NAMES_HOLD = Duration.ofMinutes(10);

    private final OwnEventRepository events;
    private final OwnPacks packs;
    private final CaseFaceRepository faces;
    private final CaseTypes types;
    private final Units units;
    private final Clock clock;
    private final Cache<UUID, Growing> logs =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofHours(2)).build();

    OwnLogs(
            OwnEventRepository events,
            OwnPacks packs,
            CaseFaceRepository faces,
            CaseTypes types,
            Units units,
            Clock clock) {
        this.events = events;
        this.packs = packs;
        this.faces = faces;
        this.types = types;
        this.units = units;
        this.clock = clock;
    }

    private static final class Growing {
        final OwnEvents events = new OwnEvents();
        final Map<UUID, CaseFace> faces = new HashMap<>();
        Instant readAt = Instant.EPOCH;
        Instant builtAt = Instant.EPOCH;

        @Nullable
        MinedLog built;
    }

    /** The log as it is now. */
    MinedLog current(LogRow row) {
        Growing log = logs.get(row.authorityId(), id -> new Growing());
        synchronized (log) {
            Instant now = clock.instant();
            if (log.readAt.plus(FRESH).isBefore(now)) {
                boolean grown = readOn(row.authorityId(), log);
                log.readAt = now;
                if (grown || log.built == null || log.builtAt.plus(NAMES_HOLD).isBefore(now)) {
                    log.built = build(row, log, now);
                    log.builtAt = now;
                }
            }
            MinedLog built = log.built;
            if (built == null) {
                throw new IllegalStateException("an own log is built when first read");
            }
            return built;
        }
    }

    private boolean readOn(UUID authorityId, Growing log) {
        int before = log.events.events();
        if (before == 0) {
            packs.replay(authorityId, log.events);
        }
        int read = AT_ONCE;
        while (read == AT_ONCE) {
            read = events.read(authorityId, log.events.lastSeq(), AT_ONCE, log.events);
        }
        if (log.events.events() == before) {
            return false;
        }
        faces.of(authorityId, log.events.casesSince(before)).forEach(face -> log.faces.put(face.id(), face));
        return true;
    }

    private MinedLog build(LogRow row, Growing log, Instant now) {
        List<UUID> cases = log.events.cases();
        Pseudonyms names = new Pseudonyms(row.pseudonymKey());
        List<String> keys = new ArrayList<>(cases.size());
        String[] labels = new String[cases.size()];
        String[] typeKeys = new String[cases.size()];
        String[] channels = new String[cases.size()];
        List<CaseFace> own = new ArrayList<>(cases.size());
        for (int c = 0; c < labels.length; c++) {
            CaseFace face = log.faces.get(cases.get(c));
            if (face == null) {
                throw new IllegalStateException("an event of a case that is not there");
            }
            own.add(face);
            keys.add(names.of(cases.get(c)));
            labels[c] = Pseudonyms.label(keys.get(c));
            typeKeys[c] = face.caseTypeKey();
            channels[c] = face.channel();
        }
        OwnEvents.Snapshot snapshot =
                log.events.snapshot(labels, Map.of("caseType", typeKeys, "channel", channels), Units.STOCKHOLM.getId());
        EventLog columns = snapshot.log();
        boolean[] ends = new boolean[columns.activities().length];
        for (int a = 0; a < ends.length; a++) {
            ends[a] = columns.activities()[a].equals(OwnClasses.END);
        }
        int[] numbers = new int[labels.length];
        java.util.Arrays.setAll(numbers, c -> c);
        return MinedLog.of(
                new MinedLog.Identity(row.id(), row.authorityId(), true, row.title(), row.unitId(), now),
                columns,
                snapshot.systemResource(),
                snapshot.classes(),
                OwnClasses.mapped(),
                true,
                ends,
                numbers,
                List.copyOf(own),
                List.copyOf(keys),
                unitNames(row.authorityId(), columns.groups()),
                Map.of("caseType", typeNames(row.authorityId())));
    }

    /** Packs what has been published, for authorities whose log is in use. */
    @Scheduled(fixedDelay = "10m", initialDelay = "5m")
    void packOn() {
        for (UUID authorityId : logs.asMap().keySet()) {
            try {
                packs.packOn(authorityId, OwnPacks.EVENTS);
            } catch (RuntimeException e) {
                LOG.warn("Own events wait to be packed: {}", e.getMessage());
            }
        }
    }

    private List<MinedLog.UnitName> unitNames(UUID authorityId, String[] ids) {
        Map<String, Text> names = new HashMap<>();
        units.tree(authorityId, true)
                .forEach(unit -> names.put(
                        unit.id().toString(),
                        new Text(unit.nameSv(), unit.nameEn() == null ? unit.nameSv() : unit.nameEn())));
        List<MinedLog.UnitName> named = new ArrayList<>();
        for (String id : ids) {
            named.add(new MinedLog.UnitName(id, names.getOrDefault(id, new Text(id, id))));
        }
        return List.copyOf(named);
    }

    private Map<String, Text> typeNames(UUID authorityId) {
        Map<String, Text> names = new HashMap<>();
        types.list(authorityId, null)
                .forEach(version ->
                        names.put(version.type().key(), version.type().name()));
        return names;
    }
}
