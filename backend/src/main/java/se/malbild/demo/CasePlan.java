// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import java.time.Instant;
import java.util.List;
import se.malbild.cases.Act;
import se.malbild.cases.CaseHistory;
import se.malbild.cases.Registration;

/** A case as it is to be loaded: its registration and its acts in order. */
record CasePlan(Act registered, Registration.Wanted wanted, List<CaseHistory.Step> steps) {

    /** The same case as it stands at {@code now}: acts still to come are left out. */
    CasePlan until(Instant now) {
        return new CasePlan(
                registered,
                wanted,
                steps.stream().takeWhile(step -> !step.act().at().isAfter(now)).toList());
    }

    /** The same case without what happens after the first {@code count} acts. */
    CasePlan first(int count) {
        return new CasePlan(registered, wanted, steps.subList(0, Math.min(count, steps.size())));
    }
}
