// SPDX-License-Identifier: EUPL-1.2
package se.malbild.benchmark.contribution;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.authority.Authorities;
import se.malbild.access.permission.Caller;
import se.malbild.access.substitution.Independence;
import se.malbild.improvement.assessed.Acts.Act;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/**
 * What an authority of the installation gives: prepared by one person, given by another, withdrawn when it wants (CASES §12). Opt-in
 * measure by measure: nothing is given by anything else that happens in the product.
 */
@Singleton
public class Contributions {
    /** Reading one's own and the comparison. */
    public static final String READ = "benchmark:read";
    /** Preparing what may be given. */
    public static final String PREPARE = "benchmark:prepare";
    /** Giving and withdrawing. */
    public static final String GIVE = "benchmark:give";

    private static final int MOST = 300;

    private final ContributionRepository contributions;
    private final OwnValues values;
    private final Standing standing;
    private final Authorities authorities;
    private final Independence independence;
    private final Transactions transactions;

    Contributions(
            ContributionRepository contributions,
            OwnValues values,
            Standing standing,
            Authorities authorities,
            Independence independence,
            Transactions transactions) {
        this.contributions = contributions;
        this.values = values;
        this.standing = standing;
        this.authorities = authorities;
        this.independence = independence;
        this.transactions = transactions;
    }

    /** The authority's own, newest first, after {@code (before, beforeId)}. */
    List<Contribution> page(Caller caller, @Nullable Instant before, @Nullable UUID beforeId, int limit) {
        return contributions.page(caller.authorityId(), before, beforeId, limit);
    }

    /** Those of an authority's own that stand, newest first. */
    public List<Contribution> standing(UUID authorityId) {
        return contributions.standingOf(authorityId, MOST);
    }

    /** One of the authority's own; 404 otherwise. */
    public Contribution get(Caller caller, UUID id) {
        return contributions.find(caller.authorityId(), id).orElseThrow(ProblemException::notFound);
    }

    /** Whether the caller may give it now: holds the right and is a second person to whoever prepared it. */
    boolean mayGive(Caller caller, Contribution each) {
        return caller.may(GIVE) && each.state() == Contribution.State.PREPARED && isSecondPerson(caller, each);
    }

    private boolean isSecondPerson(Caller caller, Contribution each) {
        return each.preparedBy() != null
                && independence.between(caller.authorityId(), caller.userId(), each.preparedBy());
    }

    /** Takes the value from its source and keeps it; nothing leaves the authority. */
    public UUID prepare(Act act, OwnValues.Wanted wanted) {
        OwnValues.Found found = values.find(act.caller(), wanted, act.day());
        return transactions.in(() -> {
            Contribution made = new Contribution(
                    Ids.at(act.at().toEpochMilli()),
                    Contributor.of(authorities.get(act.caller().authorityId())),
                    found.pool(),
                    found.modelVersion(),
                    found.value(),
                    found.n(),
                    Contribution.State.PREPARED,
                    found.source(),
                    act.caller().userId(),
                    act.at(),
                    null,
                    null,
                    null,
                    null,
                    1);
            contributions.insert(made);
            standing.note("BenchmarkValuePrepared", made, act.actor());
            return made.id();
        });
    }

    /** Gives it, by a second person. */
    public void give(Act act, UUID id, long expected) {
        transactions.run(() -> {
            Contribution prepared = lock(act, id, expected);
            Contribution given = prepared.given(act.caller().userId(), act.at());
            if (!isSecondPerson(act.caller(), prepared)) {
                throw ProblemException.of(
                        ProblemType.NOT_PERMITTED,
                        "Någon annan än den som tog fram värdet ska lämna det, och ingen av er får vara vikarie för den andra.",
                        "Somebody other than whoever prepared the value must give it, neither substituting for the other.");
            }
            standing.take(given, false, act.actor());
        });
    }

    /** Withdraws it from cohorts to come. */
    void withdraw(Act act, UUID id, long expected) {
        transactions.run(() -> {
            Contribution withdrawn =
                    lock(act, id, expected).withdrawn(act.caller().userId(), act.at());
            contributions.update(withdrawn);
            standing.note("BenchmarkValueWithdrawn", withdrawn, act.actor());
        });
    }

    /** Discards what has not been given. */
    void discard(Act act, UUID id, long expected) {
        transactions.run(() -> {
            Contribution prepared = lock(act, id, expected);
            if (prepared.state() != Contribution.State.PREPARED) {
                throw ProblemException.conflict(
                        "Det som är lämnat tas tillbaka, det kastas inte.",
                        "What has been given is withdrawn, not discarded.");
            }
            contributions.delete(prepared);
            standing.note("BenchmarkValueDiscarded", prepared, act.actor());
        });
    }

    private Contribution lock(Act act, UUID id, long expected) {
        return contributions
                .lock(act.caller().authorityId(), id)
                .orElseThrow(ProblemException::notFound)
                .requireVersion(expected);
    }
}
