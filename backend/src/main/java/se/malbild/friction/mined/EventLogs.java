// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.mined;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Held;
import se.malbild.access.permission.Reach;
import se.malbild.access.unit.Unit;
import se.malbild.access.unit.Units;
import se.malbild.friction.log.EventClass;
import se.malbild.friction.log.EventLog;
import se.malbild.friction.log.LogColumns;
import se.malbild.friction.log.LogQuality;
import se.malbild.friction.mapping.LogProfile;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;
import tools.jackson.databind.json.JsonMapper;

/** The event logs of an authority: its own cases and imported ones. */
@Singleton
public class EventLogs {
    static final String MANAGE = "event-log:manage";
    private static final String OWN_TITLE = "Egna ärenden";

    private final EventLogRepository logs;
    private final MinedLogs mined;
    private final LogProfiles profiles;
    private final Units units;
    private final Transactions transactions;
    private final EventWriter events;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();
    private final SecureRandom random = new SecureRandom();

    EventLogs(
            EventLogRepository logs,
            MinedLogs mined,
            LogProfiles profiles,
            Units units,
            Transactions transactions,
            EventWriter events,
            Clock clock) {
        this.logs = logs;
        this.mined = mined;
        this.profiles = profiles;
        this.units = units;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A log in a list, as its reader may see it.
     *
     * @param cases cases that may be counted for the reader
     */
    public record Listed(
            UUID id,
            boolean own,
            String title,
            UUID unitId,
            long cases,
            long events,
            int activities,
            @Nullable Instant firstAt,
            @Nullable Instant lastAt,
            Instant createdAt,
            Instant asOf,
            boolean mappingConfirmed,
            boolean endKnown,
            boolean drillDown,
            boolean numbersOnly,
            long version) {}

    /** A log with its quality note. */
    public record Detail(
            Listed log,
            @Nullable String sourceName,
            @Nullable Long sourceBytes,
            QualityNote quality) {}

    /**
     * A log and its mapping.
     *
     * @param counted the events of it that may be counted for the reader
     */
    public record Mapping(MinedLog log, EventLog counted, LogProfile profile) {}

    /** Logs the caller may see figures of: own cases on the first page, then the newest, after {@code (before, beforeId)}. */
    public List<Listed> list(Caller caller, @Nullable Instant before, @Nullable UUID beforeId, int limit) {
        LogReader reader = LogReader.of(caller);
        List<LogRow> found = new ArrayList<>();
        if (before == null) {
            found.add(own(caller.authorityId(), caller.userId()));
        }
        Held read = reader.read();
        List<UUID> only =
                read.wholeAuthority() || read.reaches().contains(Reach.NUMBERS) ? null : List.copyOf(read.unitIds());
        found.addAll(logs.imported(caller.authorityId(), only, before, beforeId, limit - found.size()));
        return found.stream().map(row -> listed(reader, row)).toList();
    }

    /** One log; 404 where the caller may not know of it. */
    public Detail get(Caller caller, UUID id) {
        LogReader reader = LogReader.of(caller);
        return detail(reader, row(reader, id));
    }

    /** Another title for an imported log. */
    public Detail rename(Caller caller, UUID id, String title, long expected) {
        return transactions.in(() -> {
            LogRow row = managed(caller, id);
            requireImported(row);
            if (!logs.rename(row.authorityId(), id, title.strip(), expected)) {
                throw stale(caller, id);
            }
            events.append(NewEvent.inAuthority(row.authorityId(), "EventLogRenamed", clock.instant(), caller.actor())
                    .withObjects("event-log:" + id));
            return get(caller, id);
        });
    }

    /** Removes an imported log. */
    public void delete(Caller caller, UUID id, long expected) {
        transactions.run(() -> {
            LogRow row = managed(caller, id);
            requireImported(row);
            if (!logs.delete(row.authorityId(), id, expected)) {
                throw stale(caller, id);
            }
            events.append(NewEvent.inAuthority(row.authorityId(), "EventLogDeleted", clock.instant(), caller.actor())
                    .withObjects("event-log:" + id));
        });
        mined.forget(id);
    }

    /** The mapping of a log and its activities. */
    public Mapping mapping(Caller caller, UUID id) {
        LogReader reader = LogReader.of(caller);
        LogRow row = row(reader, id);
        MinedLog log = mined.open(row, false);
        return new Mapping(
                log, row.own() ? CountedPart.of(log.log(), reader.counted(log)) : log.log(), profiles.of(row));
    }

    /** Confirms a mapping; every fault is told at once. */
    public Mapping confirm(
            Caller caller, UUID id, Map<String, String> classes, Set<String> endActivities, long expected) {
        transactions.run(() -> {
            LogRow row = managed(caller, id);
            requireImported(row);
            Map<String, EventClass> known = known(mined.open(row, false).log(), classes, endActivities);
            if (!profiles.save(row, known, endActivities, caller.userId(), expected)) {
                throw ProblemException.stale(profiles.of(row).version());
            }
            events.append(
                    NewEvent.inAuthority(row.authorityId(), "EventLogMappingConfirmed", clock.instant(), caller.actor())
                            .withObjects("event-log:" + id)
                            .withAttributes(Map.of("mapped", known.size(), "endActivities", endActivities.size())));
        });
        return mapping(caller, id);
    }

    private static Map<String, EventClass> known(EventLog log, Map<String, String> classes, Set<String> endActivities) {
        Set<String> activities = new HashSet<>(List.of(log.activities()));
        Map<String, EventClass> known = new HashMap<>();
        List<FieldFault> faults = new ArrayList<>();
        classes.forEach((activity, code) -> {
            if (!activities.contains(activity)) {
                faults.add(unknownActivity("/activities"));
            }
            EventClass.of(code)
                    .ifPresentOrElse(
                            found -> known.put(activity, found),
                            () -> faults.add(FieldFault.of(
                                    "/activities",
                                    "unknown_class",
                                    "Det finns ingen händelseklass med den koden.",
                                    "There is no event class of that code.")));
        });
        if (!activities.containsAll(endActivities)) {
            faults.add(unknownActivity("/endActivities"));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults.stream().distinct().toList());
        }
        return known;
    }

