// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.projection;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.CaseView;
import se.malbild.cases.party.Party;
import se.malbild.cases.register.PublicRegisterRepository;

/**
 * The record of a case from which every projection is made.
 *
 * @param standings by record: {@code draft}, {@code working}, {@code final}, {@code voided} or {@code discarded}
 * @param register the line in the public register; absent once it has left it
 */
public record Source(
        CaseView view,
        List<Party> parties,
        Map<UUID, String> standings,
        PublicRegisterRepository.@Nullable EntryRow register) {}
