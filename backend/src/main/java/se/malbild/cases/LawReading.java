// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import se.malbild.cases.decision.DissentRepository;

/** Reads what the law's clockwork of a case holds. */
@Singleton
class LawReading {
    private final Enquiring enquiring;
    private final Conflicts conflicts;
    private final Delays delays;
    private final CaseTaskRepository tasks;
    private final DissentRepository dissents;

    LawReading(
            Enquiring enquiring,
            Conflicts conflicts,
            Delays delays,
            CaseTaskRepository tasks,
            DissentRepository dissents) {
        this.enquiring = enquiring;
        this.conflicts = conflicts;
        this.delays = delays;
        this.tasks = tasks;
        this.dissents = dissents;
    }

    /** All of it, for somebody who reads the content. */
    CaseLaw of(CaseFile file, LocalDate today) {
        return new CaseLaw(
                enquiring.of(file),
                enquiring.drafts(file),
                conflicts.of(file),
                delays.of(file),
                delays.prompts(file, today),
                tasks.of(file),
                dissents.of(file.authorityId(), file.id()),
                false);
    }

    /** What somebody who sees the head only is shown: who rules sees what is to be ruled on, who declared that it waits. */
    CaseLaw ofHead(CaseScope scope, CaseFile file) {
        boolean rules = scope.covers(CaseScope.RULE_CONFLICT, file);
        return CaseLaw.ofHead(rules ? conflicts.of(file) : List.of(), scope.awaitsRuling(file));
    }
}