    private static FieldFault unknownActivity(String pointer) {
        return FieldFault.of(
                pointer,
                "unknown_activity",
                "En av aktiviteterna finns inte i loggen.",
                "One of the activities is not in the log.");
    }

    /**
     * A log opened for figures.
     *
     * @param counted cases of it that may enter them
     */
    public record Opened(MinedLog log, BitSet counted) {}

    /** The log for figures, and what the caller may know of it; 404 where that is nothing. */
    public Opened open(LogReader reader, UUID id, boolean completeOnly) {
        LogRow row = row(reader, id);
        MinedLog log = mined.open(row, completeOnly);
        BitSet counted = reader.counted(log);
        return new Opened(row.own() ? log.asOf(newest(row, Span.of(log.log(), counted))) : log, counted);
    }

    private static Instant newest(LogRow row, Span counted) {
        Instant last = counted.lastAt();
        return last == null ? row.createdAt() : last;
    }

    /** The log of the authority's own cases, if it has been asked for before; for the product's own work. */
    public Optional<UUID> findOwn(UUID authorityId) {
        return logs.own(authorityId).map(LogRow::id);
    }

    /** The log of the authority's own cases, made when first asked for. */
    LogRow own(UUID authorityId, UUID askedBy) {
        return logs.own(authorityId)
                .orElseGet(() -> transactions.in(() -> {
                    byte[] secret = secret();
                    LogQuality nothing = new LogQuality(0, 0, 0, 0, Units.STOCKHOLM.getId(), 0, 0, 0, 0, List.of(), 0);
                    logs.insert(
                            new LogRow(
                                    Ids.next(),
                                    authorityId,
                                    "own",
                                    OWN_TITLE,
                                    root(authorityId),
                                    null,
                                    null,
                                    0,
                                    0,
                                    0,
                                    null,
                                    null,
                                    json.writeValueAsString(new QualityNote(nothing, 0, 0, 0, 0, List.of())),
                                    secret,
                                    clock.instant(),
                                    1),
                            askedBy);
                    return logs.own(authorityId).orElseThrow();
                }));
    }

    byte[] secret() {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        return secret;
    }

    /** The unit that is the authority itself. */
    UUID root(UUID authorityId) {
        return units.tree(authorityId, true).stream()
                .filter(unit -> unit.parentId() == null)
                .map(Unit::id)
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    private LogRow row(LogReader reader, UUID id) {
        return logs.find(reader.scope().authorityId(), id)
                .filter(row -> reader.sees(row.own(), row.unitId()))
                .orElseThrow(ProblemException::notFound);
    }

    private LogRow managed(Caller caller, UUID id) {
        LogRow row = row(LogReader.of(caller), id);
        caller.requireUnit(MANAGE, row.unitId());
        return row;
    }

    private static void requireImported(LogRow row) {
        if (row.own()) {
            throw ProblemException.conflict(
                    "Loggen över egna ärenden är fast: den kan inte ändras, mappas om eller tas bort.",
                    "The log of own cases is fixed: it cannot be changed, mapped anew or deleted.");
        }
    }

    private ProblemException stale(Caller caller, UUID id) {
        return ProblemException.stale(row(LogReader.of(caller), id).version());
    }

    private Detail detail(LogReader reader, LogRow row) {
        return new Detail(listed(reader, row), row.sourceName(), row.sourceBytes(), noteOf(reader, row));
    }

    private QualityNote noteOf(LogReader reader, LogRow row) {
        if (!row.own()) {
            return json.readValue(row.quality(), QualityNote.class);
        }
        MinedLog log = mined.open(row, false);
        EventLog counted = CountedPart.of(log.log(), reader.counted(log));
        return QualityNote.of(new LogColumns.Nameless(counted, log.systemResource()), clock.instant());
    }

    private Listed listed(LogReader reader, LogRow row) {
        boolean drills = reader.drillsDown(row.own(), row.unitId());
        boolean numbers = reader.numbersOnly(row.own(), row.unitId());
        if (!row.own()) {
            LogProfile profile = profiles.of(row);
            return new Listed(
                    row.id(),
                    false,
                    row.title(),
                    row.unitId(),
                    row.caseCount(),
                    row.eventCount(),
                    row.activityCount(),
                    row.firstAt(),
                    row.lastAt(),
                    row.createdAt(),
                    row.createdAt(),
                    profile.confirmed(),
                    !profile.endActivities().isEmpty(),
                    drills,
                    numbers,
                    row.version());
        }
        MinedLog log = mined.open(row, false);
        BitSet counted = reader.counted(log);
        Span span = Span.of(log.log(), counted);
        return new Listed(
                row.id(),
                true,
                row.title(),
                row.unitId(),
                counted.cardinality(),
                span.events(),
                CountedPart.activities(log.log(), counted),
                span.firstAt(),
                span.lastAt(),
                row.createdAt(),
                newest(row, span),
                true,
                true,
                drills,
                numbers,
                row.version());
    }
}
