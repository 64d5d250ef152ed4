// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.AssessmentAct;
import se.malbild.platform.problem.FieldFault;

/** Takes over targets that are agreed on in a workshop. What decides on targets comes after maturity, so it is told by this door. */
public interface RoomTargets {
    /** What it takes to propose a target. */
    String PERMISSION = "target:propose";

    /** Adds what is wrong with a target, by the fields of the act. */
    void check(Assessment assessment, String criterion, RoomTarget target, LocalDate today, List<FieldFault> faults);

    /** Proposes a whole target, in the transaction of the act: either both are done or none. */
    void propose(AssessmentAct act, Assessment assessment, UUID workshopId, String criterion, RoomTarget target);
}
