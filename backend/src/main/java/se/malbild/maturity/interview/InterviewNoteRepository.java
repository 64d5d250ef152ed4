// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.interview;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Rows of what was noted in interviews. */
@Singleton
class InterviewNoteRepository {
    private final Jdbi jdbi;

    InterviewNoteRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** All of an interview, by question. */
    List<InterviewNote> of(Interview interview) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT question_key, content, version FROM interview_notes
                 WHERE interview_id = :interview AND authority_id = :authority ORDER BY question_key""")
                .bind("interview", interview.id())
                .bind("authority", interview.authorityId())
                .mapTo(InterviewNote.class)
                .list());
    }

    Optional<InterviewNote> find(Interview interview, String question) {
        return of(interview).stream()
                .filter(each -> each.questionKey().equals(question))
                .findFirst();
    }

    void put(Interview interview, InterviewNote note) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO interview_notes (interview_id, question_key, authority_id, content, version)
                VALUES (:interview, :questionKey, :authority, :content, :version)
                ON DUPLICATE KEY UPDATE content = :content, version = :version""")
                .bindMethods(note)
                .bind("interview", interview.id())
                .bind("authority", interview.authorityId())
                .execute());
    }

    void erase(Interview interview) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "DELETE FROM interview_notes WHERE interview_id = :interview AND authority_id = :authority")
                .bind("interview", interview.id())
                .bind("authority", interview.authorityId())
                .execute());
    }
}
