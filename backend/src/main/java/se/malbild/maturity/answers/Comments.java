// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.answers;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.maturity.RespondentGroup;
import se.malbild.maturity.scoring.DistributionView;

/**
 * Free text of a survey (SCORING §4): kept apart from the counters and in no order, read by nobody before the survey closes, never of a
 * group where fewer than 5 answered, and without its group where fewer than 10 did. Call it inside a transaction.
 */
@Singleton
public class Comments {
    private final CommentRepository comments;

    Comments(CommentRepository comments) {
        this.comments = comments;
    }

    /**
     * Keeps what one respondent wrote; nothing joins one comment to another.
     *
     * @param texts per criterion code, none blank
     */
    public void keep(UUID authorityId, UUID surveyId, RespondentGroup group, Map<String, String> texts) {
        comments.insert(authorityId, surveyId, group.code(), texts);
    }

    /** When the survey closes: erases what too few could have written, and takes away groups that would tell too much. */
    void settle(UUID authorityId, UUID surveyId, Map<RespondentGroup, Integer> respondents) {
        Settlement settlement = Settlement.of(respondents);
        comments.erase(authorityId, surveyId, codes(settlement.erased()));
        comments.forgetGroup(authorityId, surveyId, codes(settlement.unnamed()));
    }

    private static List<String> codes(Set<RespondentGroup> groups) {
        return groups.stream().map(RespondentGroup::code).toList();
    }

    /**
     * What becomes of each group's comments.
     *
     * @param erased fewer than 5 answered
     * @param unnamed fewer than 10 answered; with another where it would be alone, since what has no group would then be of that one
     */
    record Settlement(Set<RespondentGroup> erased, Set<RespondentGroup> unnamed) {
        static Settlement of(Map<RespondentGroup, Integer> respondents) {
            Set<RespondentGroup> erased = new TreeSet<>();
            Set<RespondentGroup> unnamed = new TreeSet<>();
            respondents.forEach((group, count) -> {
                if (count < DistributionView.K) {
                    erased.add(group);
                } else if (count < DistributionView.WHOLE) {
                    unnamed.add(group);
                }
            });
            if (unnamed.size() == 1) {
                respondents.entrySet().stream()
                        .filter(each -> each.getValue() >= DistributionView.WHOLE)
                        .min(Comparator.<Map.Entry<RespondentGroup, Integer>>comparingInt(Map.Entry::getValue)
                                .thenComparing(Map.Entry::getKey))
                        .ifPresent(smallest -> unnamed.add(smallest.getKey()));
            }
            return new Settlement(erased, unnamed);
        }
    }

    /** Of a closed survey, in no order, after {@code after}. */
    public List<Comment> page(UUID authorityId, UUID surveyId, @Nullable UUID after, int limit) {
        return comments.page(authorityId, surveyId, after, limit);
    }

    /** Those screened, of one criterion. */
    public List<Comment> screened(UUID authorityId, UUID surveyId, String criterion, @Nullable UUID after, int limit) {
        return comments.screened(authorityId, surveyId, criterion, after, limit);
    }

    /** How many of a criterion wait to be screened. */
    public int waiting(UUID authorityId, UUID surveyId, String criterion) {
        return comments.waiting(authorityId, surveyId, criterion);
    }

    /** The comment, kept from changing until the transaction ends. */
    public Optional<Comment> lock(UUID authorityId, UUID id) {
        return comments.lock(authorityId, id);
    }

    /** Other words, not screened. */
    public Comment change(Comment comment, String content) {
        return comments.update(with(comment, content, false));
    }

    /** Nobody can be recognised by it. */
    public Comment screen(Comment comment) {
        return comments.update(with(comment, comment.content(), true));
    }

    private static Comment with(Comment comment, String content, boolean screened) {
        return new Comment(
                comment.id(),
                comment.authorityId(),
                comment.surveyId(),
                comment.criterion(),
                comment.group(),
                content,
                screened,
                comment.version());
    }

    /** Removes it. */
    public void remove(Comment comment) {
        comments.remove(comment);
    }
}
