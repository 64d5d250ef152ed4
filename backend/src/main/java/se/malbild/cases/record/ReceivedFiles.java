// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import se.malbild.cases.Act;
import se.malbild.cases.CaseDesk;
import se.malbild.cases.CaseFile;
import se.malbild.platform.Ids;
import se.malbild.platform.problem.ProblemException;

/**
 * Files that come with something that is no record: taken in by uploads, looked into and scanned like those of records. Those of an item
 * of the inbox become files of records once the item is in a case. What is withheld in the inbox is withheld in the case.
 */
@Singleton
public class ReceivedFiles {
    private final ReceivedFileRepository received;
    private final Uploads uploads;
    private final RecordContents contents;
    private final RecordBytes bytes;
    private final ScanSetting setting;
    private final CaseDesk desk;

    ReceivedFiles(
            ReceivedFileRepository received,
            Uploads uploads,
            RecordContents contents,
            RecordBytes bytes,
            ScanSetting setting,
            CaseDesk desk) {
        this.received = received;
        this.uploads = uploads;
        this.contents = contents;
        this.bytes = bytes;
        this.setting = setting;
        this.desk = desk;
    }

    /**
     * What files come with.
     *
     * @param kind what it is
     * @param id its identity
     */
    public record With(ReceivedFile.Holder kind, UUID authorityId, UUID id) {}

    /** Takes complete uploads of the person into use; call it inside the transaction that makes what they come with. */
    public void take(With with, UUID userId, Instant now, List<UUID> uploadIds) {
        for (int at = 0; at < uploadIds.size(); at++) {
            Upload upload = uploads.use(with.authorityId(), userId, uploadIds.get(at), now, "/uploadIds/" + at);
            Inspected inspected = Objects.requireNonNull(upload.inspected());
            received.insert(
                    new ReceivedFile(
                            Ids.next(),
                            with.authorityId(),
                            with.kind(),
                            with.id(),
                            at + 1,
                            upload.fileName(),
                            upload.declaredSize(),
                            Objects.requireNonNull(upload.sha256()),
                            upload.declaredType(),
                            inspected.mediaType(),
                            inspected.mismatch(),
                            inspected.quarantine(),
                            setting.first(),
                            userId,
                            now),
                    now);
        }
    }

    /** Those of one; of an item none once it is in a case. */
    public List<ReceivedFile> of(UUID authorityId, UUID holderId) {
        return received.of(authorityId, List.of(holderId));
    }

    /** Those of several, by what they came with. */
    public Map<UUID, List<ReceivedFile>> of(UUID authorityId, Collection<UUID> holders) {
        return received.of(authorityId, holders).stream().collect(Collectors.groupingBy(ReceivedFile::holderId));
    }

    /** Whether its bytes are given out. */
    public boolean givesOut(ReceivedFile file) {
        return setting.givesOut(file.quarantine(), file.scan());
    }

    /** Makes a record of each file after the first. */
    @FunctionalInterface
    public interface Further {
        /** Registers a record of that title; gives its identity. */
        UUID register(String title);
    }

    /**
     * Makes them files of the case: the first of the record that the item became, the others of a record each. Call it inside the
     * transaction that put the item in the case.
     */
    public void become(Act act, UUID authorityId, UUID itemId, UUID caseId, UUID recordId, Further further) {
        List<ReceivedFile> all = of(authorityId, itemId);
        for (ReceivedFile file : all) {
            UUID record = file.position() == 1 ? recordId : further.register(file.title());
            CaseFile locked = desk.own(authorityId, caseId);
            contents.attach(
                    act,
                    locked,
                    record,
                    1,
                    new RecordContents.Incoming(
                            file.fileName(),
                            file.size(),
                            file.sha256(),
                            file.declaredType(),
                            new Inspected(file.mediaType(), file.typeMismatch(), file.quarantine()),
                            file.scan()));
        }
        received.remove(authorityId, itemId);
    }

    /** One of the files, its bytes verified; 404 where there is none, 409 while it is withheld. */
    public Content open(UUID authorityId, UUID holderId, UUID fileId) {
        ReceivedFile file = of(authorityId, holderId).stream()
                .filter(each -> each.id().equals(fileId))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        return new Content(file.fileName(), bytes.verified(authorityId, file.id(), file.sha256(), givesOut(file)));
    }

    /** A file to be sent. */
    public static final class Content {
        private final String name;
        private final Scratch whole;

        Content(String name, Scratch whole) {
            this.name = name;
            this.whole = whole;
        }

        /** The answer that gives it out, sealed against whatever it holds. */
        public io.micronaut.http.HttpResponse<io.micronaut.http.server.types.files.FileCustomizableResponseType>
                response() {
            return CasesRecordsController.sealed(whole, name);
        }
    }
}
