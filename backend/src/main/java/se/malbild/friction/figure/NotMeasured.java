// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.figure;

import java.util.Collection;
import java.util.List;
import se.malbild.friction.log.EventClass;

/**
 * Why something is not measured (mäts inte).
 *
 * @param reason as in the contract
 * @param classes classes that no activity is mapped to
 */
public record NotMeasured(String reason, List<EventClass> classes) {
    /** No person has confirmed the mapping. */
    public static final NotMeasured UNCONFIRMED = new NotMeasured("mapping_not_confirmed", List.of());
    /** The log does not say what ends a case. */
    public static final NotMeasured NO_END = new NotMeasured("end_not_known", List.of());
    /** The log has no such case attribute. */
    public static final NotMeasured NO_ATTRIBUTE = new NotMeasured("attribute_missing", List.of());
    /** Events do not tell it. */
    public static final NotMeasured NOT_IN_EVENTS = new NotMeasured("not_in_events", List.of());
    /** There is nothing to measure it on. */
    public static final NotMeasured TOO_FEW = new NotMeasured("too_few", List.of());

    /** None of the classes has an activity. */
    public static NotMeasured unmapped(Collection<EventClass> classes) {
        return new NotMeasured("classes_not_mapped", classes.stream().sorted().toList());
    }
}
