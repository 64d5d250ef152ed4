// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import se.malbild.maturity.answers.Dots;

/** Rows of "stop, start, keep": notes, headings, and what got most dots. */
@Singleton
class BoardRepository {
    private final Jdbi jdbi;

    BoardRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A row of {@code workshop_ideas}. */
    public record IdeaRow(
            UUID id,
            String kind,
            String content,
            String screening,
            @Nullable UUID themeId) {

        Board.Idea idea() {
            return new Board.Idea(id, Board.Kind.of(kind), content, Board.Screening.of(screening), themeId);
        }
    }

    /** A row of {@code workshop_themes}. */
    public record ThemeRow(
            UUID id, String heading, @Nullable String recommendation) {

        Board.Theme theme() {
            return new Board.Theme(id, heading, recommendation);
        }
    }

    /** What got most, with its heading. */
    public record TopRow(
            UUID id,
            String heading,
            @Nullable String recommendation,
            int place,
            @Nullable Integer dots) {

        Board.Top top() {
            return new Board.Top(new Board.Theme(id, heading, recommendation), place, dots);
        }
    }

    /** All notes, in no order: their identities are made at random. */
    List<Board.Idea> ideas(UUID authorityId, UUID workshopId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT id, kind, content, screening, theme_id FROM workshop_ideas
                 WHERE workshop_id = :workshop AND authority_id = :authority ORDER BY id""")
                .bind("workshop", workshopId)
                .bind("authority", authorityId)
                .mapTo(IdeaRow.class)
                .map(IdeaRow::idea)
                .list());
    }

    Optional<Board.Idea> idea(UUID authorityId, UUID workshopId, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT id, kind, content, screening, theme_id FROM workshop_ideas
                 WHERE workshop_id = :workshop AND authority_id = :authority AND id = :id""")
                .bind("workshop", workshopId)
                .bind("authority", authorityId)
                .bind("id", id)
                .mapTo(IdeaRow.class)
                .map(IdeaRow::idea)
                .findOne());
    }

    int countIdeas(UUID workshopId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT COUNT(*) FROM workshop_ideas WHERE workshop_id = :workshop")
                        .bind("workshop", workshopId)
                        .mapTo(Integer.class)
                        .one());
    }

    void insertIdea(UUID authorityId, UUID workshopId, Board.Idea idea) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO workshop_ideas (workshop_id, id, authority_id, kind, content, screening)
                VALUES (:workshop, :id, :authority, :kind, :content, 'waiting')""")
                .bind("workshop", workshopId)
                .bind("id", idea.id())
                .bind("authority", authorityId)
                .bind("kind", idea.kind().code())
                .bind("content", idea.text())
                .execute());
    }

    void screen(Workshop workshop, UUID id, Board.Screening screening, @Nullable UUID themeId) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE workshop_ideas SET screening = :screening, theme_id = :theme
                 WHERE workshop_id = :workshop AND id = :id AND authority_id = :authority""")
                .bind("screening", screening.code())
                .bind("theme", themeId)
                .bind("workshop", workshop.id())
                .bind("id", id)
                .bind("authority", workshop.authorityId())
                .execute());
    }

    /** What nobody let through is deleted. */
    void deleteUnshown(Workshop workshop) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                DELETE FROM workshop_ideas
                 WHERE workshop_id = :workshop AND authority_id = :authority AND screening <> 'shown'""")
                .bind("workshop", workshop.id())
                .bind("authority", workshop.authorityId())
                .execute());
    }

    /** Oldest first. */
    List<Board.Theme> themes(UUID authorityId, UUID workshopId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT id, heading, recommendation FROM workshop_themes
                 WHERE workshop_id = :workshop AND authority_id = :authority ORDER BY id""")
                .bind("workshop", workshopId)
                .bind("authority", authorityId)
                .mapTo(ThemeRow.class)
                .map(ThemeRow::theme)
                .list());
    }

    void insertTheme(Workshop workshop, Board.Theme theme) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO workshop_themes (id, authority_id, workshop_id, heading, recommendation)
                VALUES (:id, :authority, :workshop, :heading, :recommendation)""")
                .bindMethods(theme)
                .bind("authority", workshop.authorityId())
                .bind("workshop", workshop.id())
                .execute());
    }

    /** Removes a heading; its notes are under none. */
    void deleteTheme(Workshop workshop, UUID id) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                    UPDATE workshop_ideas SET theme_id = NULL
                     WHERE workshop_id = :workshop AND theme_id = :id AND authority_id = :authority""")
                    .bind("workshop", workshop.id())
                    .bind("id", id)
                    .bind("authority", workshop.authorityId())
                    .execute();
            handle.createUpdate(
                            "DELETE FROM workshop_themes WHERE id = :id AND workshop_id = :workshop AND authority_id = :authority")
                    .bind("workshop", workshop.id())
                    .bind("id", id)
                    .bind("authority", workshop.authorityId())
                    .execute();
        });
    }

    void insertTop(Workshop workshop, List<Dots.Ranked> top) {
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                INSERT INTO workshop_top_themes (workshop_id, theme_id, authority_id, place, dots)
                VALUES (:workshop, :theme, :authority, :place, :dots)""");
            top.forEach(each -> batch.bind("workshop", workshop.id())
                    .bind("theme", each.themeId())
                    .bind("authority", workshop.authorityId())
                    .bind("place", each.place())
                    .bind("dots", each.dots())
                    .add());
            if (batch.size() > 0) {
                batch.execute();
            }
        });
    }

    /** By place. */
    List<Board.Top> top(UUID authorityId, UUID workshopId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT t.id, t.heading, t.recommendation, p.place, p.dots
                  FROM workshop_top_themes p JOIN workshop_themes t ON t.id = p.theme_id
                 WHERE p.workshop_id = :workshop AND p.authority_id = :authority ORDER BY p.place, t.id""")
                .bind("workshop", workshopId)
                .bind("authority", authorityId)
                .mapTo(TopRow.class)
                .map(TopRow::top)
                .list());
    }
}
