// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.malbild.cases.Act;
import se.malbild.cases.CaseDesk;
import se.malbild.cases.CaseFile;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.Actor;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;
import se.malbild.platform.store.FileStore;

/**
 * Has files scanned for malware once their row is committed, and again with growing pauses while the scanner is away. A file taken on by a
 * node that dies is taken over. Files that came in before a scanner was configured get their turn too.
 */
@Singleton
@Requires(property = "malbild.jobs.enabled", notEquals = "false")
public class ScanRounds {
    private static final Logger LOG = LoggerFactory.getLogger(ScanRounds.class);
    private static final int AT_ONCE = 20;
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final int MOST_DOUBLINGS = 8;

    private final RecordFileRepository found;
    private final ReceivedFileRepository received;
    private final FileStore files;
    private final ScanSetting setting;
    private final ArchivalCopies copies;
    private final CaseDesk desk;
    private final Transactions transactions;
    private final EventWriter events;
    private final Clock clock;

    ScanRounds(
            RecordFileRepository found,
            ReceivedFileRepository received,
            FileStore files,
            ScanSetting setting,
            ArchivalCopies copies,
            CaseDesk desk,
            Transactions transactions,
            EventWriter events,
            Clock clock) {
        this.found = found;
        this.received = received;
        this.files = files;
        this.setting = setting;
        this.copies = copies;
        this.desk = desk;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "${malbild.scan-interval:1s}")
    @ExecuteOn(TaskExecutors.BLOCKING)
    void tick() {
        try {
            round();
        } catch (RuntimeException e) {
            LOG.warn("Scans wait: {}", e.getMessage());
        }
    }

    private void round() {
        Clamd clamd = setting.clamd().orElse(null);
        if (clamd == null) {
            return;
        }
        for (RecordFileRepository.ToScanRow next : found.toScan(clock.instant(), AT_ONCE)) {
            if (transactions.in(() -> found.claim(next, clock.instant().plus(LEASE)))) {
                scan(clamd, next);
            }
        }
        for (ReceivedFileRepository.ToScan next : received.toScan(clock.instant(), AT_ONCE)) {
            if (transactions.in(() -> received.claim(next, clock.instant().plus(LEASE)))) {
                scan(clamd, next);
            }
        }
    }

    private void scan(Clamd clamd, ReceivedFileRepository.ToScan next) {
        ReceivedFile file = next.file();
        try (InputStream in = files.open(file.authorityId(), file.sha256())) {
            boolean infected = clamd.finds(in);
            settle(file, infected ? RecordFile.Scan.INFECTED : RecordFile.Scan.CLEAN, null);
        } catch (IOException e) {
            LOG.warn("A received file could not be scanned, and is tried again: {}", e.getMessage());
            settle(file, RecordFile.Scan.ERROR, again(next.tries()));
        }
    }

    private void settle(ReceivedFile file, RecordFile.Scan state, @Nullable Instant again) {
        boolean infected = state == RecordFile.Scan.INFECTED;
        transactions.run(() -> {
            if (received.scanned(file.id(), state, again) && again == null) {
                events.append(NewEvent.inAuthority(
                                file.authorityId(),
                                infected ? "ItemQuarantined" : "ItemScanned",
                                clock.instant(),
                                Actor.system())
                        .withObjects(file.holder().code() + ":" + file.holderId())
                        .withAttributes(Map.of("fileId", file.id().toString(), "result", state.code())));
            }
        });
        if (infected) {
            LOG.error(
                    "Malware in file {} of {} {}; it is withheld",
                    file.id(),
                    file.holder().code(),
                    file.holderId());
        }
    }

    private Instant again(int tries) {
        return clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS)));
    }

    private void scan(Clamd clamd, RecordFileRepository.ToScanRow next) {
        RecordFile file = next.file();
        try (InputStream in = files.open(file.authorityId(), file.sha256())) {
            settle(file, clamd.finds(in) ? RecordFile.Scan.INFECTED : RecordFile.Scan.CLEAN, null);
        } catch (IOException e) {
            LOG.warn("A file of a record could not be scanned, and is tried again: {}", e.getMessage());
            settle(file, RecordFile.Scan.ERROR, again(next.tries()));
        }
    }

    private void settle(RecordFile file, RecordFile.Scan state, @Nullable Instant again) {
        transactions.run(() -> {
            if (again != null) {
                found.scanned(file.id(), state, again);
                return;
            }
            CaseFile locked = desk.own(file.authorityId(), file.caseId());
            found.scanned(file.id(), state, null);
            boolean infected = state == RecordFile.Scan.INFECTED;
            Act act = new Act(
                    Actor.system(), Objects.requireNonNullElse(file.createdBy(), file.authorityId()), clock.instant());
            events.append(desk.event(act, locked, infected ? "ItemQuarantined" : "ItemScanned", file.recordId())
                    .withAttributes(Map.of("fileId", file.id().toString(), "result", state.code())));
            if (!infected) {
                copies.queueIfFinal(locked, file);
            }
        });
        if (state == RecordFile.Scan.INFECTED) {
            LOG.error("Malware in file {} of record {}; it is withheld", file.id(), file.recordId());
        }
    }
}
