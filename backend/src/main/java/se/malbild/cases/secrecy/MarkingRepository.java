// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.secrecy;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Rows of secrecy markings; never changed. Reached through a case that was found within its scope. */
@Singleton
public class MarkingRepository {
    private final Jdbi jdbi;

    MarkingRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Markings of a case, newest first. */
    public List<SecrecyMarking> of(UUID authorityId, UUID caseId, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT id, authority_id, case_id, level_before, level_after, provision, marked_on, marking_authority, note, marked_by, marked_at
                  FROM case_secrecy_markings WHERE authority_id = :authority AND case_id = :case
                 ORDER BY marked_at DESC, id DESC LIMIT :limit""")
                .bind("authority", authorityId)
                .bind("case", caseId)
                .bind("limit", limit)
                .mapTo(SecrecyMarking.class)
                .list());
    }

    /** Stores a new one. */
    public void insert(SecrecyMarking marking) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO case_secrecy_markings (id, authority_id, case_id, level_before, level_after, provision, marked_on,
                    marking_authority, note, marked_by, marked_at)
                VALUES (:id, :authorityId, :caseId, :levelBefore, :levelAfter, :provision, :markedOn, :markingAuthority, :note, :markedBy,
                    :markedAt)""").bindMethods(marking).execute());
    }
}
