// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.answers;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import se.malbild.maturity.RespondentGroup;
import se.malbild.platform.Sha256;

/**
 * Counts answers and freezes them. What is kept of a respondent is that there is one more. Call it inside the transaction of the
 * submission or the closing.
 */
@Singleton
public class Answers {
    /** Stands for "vet inte" among the levels. */
    public static final int DONT_KNOW = -1;

    private final AnswerRepository answers;
    private final Comments comments;

    Answers(AnswerRepository answers, Comments comments) {
        this.answers = answers;
        this.comments = comments;
    }

    /** Whether that submission has been counted already: a repeat after a lost reply. */
    public boolean isCounted(UUID surveyId, UUID submissionId) {
        return answers.isKnown(surveyId, submissionId);
    }

    /**
     * Counts one respondent.
     *
     * @param levels per criterion code the level, or {@link #DONT_KNOW}
     */
    public void count(
            UUID authorityId,
            UUID surveyId,
            UUID submissionId,
            RespondentGroup group,
            UUID unitId,
            Map<String, Integer> levels) {
        answers.remember(authorityId, surveyId, submissionId);
        answers.count(authorityId, surveyId, group.code(), unitId, levels);
    }

    /** How many of each group have answered. Only for holding it to the number invited and for {@link Progress}; never shown as it is. */
    public Map<RespondentGroup, Integer> respondents(UUID authorityId, UUID surveyId) {
        return answers.respondents(authorityId, surveyId).stream()
                .collect(Collectors.groupingBy(
                        row -> RespondentGroup.of(row.groupCode()),
                        Collectors.summingInt(AnswerRepository.RespondentsRow::respondents)));
    }

    /**
     * Freezes the answers when the survey closes, forgets the submissions' identities, and settles what may be told of comments.
     *
     * @param head what the snapshot says of itself, one line each
     * @return SHA-256 of the snapshot, in hex
     */
    public String freeze(UUID authorityId, UUID surveyId, Iterable<String> head, Instant now) {
        String content = Snapshot.write(
                head, answers.respondents(authorityId, surveyId), answers.counters(authorityId, surveyId));
        String hash = Sha256.hex(content);
        answers.insertSnapshot(authorityId, surveyId, content, hash, now);
        answers.forgetSubmissions(surveyId);
        comments.settle(authorityId, surveyId, respondents(authorityId, surveyId));
        return hash;
    }
}
