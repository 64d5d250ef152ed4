// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.inbox;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.AlikeCases;
import se.malbild.cases.CaseFile;
import se.malbild.cases.CaseScope;

/**
 * Says what may be the same matter as an item (möjliga dubbletter): other items that wait and open cases of the last eight weeks. Only what
 * the reader may open anyway is told, and nothing is ever refused because of it.
 */
@Singleton
class InboxHints {
    private static final Duration BACK = Duration.ofDays(56);
    private static final int MOST = 6;
    private static final int CANDIDATES = 20;

    private final InboxRepository items;
    private final AlikeCases cases;
    private final Clock clock;

    InboxHints(InboxRepository items, AlikeCases cases, Clock clock) {
        this.items = items;
        this.cases = cases;
        this.clock = clock;
    }

    /** What is alike. */
    enum Likeness {
        SAME_SENDER,
        SAME_SUBJECT,
        SAME_PROPERTY,
        SAME_TYPE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Something alike.
     *
     * @param number registration number; absent for an item
     */
    record Hint(UUID id, @Nullable String number, String subject, LocalDate arrivalDate, Set<Likeness> because) {}

    /** The most alike first. The same type alone says nothing. */
    List<Hint> of(CaseScope scope, InboxItem item) {
        if (item.outcome() != Outcome.WAITING) {
            return List.of();
        }
        Instant since = clock.instant().minus(BACK);
        InboxItem.Content content = item.content();
        List<Hint> hints = new ArrayList<>();
        items.alike(scope, item, since, CANDIDATES).forEach(other -> {
            InboxItem.Content theirs = other.content();
            Set<Likeness> alike = EnumSet.noneOf(Likeness.class);
            add(alike, Likeness.SAME_SENDER, same(content.sender(), theirs.sender()));
            add(alike, Likeness.SAME_SUBJECT, same(content.subject(), theirs.subject()));
            add(alike, Likeness.SAME_PROPERTY, same(content.property(), theirs.property()));
            add(alike, Likeness.SAME_TYPE, same(content.typeKey(), theirs.typeKey()));
            hints.add(
                    new Hint(other.id(), null, theirs.subject(), other.arrival().date(), alike));
        });
        String property = content.property();
        cases.find(scope, since, content.sender(), content.subject(), property == null ? "" : property)
                .forEach(file -> hints.add(new Hint(
                        file.id(),
                        file.number().display(),
                        file.subject(),
                        file.arrival().date(),
                        likenessOf(content, file))));
        return hints.stream()
                .filter(hint -> !hint.because().isEmpty() && !hint.because().equals(Set.of(Likeness.SAME_TYPE)))
                .sorted(Comparator.comparing((Hint hint) -> -hint.because().size())
                        .thenComparing(Hint::arrivalDate, Comparator.reverseOrder()))
                .limit(MOST)
                .toList();
    }

    private Set<Likeness> likenessOf(InboxItem.Content content, CaseFile file) {
        Set<Likeness> alike = EnumSet.noneOf(Likeness.class);
        String sender = content.sender();
        String property = content.property();
        add(alike, Likeness.SAME_SENDER, sender != null && cases.hasParty(file, sender));
        add(alike, Likeness.SAME_SUBJECT, same(content.subject(), file.subject()));
        add(
                alike,
                Likeness.SAME_PROPERTY,
                property != null && (holds(file.subject(), property) || holds(file.formData(), '"' + property + '"')));
        add(alike, Likeness.SAME_TYPE, file.caseTypeKey().equals(content.typeKey()));
        return alike;
    }

    private static void add(Set<Likeness> to, Likeness likeness, boolean holds) {
        if (holds) {
            to.add(likeness);
        }
    }

    private static boolean holds(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.strip().toLowerCase(Locale.ROOT));
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one != null && other != null && plain(one).equals(plain(other));
    }

    private static String plain(String words) {
        return Objects.requireNonNull(words).strip().toLowerCase(Locale.ROOT).replaceAll("[\\s.,]+", " ");
    }
}
