// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.mined;

import jakarta.inject.Singleton;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.unit.Units;
import se.malbild.friction.log.EventLog;
import se.malbild.friction.log.LogColumns;
import se.malbild.friction.log.LogRefusedException;
import se.malbild.friction.log.XesReader;
import se.malbild.platform.Ids;
import se.malbild.platform.Text;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.Actor;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;
import se.malbild.platform.jobs.Job;
import se.malbild.platform.jobs.JobContext;
import se.malbild.platform.jobs.JobHandler;
import se.malbild.platform.jobs.Jobs;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;
import se.malbild.platform.store.FileStore;
import tools.jackson.databind.json.JsonMapper;

/**
 * Imports an event log: the uploaded bytes lie in the file store before the job is queued, the job reads them into columns, and its
 * finish saves all of it in one transaction. Run again from the start it does the same; cut off anywhere it leaves nothing.
 */
@Singleton
public class LogImport implements JobHandler {
    /** Bytes one upload may have. */
    public static final long MOST_BYTES = 200L << 20;

    private static final int MOST_EVENTS = 20_000_000;
    private static final Instant EARLIEST = Instant.parse("1000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final FileStore files;
    private final Jobs jobs;
    private final EventLogRepository logs;
    private final EventLogs known;
    private final Units units;
    private final Transactions transactions;
    private final EventWriter events;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();

    LogImport(
            FileStore files,
            Jobs jobs,
            EventLogRepository logs,
            EventLogs known,
            Units units,
            Transactions transactions,
            EventWriter events,
            Clock clock) {
        this.files = files;
        this.jobs = jobs;
        this.logs = logs;
        this.known = known;
        this.units = units;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What is wanted of an import.
     *
     * @param unitId part of the authority it is about; absent = the whole authority
     */
    public record Wanted(
            String title,
            @Nullable String assumedZone,
            @Nullable UUID unitId) {}

    /** Checks what was said beside the file; every fault at once. */
    public Wanted check(Caller caller, Wanted wanted) {
        if (wanted.title().isBlank()) {
            throw ProblemException.invalid("query/title", "required", "Ge loggen ett namn.", "Give the log a name.");
        }
        String zone = wanted.assumedZone() == null ? Units.STOCKHOLM.getId() : wanted.assumedZone();
        try {
            ZoneId.of(zone);
        } catch (DateTimeException notAZone) {
            throw ProblemException.invalid(
                    "query/assumeZone",
                    "not_a_zone",
                    "Ange en tidszon som Europe/Stockholm eller UTC.",
                    "Give a time zone such as Europe/Stockholm or UTC.");
        }
        UUID unit = wanted.unitId() == null
                ? known.root(caller.authorityId())
                : units.get(caller.authorityId(), wanted.unitId()).id();
        caller.requireUnit(EventLogs.MANAGE, unit);
        return new Wanted(wanted.title().strip(), zone, unit);
    }

    /** Takes in the bytes; they are on disk when this returns. */
    public FileStore.Stored take(Caller caller, InputStream content) {
        return files.put(caller.authorityId(), content, MOST_BYTES);
    }

    /** Queues the reading of bytes taken in. */
    public Job queue(Caller caller, Wanted wanted, FileStore.Stored stored) {
        Map<String, Object> input = new HashMap<>();
        input.put("sha256", stored.sha256());
        input.put("bytes", stored.size());
        input.put("title", wanted.title());
        input.put("zone", wanted.assumedZone());
        input.put("unit", String.valueOf(wanted.unitId()));
        return transactions.in(() -> jobs.queue(caller.authorityId(), caller.userId(), kind(), input));
    }

    @Override
    public String kind() {
        return "import_event_log";
    }

    @Override
    public Supplier<Map<String, Object>> run(JobContext context) {
        long size = Long.parseLong(said(context, "bytes"));
        LogColumns.Nameless nameless = LogColumns.nameless(read(context, size));
        EventLog log = nameless.log();
        if (log.events() == 0) {
            throw refused(
                    "no_events",
                    "Loggen har inga händelser som går att läsa.",
                    "The log has no events that can be read.");
        }
        UUID id = Ids.next();
        LogRow row = row(context, id, size, nameless);
        Map<String, byte[]> columns = LogColumns.pack(nameless);
        context.progress(size, size, "bytes");
        return () -> {
            logs.insert(row, context.userId());
            logs.insertColumns(row.authorityId(), id, columns);
            events.append(NewEvent.inAuthority(
                            row.authorityId(),
                            "EventLogImported",
                            clock.instant(),
                            Actor.user(context.userId(), null, null))
                    .withObjects("event-log:" + id)
                    .withAttributes(Map.of("cases", log.cases(), "events", log.events(), "bytes", size)));
            return Map.of("eventLogId", id.toString());
        };
    }

    private static String said(JobContext context, String name) {
        return String.valueOf(Objects.requireNonNull(context.input().get(name)));
    }

    private EventLog read(JobContext context, long size) {
        try (InputStream in = new Told(files.open(context.authorityId(), said(context, "sha256")), context, size)) {
            return XesReader.read(in, ZoneId.of(said(context, "zone")), count -> {
                if (count > MOST_EVENTS) {
                    throw refused(
                            "too_many_events",
                            "Loggen har fler än %d händelser.".formatted(MOST_EVENTS),
                            "The log has more than %d events.".formatted(MOST_EVENTS));
                }
            });
        } catch (LogRefusedException refusal) {
            throw refused(refusal.code(), refusal.swedish(), String.valueOf(refusal.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProblemException refused(String code, String sv, String en) {
        return new ProblemException(
                ProblemType.RULE_BROKEN,
                new Text(sv, en),
                List.of(FieldFault.of("/file", code, sv, en)),
                Map.of(),
                null);
    }

    private LogRow row(JobContext context, UUID id, long size, LogColumns.Nameless nameless) {
        EventLog log = nameless.log();
        BitSet all = new BitSet(log.cases());
        all.set(0, log.cases());
        Span span = Span.of(log, all);
        Instant now = clock.instant();
        String title = said(context, "title");
        return new LogRow(
                id,
                context.authorityId(),
                "imported",
                title,
                UUID.fromString(said(context, "unit")),
                title,
                size,
                log.cases(),
                log.events(),
                log.activities().length,
                storable(span.firstAt()),
                storable(span.lastAt()),
                json.writeValueAsString(QualityNote.of(nameless, now)),
                known.secret(),
                now,
                1);
    }

    /** The database holds years 1000–9999; a log may hold any. */
    private static @Nullable Instant storable(@Nullable Instant instant) {
        return instant == null || instant.isBefore(EARLIEST) || instant.isAfter(LATEST) ? null : instant;
    }

    /** A stream that tells how far it has been read, and stops when the job is to stop. */
    private static final class Told extends FilterInputStream {
        private final JobContext context;
        private final long size;
        private long at;

        Told(InputStream in, JobContext context, long size) {
            super(in);
            this.context = context;
            this.size = size;
        }

        @Override
        public int read() throws IOException {
            throw new UnsupportedOperationException("read in blocks");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int got = in.read(buffer, offset, length);
            at += Math.max(0, got);
            context.progress(at, size, "bytes");
            return got;
        }
    }
}
