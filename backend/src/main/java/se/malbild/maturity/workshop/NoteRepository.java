// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Rows of what was written down in workshops. */
@Singleton
class NoteRepository {
    private final Jdbi jdbi;

    NoteRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A row of {@code workshop_notes}. */
    public record Row(
            UUID id,
            String kind,
            String content,
            @Nullable String criterion,
            @Nullable String owner,
            @Nullable LocalDate dueOn,
            boolean settled,
            @Nullable UUID themeId) {

        Note note() {
            return new Note(id, Note.Kind.of(kind), content, criterion, owner, dueOn, settled, themeId);
        }
    }

    void insert(Workshop workshop, Note note) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO workshop_notes (id, authority_id, workshop_id, kind, content, criterion, owner, due_on, settled, theme_id)
                VALUES (:id, :authority, :workshop, :kind, :content, :criterion, :owner, :due, :settled, :theme)""")
                .bind("id", note.id())
                .bind("authority", workshop.authorityId())
                .bind("workshop", workshop.id())
                .bind("kind", note.kind().code())
                .bind("content", note.text())
                .bind("criterion", note.criterion())
                .bind("owner", note.owner())
                .bind("due", note.dueOn())
                .bind("settled", note.settled())
                .bind("theme", note.themeId())
                .execute());
    }

    void settle(Workshop workshop, UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE workshop_notes SET settled = TRUE WHERE id = :id AND workshop_id = :workshop AND authority_id = :authority""")
                .bind("id", id)
                .bind("workshop", workshop.id())
                .bind("authority", workshop.authorityId())
                .execute());
    }

    /** Oldest first. */
    List<Note> of(UUID authorityId, UUID workshopId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT id, kind, content, criterion, owner, due_on, settled, theme_id FROM workshop_notes
                 WHERE workshop_id = :workshop AND authority_id = :authority ORDER BY id""")
                .bind("workshop", workshopId)
                .bind("authority", authorityId)
                .mapTo(Row.class)
                .map(Row::note)
                .list());
    }
}
