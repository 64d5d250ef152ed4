// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.decision;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Rows of delegations. */
@Singleton
public class DelegationRepository {
    private final Jdbi jdbi;

    DelegationRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Delegations for a kind of decision of a case type. */
    public List<Delegation> of(UUID authorityId, String caseTypeKey, String decisionTypeKey) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT id, authority_id, case_type_key, decision_type_key, unit_id, holder_role, valid_from, valid_to, document_ref
                  FROM delegations
                 WHERE authority_id = :authority AND case_type_key = :type AND decision_type_key = :decision ORDER BY id""")
                .bind("authority", authorityId)
                .bind("type", caseTypeKey)
                .bind("decision", decisionTypeKey)
                .mapTo(Delegation.class)
                .list());
    }

    /** Stores a delegation. */
    public void insert(Delegation delegation) {
        jdbi.useHandle(
                handle -> handle.createUpdate("""
                INSERT INTO delegations (id, authority_id, case_type_key, decision_type_key, unit_id, holder_role, valid_from, valid_to,
                    document_ref)
                VALUES (:id, :authorityId, :caseTypeKey, :decisionTypeKey, :unitId, :holderRole, :validFrom, :validTo, :documentRef)""").bindMethods(delegation).execute());
    }
}
