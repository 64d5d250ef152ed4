// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.interview;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.maturity.model.Criterion;

/**
 * How somebody coded a quote (kodning). Each coder has one for each quote.
 *
 * @param seq 1 for whoever coded it first: that one is shown
 * @param level the level it describes, if any
 */
public record Coding(
        UUID quoteId,
        UUID coderId,
        int seq,
        String criterion,
        @Nullable Integer level,
        Tone tone,
        Criterion.Aspect aspect,
        Instant codedAt) {

    /** What it is about: a criterion with a tone. */
    String theme() {
        return criterion + "/" + tone.code();
    }

    /** What a coder says. */
    public record Wanted(String criterion, @Nullable Integer level, Tone tone, Criterion.Aspect aspect) {}
}
