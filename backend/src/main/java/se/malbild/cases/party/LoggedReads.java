// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.party;

import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.malbild.access.permission.Caller;
import se.malbild.cases.CaseFile;

/** Keeps readings in the service's log: which case and who, by their ids, and nothing of what was read. */
@Singleton
class LoggedReads implements ProtectedReads {
    private static final Logger LOG = LoggerFactory.getLogger(LoggedReads.class);

    @Override
    public void protectedIdentityRead(CaseFile file, Caller caller) {
        LOG.info("protected identity read: case {} user {}", file.id(), caller.userId());
    }
}
