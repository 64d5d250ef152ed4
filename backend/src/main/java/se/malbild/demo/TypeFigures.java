// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import java.util.List;
import java.util.Map;

/**
 * Invented figures of a case type, from {@code simulation} in its file. Shares are percent.
 *
 * @param channels share of each channel
 * @param medianWorkdays median wait of each step, in workdays
 * @param p90Factor the 90th percentile of a wait over its median
 * @param outcomes share of each outcome, by the type's own keys
 * @param months share of the year's cases that come in each month, January first
 * @param optionalSteps share of the cases in which a step that is not required is taken
 */
record TypeFigures(
        int yearlyVolume,
        Map<String, Double> channels,
        double supplementShare,
        double secondSupplementShare,
        Map<String, Double> medianWorkdays,
        double p90Factor,
        double reworkShare,
        double handoverShare,
        double pingPongShare,
        double lateRegistrationShare,
        Map<String, Double> outcomes,
        List<Double> months,
        double paperOutShare,
        double contactsPerCase,
        double afterHoursShare,
        Map<String, Double> optionalSteps) {

    /** Median wait of a step in workdays; {@code otherwise} where the type has no such step. */
    double median(String step, double otherwise) {
        return medianWorkdays.getOrDefault(step, otherwise);
    }
}
