// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.projection;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.Text;

/**
 * Something a reader does not see.
 *
 * @param what what it is, for whoever looks at how others see the case
 * @param reason why it is left out
 * @param basis provision, e.g. OSL 10:3
 */
public record Omission(
        Part part, Text what, Text reason, @Nullable String basis) {

    /** What part of the case it is about. */
    public enum Part {
        HEAD,
        PARTY,
        RECORD,
        COMMUNICATION,
        DEADLINE,
        DECISION,
        NOTE,
        TASK,
        CONFLICT;

        /** As in the contract. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
