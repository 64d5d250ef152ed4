// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.LogNormalSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/** Draws what a story leaves to chance; the same words give the same draws. Not for sharing between threads. */
final class Chance {
    /** The 90th percentile of the standard normal distribution. */
    private static final double Z90 = 1.2815515655446004;

    private final UniformRandomProvider random;

    private Chance(long seed) {
        random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    }

    /** Draws of its own for what {@code words} name, e.g. a case type and a number in it. */
    static Chance of(Object... words) {
        long seed = 0x4D_C3_A5_6C_62_69_6C_64L;
        for (Object word : words) {
            seed = seed * 0x9E37_79B9_7F4A_7C15L + word.toString().hashCode();
        }
        return new Chance(seed);
    }

    /** Whether something that happens in {@code percent} of the cases happens in this one. */
    boolean percent(double percent) {
        return random.nextDouble() * 100 < percent;
    }

    /** A number from {@code from} up to and not including {@code to}. */
    double between(double from, double to) {
        return from + random.nextDouble() * (to - from);
    }

    /** A whole number from 0 up to and not including {@code below}. */
    int below(int below) {
        return random.nextInt(below);
    }

    /** A skewed wait: log-normal with that median, and a 90th percentile {@code p90Factor} times as long. */
    double wait(double median, double p90Factor) {
        if (median <= 0) {
            return between(0.02, 0.3);
        }
        return LogNormalSampler.of(
                        ZigguratSampler.NormalizedGaussian.of(random), Math.log(median), Math.log(p90Factor) / Z90)
                .sample();
    }

    /** How often something with that mean happens (Poisson, by Knuth's product of uniforms; fit for small means). */
    int times(double mean) {
        double limit = Math.exp(-mean);
        int times = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            times++;
        }
        return times;
    }

    /** One of them, each as likely. */
    <T> T one(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }

    /** One of them, the first more likely than the last: staff and places are not used evenly. */
    <T> T oneOfTheFirst(List<T> among) {
        double skewed = random.nextDouble() * Math.sqrt(random.nextDouble());
        return among.get((int) (skewed * among.size()));
    }

    /** One of the keys, by its weight. */
    String weighted(Map<String, Double> weights) {
        Map<String, Double> ordered = new TreeMap<>(weights);
        double left = random.nextDouble()
                * ordered.values().stream().mapToDouble(Double::doubleValue).sum();
        String last = "";
        for (Map.Entry<String, Double> each : ordered.entrySet()) {
            last = each.getKey();
            left -= each.getValue();
            if (left < 0) {
                break;
            }
        }
        return last;
    }
}
