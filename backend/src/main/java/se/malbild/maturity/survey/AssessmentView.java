// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.survey;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.malbild.access.unit.Unit;
import se.malbild.access.user.Account;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.RespondentGroup;
import se.malbild.maturity.model.MaturityModel;
import se.malbild.platform.Text;

/**
 * An assessment with all that its page shows.
 *
 * @param answered group → how many have answered, from 5 upward
 * @param issued group → personal codes made
 * @param next the next thing to do, {@code none} when it is finished
 * @param acts what the reader can do with it, and why not now
 */
public record AssessmentView(
        Assessment assessment,
        Unit unit,
        Optional<Text> process,
        MaturityModel model,
        Account createdBy,
        Optional<Survey> survey,
        Map<RespondentGroup, Integer> answered,
        Map<RespondentGroup, Integer> issued,
        Next next,
        List<Possible> acts) {

    /** The next thing to do, in words. */
    public record Next(String act, Text text) {}

    /**
     * Something the reader may do.
     *
     * @param hindrance why it cannot be done now; absent when it can
     */
    public record Possible(String act, @Nullable Text hindrance) {}
}
