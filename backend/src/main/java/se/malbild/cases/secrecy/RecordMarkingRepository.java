// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.secrecy;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Rows of markings of single records. Reached through a case that was found within its scope. */
@Singleton
public class RecordMarkingRepository {
    private final Jdbi jdbi;

    RecordMarkingRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Markings of a case that hold; one for a record. */
    public List<RecordMarking> of(UUID authorityId, UUID caseId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT id, authority_id, case_id, record_id, provision, marked_on, marking_authority, note, hides_title, marked_by, marked_at
                  FROM case_record_markings WHERE case_id = :case AND withdrawn_at IS NULL AND authority_id = :authority""")
                .bind("authority", authorityId)
                .bind("case", caseId)
                .mapTo(RecordMarking.class)
                .list());
    }

    /** Stores a new one. */
    public void insert(RecordMarking marking) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO case_record_markings (id, authority_id, case_id, record_id, provision, marked_on, marking_authority, note,
                    hides_title, marked_by, marked_at)
                VALUES (:id, :authorityId, :caseId, :recordId, :provision, :markedOn, :markingAuthority, :note, :hidesTitle, :markedBy,
                    :markedAt)""").bindMethods(marking).execute());
    }

    /** Ends the one that holds for a record; false where none does. The row stays. */
    public boolean withdraw(
            UUID authorityId, UUID caseId, UUID recordId, UUID by, Instant at, @Nullable String reason) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                UPDATE case_record_markings SET withdrawn_by = :by, withdrawn_at = :at, withdrawal_reason = :reason
                 WHERE case_id = :case AND record_id = :record AND withdrawn_at IS NULL AND authority_id = :authority""")
                        .bind("by", by)
                        .bind("at", at)
                        .bind("reason", reason)
                        .bind("case", caseId)
                        .bind("record", recordId)
                        .bind("authority", authorityId)
                        .execute())
                > 0;
    }
}
