// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import se.malbild.access.substitution.Independence;
import se.malbild.cases.type.check.CaseTypeCheck;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Publishing a draft, by somebody who has not written in it, and retiring a published version. Neither changes what running cases follow. */
@Singleton
public class CaseTypePublication {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CaseTypeRepository types;
    private final CaseTypes reading;
    private final CaseTypeDrafts drafts;
    private final StandingDelegations delegations;
    private final Independence independence;
    private final Transactions transactions;
    private final CaseTypeEvents events;

    CaseTypePublication(
            CaseTypeRepository types,
            CaseTypes reading,
            CaseTypeDrafts drafts,
            StandingDelegations delegations,
            Independence independence,
            Transactions transactions,
            CaseTypeEvents events) {
        this.types = types;
        this.reading = reading;
        this.drafts = drafts;
        this.delegations = delegations;
        this.independence = independence;
        this.transactions = transactions;
        this.events = events;
    }

    /** Publishes a draft: new cases follow it from its first day on. All that is wrong with it is told at once (422). */
    public CaseTypes.Version publish(CaseTypeDrafts.Author by, UUID typeId, int version) {
        return transactions.in(() -> {
            CaseTypeRow row = types.lock(by.authorityId(), typeId, version).orElseThrow(ProblemException::notFound);
            if (!row.isDraft()) {
                throw ProblemException.conflict("Versionen är redan publicerad.", "The version is already published.");
            }
            Set<UUID> bound = independence.boundTo(by.authorityId(), by.userId());
            if (drafts.authors(reading.version(row)).stream().anyMatch(bound::contains)) {
                throw ProblemException.of(
                        ProblemType.NOT_PERMITTED,
                        "Någon annan än de som har skrivit utkastet ska publicera det, och ingen av er får vara vikarie för den andra.",
                        "Somebody other than those who wrote the draft must publish it, neither substituting for the other.");
            }
            List<FieldFault> faults = new ArrayList<>(
                    CaseTypeCheck.publication(row.configuration(), drafts.surroundings(by.authorityId())));
            faults.addAll(takingOver(by, row));
            if (!faults.isEmpty()) {
                throw ProblemException.ruleBroken(faults);
            }
            ObjectNode definition = CaseTypeDrafts.object(row.configuration());
            definition.put("status", CaseTypeRow.PUBLISHED);
            types.publish(row, JSON.writeValueAsString(definition), by.userId(), by.at());
            CaseTypeRow published =
                    types.lock(by.authorityId(), typeId, version).orElseThrow();
            CaseType type = CaseTypeReader.read(typeId, published.configuration());
            delegations.give(published, type, published.validFrom(), by.actor(), by.at());
            events.record("ConfigPublished", published, by.at(), by.actor(), null);
            return new CaseTypes.Version(type, published);
        });
    }

    /** A version that takes over from another does so today at the earliest: what has been registered has been registered. */
    private List<FieldFault> takingOver(CaseTypeDrafts.Author by, CaseTypeRow row) {
        boolean takesOver =
                types.versions(by.authorityId(), row.typeId()).stream().anyMatch(each -> !each.isDraft());
        return takesOver && row.validFrom().isBefore(by.day())
                ? List.of(FieldFault.of(
                        "/validFrom",
                        "before_today",
                        "Versionen kan tidigast börja gälla i dag, %s.".formatted(by.day()),
                        "The version can begin to hold today, %s, at the earliest.".formatted(by.day())))
                : List.of();
    }

    /** New cases no longer follow the version; nothing older takes its place. */
    public CaseTypes.Version retire(CaseTypeDrafts.Author by, UUID typeId, int version, String reason) {
        return transactions.in(() -> {
            CaseTypeRow row = types.lock(by.authorityId(), typeId, version).orElseThrow(ProblemException::notFound);
            if (!row.status().equals(CaseTypeRow.PUBLISHED)) {
                throw ProblemException.conflict(
                        "Bara en publicerad version kan dras in.", "Only a published version can be retired.");
            }
            types.retire(row, by.userId(), by.at(), reason);
            CaseTypeRow retired = types.lock(by.authorityId(), typeId, version).orElseThrow();
            events.record("ConfigRetired", retired, by.at(), by.actor(), reason);
            return reading.version(retired);
        });
    }
}
