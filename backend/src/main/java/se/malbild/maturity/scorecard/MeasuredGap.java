// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.scorecard;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.malbild.maturity.measure.MeasuredValue;
import se.malbild.maturity.measure.Measurement;
import se.malbild.maturity.scoring.Nyttogap;
import se.malbild.platform.Text;

/**
 * The share of closed cases that came in digitally and broke on the way (SCORING §3.7).
 *
 * @param digitalIn share of closed cases received digitally
 * @param fullyDigital share digital all the way (I04)
 * @param points percentage points
 * @param n closed cases
 * @param sentence the two shares in words
 * @param reason why there is nothing to say
 */
record MeasuredGap(
        @Nullable Double digitalIn,
        @Nullable Double fullyDigital,
        @Nullable Double points,
        @Nullable Long n,
        @Nullable Text sentence,
        @Nullable Text reason) {
    private static final String FULLY_DIGITAL = "I04";

    static MeasuredGap of(Measurement measurement, int minCount) {
        Optional<MeasuredValue> in = measurement.value(Measurement.DIGITAL_IN);
        Optional<MeasuredValue> whole = measurement.value(FULLY_DIGITAL);
        Double digitalIn = in.map(MeasuredValue::value).orElse(null);
        Double fullyDigital = whole.map(MeasuredValue::value).orElse(null);
        Optional<Double> points = Nyttogap.measured(digitalIn, fullyDigital);
        if (points.isEmpty() || digitalIn == null || fullyDigital == null) {
            Text told = measurement.reason();
            return nothing(
                    told != null
                            ? told
                            : new Text(
                                    "Händelseloggen säger inte hur ärendena kom in och expedierades.",
                                    "The event log does not tell how the cases came in and were dispatched."));
        }
        long n = whole.get().n();
        if (n < minCount) {
            return nothing(new Text(
                    "För få avslutade ärenden: %d, minst %d behövs.".formatted(n, minCount),
                    "Too few closed cases: %d, at least %d are needed.".formatted(n, minCount)));
        }
        long inPercent = Math.round(100 * digitalIn);
        long wholePercent = Math.round(100 * fullyDigital);
        long unused = Math.round(points.get());
        return new MeasuredGap(
                digitalIn,
                fullyDigital,
                points.get(),
                n,
                new Text(
                        "Av avslutade ärenden kom %d %% in digitalt men %d %% var digitala hela vägen: %d procentenheter outnyttjat."
                                .formatted(inPercent, wholePercent, unused),
                        "Of closed cases %d%% came in digitally but %d%% were digital all the way: %d percentage points unused."
                                .formatted(inPercent, wholePercent, unused)),
                null);
    }

    private static MeasuredGap nothing(Text reason) {
        return new MeasuredGap(null, null, null, null, null, reason);
    }
}
