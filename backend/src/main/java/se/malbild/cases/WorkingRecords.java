// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import java.util.Collection;
import java.util.List;

/** Records of a case that are not final, and what becomes of them when it is closed. */
public interface WorkingRecords {

    /** Those that are not final, by number. */
    List<LooseEnd> of(CaseFile file);

    /** Makes them final; with an event each where that was a choice. The case must be locked. */
    void keep(Act act, CaseFile locked, Collection<LooseEnd> records);

    /** Discards their content; number, title and an event each remain. The case must be locked. */
    void discard(Act act, CaseFile locked, Collection<LooseEnd> records);
}
