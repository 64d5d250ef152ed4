// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.cases.accesslog.AccessKind;
import se.malbild.cases.accesslog.AccessLog;

/** Tells the access log what is read of a case. */
@Singleton
public class CaseReads {
    private final AccessLog log;

    CaseReads(AccessLog log) {
        this.log = log;
    }

    /**
     * That the person reads content of the case: logged where the case is not open, and for protected identities and exports always.
     *
     * @param object what of it, as {@code kind:id}; absent for the case as a whole
     */
    public void read(Caller caller, CaseFile file, AccessKind kind, @Nullable String object) {
        boolean always = kind == AccessKind.PROTECTED_IDENTITY_READ || kind == AccessKind.EXPORTED;
        if (always || file.secrecyLevel() != SecrecyLevel.OPEN) {
            log.read(caller, kind, what(file, object));
        }
    }

    /** As {@link #read}, of a record that is marked by itself: logged whatever the case is. */
    public void readMarked(Caller caller, CaseFile file, AccessKind kind, String object) {
        SecrecyLevel level = file.secrecyLevel() == SecrecyLevel.OPEN ? SecrecyLevel.RESTRICTED : file.secrecyLevel();
        log.read(caller, kind, new AccessLog.What(file.id(), file.number().display(), level.code(), object));
    }

    /** The case, as the log names it. */
    public static AccessLog.What what(CaseFile file, @Nullable String object) {
        return new AccessLog.What(
                file.id(), file.number().display(), file.secrecyLevel().code(), object);
    }
}
