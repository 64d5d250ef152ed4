// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.deadline.Channel;
import se.malbild.platform.Ids;
import se.malbild.platform.Sha256;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.store.FileStore;

/** Registers records in a case (OSL 5:1), with the next number and an event each. Call it inside the transaction of the act. */
@Singleton
class Records {
    static final String HTML = "text/html";
    static final String PLAIN = "text/plain";
    private static final long LIMIT = 2L << 20;

    private final CaseContentRepository content;
    private final FileStore files;
    private final EventWriter events;

    Records(CaseContentRepository content, FileStore files, EventWriter events) {
        this.content = content;
        this.files = files;
        this.events = events;
    }

    /** What is to be registered; the number comes by itself. */
    record Wanted(
            CaseRecord.Direction direction,
            String title,
            @Nullable String documentKey,
            LocalDate dated,
            @Nullable Channel channel,
            @Nullable String correspondent) {}

    /** Registers a record whose content is elsewhere: on paper, in a mail box. */
    CaseRecord add(Act act, CaseFile file, Wanted wanted) {
        return store(act, file, wanted, null, null);
    }

    /**
     * The records a case begins with, numbered from 1. Their events are the caller's to append after those that made the case.
     *
     * @param begun the case, which this transaction inserts
     */
    List<CaseRecord> begin(Act act, CaseFile begun, List<Wanted> all) {
        List<CaseRecord> made = new ArrayList<>(all.size());
        all.forEach(wanted -> made.add(of(act, begun, made.size() + 1, wanted, null, null)));
        content.insertRecords(made);
        return made;
    }

    /** Registers a record drawn up here; its bytes are on disk before the row. */
    CaseRecord addText(Act act, CaseFile file, Wanted wanted, String mediaType, byte[] text) {
        FileStore.Stored stored = files.put(file.authorityId(), new ByteArrayInputStream(text), LIMIT);
        return store(act, file, wanted, mediaType, stored.sha256());
    }

    private CaseRecord store(
            Act act, CaseFile file, Wanted wanted, @Nullable String mediaType, @Nullable String sha256) {
        CaseRecord made = of(act, file, content.lastRecordNo(file) + 1, wanted, mediaType, sha256);
        content.insertRecords(List.of(made));
        events.append(added(act, file, made));
        return made;
    }

    private static CaseRecord of(
            Act act, CaseFile file, int no, Wanted wanted, @Nullable String mediaType, @Nullable String sha256) {
        return new CaseRecord(
                Ids.at(act.at().toEpochMilli()),
                file.authorityId(),
                file.id(),
                no,
                wanted.direction(),
                wanted.title(),
                wanted.documentKey(),
                wanted.dated(),
                wanted.channel(),
                wanted.correspondent(),
                mediaType,
                sha256,
                act.userId(),
                act.at());
    }

    /** The event of a record that was registered. */
    static NewEvent added(Act act, CaseFile file, CaseRecord made) {
        Map<String, Object> values = new java.util.HashMap<>(Map.of(
                "recordNo", made.recordNo(), "direction", made.direction().code()));
        if (made.documentKey() != null) {
            values.put("documentKey", made.documentKey());
        }
        return CaseEvents.of(act, file, "RecordAdded", "record", made.id())
                .withChannel(made.channel() == null ? null : made.channel().code())
                .withAttributes(values);
    }

    /**
     * The text of a record drawn up here.
     *
     * @throws IllegalStateException if what is stored is not what was registered
     */
    String text(CaseRecord record) {
        String address = record.sha256();
        if (address == null) {
            throw ProblemException.notFound();
        }
        try (InputStream in = files.open(record.authorityId(), address)) {
            byte[] bytes = in.readAllBytes();
            if (!Sha256.hex(bytes).equals(address)) {
                throw new IllegalStateException("the content of record " + record.id() + " is not what was registered");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
