// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.answers;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.malbild.maturity.RespondentGroup;
import se.malbild.maturity.model.Criterion;
import se.malbild.maturity.scoring.Counts;

/**
 * Votes of a workshop's rounds: taken while a round is open, counted when it closes, and read only as what may be shown (SCORING §4, §7).
 * Call it inside the transaction of the act, with the workshop's row locked.
 */
@Singleton
public class RoundAnswers {
    private final RoundRepository rounds;

    RoundAnswers(RoundRepository rounds) {
        this.rounds = rounds;
    }

    /**
     * A vote.
     *
     * @param level absent = "vet inte"
     * @param attempt counts up on the device; the highest one counts
     */
    public record Vote(@Nullable Integer level, int attempt) {}

    /** Keeps a vote; one that was cast before what is kept changes nothing. */
    public void put(UUID authorityId, UUID workshopId, UUID sessionId, RespondentGroup group, Vote vote) {
        rounds.put(
                authorityId,
                workshopId,
                sessionId,
                group.code(),
                vote.level() == null ? Answers.DONT_KNOW : vote.level(),
                vote.attempt());
    }

    /** One's own vote of the round that is open, if there is one. */
    public Optional<Vote> own(UUID workshopId, UUID sessionId) {
        return rounds.own(workshopId, sessionId)
                .map(row -> new Vote(row.answer() == Answers.DONT_KNOW ? null : (Integer) row.answer(), row.attempt()));
    }

    /** Group → how many have voted in the round that is open. */
    public Map<RespondentGroup, Integer> voted(UUID workshopId) {
        return rounds.voted(workshopId).stream()
                .collect(Collectors.toMap(row -> RespondentGroup.of(row.groupCode()), RoundRepository.VotedRow::votes));
    }

    /** Group → how many have voted in a round that is closed. */
    public Map<RespondentGroup, Integer> voted(UUID workshopId, String criterion, int round) {
        return rounds.counters(workshopId, criterion, round).stream()
                .collect(Collectors.groupingBy(
                        row -> RespondentGroup.of(row.groupCode()),
                        Collectors.summingInt(RoundRepository.CounterRow::votes)));
    }

    /** Votes become counters, and are deleted. */
    public void count(UUID workshopId, String criterion, int round) {
        rounds.count(workshopId, criterion, round);
        rounds.deleteVotes(workshopId);
    }

    /** Votes that are never to count are deleted: those of the test question. */
    public void forget(UUID workshopId) {
        rounds.deleteVotes(workshopId);
    }

    /** Votes and counters of a round that nobody has seen are deleted. */
    public void discard(UUID workshopId, String criterion, int round) {
        rounds.deleteVotes(workshopId);
        rounds.deleteCounters(workshopId, criterion, round);
    }

    /**
     * What may be shown of a closed round, by group.
     *
     * @param present group → people who are here; groups in the order they are shown
     */
    public Rated.OnCriterion result(
            UUID workshopId, Criterion criterion, int round, Map<RespondentGroup, Integer> present) {
        Map<RespondentGroup, List<Integer>> levels = new LinkedHashMap<>();
        Map<RespondentGroup, Integer> unknowing = new LinkedHashMap<>();
        present.keySet().forEach(group -> {
            levels.put(
                    group,
                    new ArrayList<>(Collections.nCopies(criterion.levels().size(), 0)));
            unknowing.put(group, 0);
        });
        for (RoundRepository.CounterRow row : rounds.counters(workshopId, criterion.code(), round)) {
            RespondentGroup group = RespondentGroup.of(row.groupCode());
            if (row.answer() == Answers.DONT_KNOW) {
                unknowing.merge(group, row.votes(), Integer::sum);
            } else {
                levels.getOrDefault(group, new ArrayList<>()).set(criterion.placeOf(row.answer()) - 1, row.votes());
            }
        }
        Map<RespondentGroup, Counts> counts = new LinkedHashMap<>();
        Set<RespondentGroup> census = new HashSet<>();
        levels.forEach((group, perLevel) -> {
            Counts each = new Counts(perLevel, unknowing.getOrDefault(group, 0));
            counts.put(group, each);
            if (10L * each.respondents() >= 9L * present.getOrDefault(group, 0)) {
                census.add(group);
            }
        });
        return Ratings.ofRound(criterion, counts, census);
    }
}
