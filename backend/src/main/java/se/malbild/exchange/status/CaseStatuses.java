// SPDX-License-Identifier: EUPL-1.2
package se.malbild.exchange.status;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import se.malbild.access.client.ClientCaller;
import se.malbild.cases.CaseFile;
import se.malbild.cases.CaseReading;
import se.malbild.cases.CaseScope;
import se.malbild.cases.SecrecyLevel;
import se.malbild.exchange.submission.Submissions;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/**
 * Which cases a client may follow: those it has handed in itself, or others of the types it has been granted, and of either only what is
 * open to all (CASES §12: a client reads what is restricted or secret by grant, and there is no such grant to a client). What it may not
 * follow is answered as if it did not exist, also when it was open before.
 */
@Singleton
public class CaseStatuses {
    private static final String SCOPE = "case:status";

    private final CaseReading cases;
    private final Submissions submissions;

    CaseStatuses(CaseReading cases, Submissions submissions) {
        this.cases = cases;
        this.submissions = submissions;
    }

    /** The case, if the client may know where it stands now. */
    public Optional<CaseFile> find(ClientCaller client, UUID caseId) {
        return existing(client, caseId)
                .filter(file -> file.secrecyLevel() == SecrecyLevel.OPEN
                        && file.compartments().isEmpty())
                .filter(file -> client.mayCase(SCOPE, file.caseTypeKey(), submissions.began(client, caseId)));
    }

    private Optional<CaseFile> existing(ClientCaller client, UUID caseId) {
        try {
            return Optional.of(cases.get(CaseScope.ofWholeAuthority(client.authorityId()), caseId));
        } catch (ProblemException missing) {
            if (missing.type() == ProblemType.NOT_FOUND) {
                return Optional.empty();
            }
            throw missing;
        }
    }
}
