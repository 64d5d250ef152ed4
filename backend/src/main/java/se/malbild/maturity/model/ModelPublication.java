// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.substitution.Independence;
import se.malbild.maturity.model.change.ModelChanges;
import se.malbild.maturity.model.change.ModelStep;
import se.malbild.platform.Text;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/** Publishing a draft, by somebody who has not written in it, and withdrawing a version. Neither changes what assessments follow. */
@Singleton
class ModelPublication {
    static final String PUBLISH = "maturity-model:publish";

    private final ShippedModels shipped;
    private final ModelRepository rows;
    private final Independence independence;
    private final Transactions transactions;
    private final ModelEvents events;

    ModelPublication(
            ShippedModels shipped,
            ModelRepository rows,
            Independence independence,
            Transactions transactions,
            ModelEvents events) {
        this.shipped = shipped;
        this.rows = rows;
        this.independence = independence;
        this.transactions = transactions;
        this.events = events;
    }

    /** Publishes a draft. */
    ModelRow publish(ModelAuthor by, ModelRow.Name name, long expected) {
        return transactions.in(() -> {
            ModelRow row = lock(by, name);
            if (row.state() != ModelState.DRAFT) {
                throw alreadyPublished();
            }
            if (row.revision() != expected) {
                throw ProblemException.stale(row.revision());
            }
            if (!mayPublish(by.userId(), row)) {
                throw ProblemException.of(ProblemType.NOT_PERMITTED, SECOND_PERSON.sv(), SECOND_PERSON.en());
            }
            List<FieldFault> faults = tooLow(row).map(List::of).orElse(List.of());
            if (!faults.isEmpty()) {
                throw ProblemException.ruleBroken(faults);
            }
            rows.publish(row, by.userId(), by.at());
            ModelRow published =
                    rows.find(by.authorityId(), name.id(), name.version()).orElseThrow();
            events.append(by, published, "MaturityModelPublished", Map.of());
            return published;
        });
    }

    private static final Text SECOND_PERSON = new Text(
            "Någon annan än de som har skrivit utkastet ska publicera det, och ingen av er får vara vikarie för den andra.",
            "Somebody other than those who wrote the draft must publish it, neither substituting for the other.");

    /** What hinders the person from publishing the draft now. */
    @Nullable
    Text hindrance(UUID userId, ModelRow draft) {
        return mayPublish(userId, draft)
                ? tooLow(draft).map(FieldFault::message).orElse(null)
                : SECOND_PERSON;
    }

    private boolean mayPublish(UUID userId, ModelRow draft) {
        return rows.authors(draft).stream().noneMatch(independence.boundTo(draft.authorityId(), userId)::contains);
    }

    /** The lowest version that the draft's changes allow; empty where nothing is published before it. */
    Optional<ModelSemver> lowest(ModelRow draft) {
        return latest(draft).map(latest -> {
            ModelStep step = ModelChanges.leastStep(ModelChanges.between(latest.model(), draft.model()));
            return ModelSemver.of(latest.version()).after(step);
        });
    }

    private Optional<FieldFault> tooLow(ModelRow draft) {
        return lowest(draft)
                .filter(lowest -> ModelSemver.of(draft.version()).compareTo(lowest) < 0)
                .map(lowest -> FieldFault.of(
                        "/version",
                        "too_low",
                        "Ändringarna kräver minst version %s. Ny ordalydelse höjer det tredje talet, nytt kriterium eller flyttade gränser det andra, ändrad betydelse det första."
                                .formatted(lowest),
                        "The changes demand version %s at least. New wording raises the third number, a new criterion or moved cuts the second, changed meaning the first."
                                .formatted(lowest)));
    }

    /** The newest version that has been published before it. */
    Optional<ModelRow> latest(ModelRow draft) {
        List<ModelRow> before = new ArrayList<>(rows.all(draft.authorityId()));
        return before.stream()
                .filter(row -> row.modelId().equals(draft.modelId()))
                .filter(row -> row.state() != ModelState.DRAFT && !row.id().equals(draft.id()))
                .max(java.util.Comparator.comparing(row -> ModelSemver.of(row.version())));
    }

    /** No new assessment follows the version. */
    ModelRow withdraw(ModelAuthor by, ModelRow.Name name, String reason) {
        return transactions.in(() -> {
            if (shipped.find(name.id(), name.version()).isPresent()) {
                throw ProblemException.conflict(
                        "Produktens modell kan inte dras tillbaka. Välj en annan modell i nya nulägesbilder.",
                        "The product's model cannot be withdrawn. Choose another model in new assessments.");
            }
            ModelRow row = lock(by, name);
            if (row.state() != ModelState.PUBLISHED) {
                throw ProblemException.conflict(
                        "Bara en publicerad version kan dras tillbaka.", "Only a published version can be withdrawn.");
            }
            rows.withdraw(row, by.userId(), by.at(), reason);
            ModelRow withdrawn =
                    rows.find(by.authorityId(), name.id(), name.version()).orElseThrow();
            events.append(by, withdrawn, "MaturityModelWithdrawn", Map.of());
            return withdrawn;
        });
    }

    private ModelRow lock(ModelAuthor by, ModelRow.Name name) {
        if (shipped.find(name.id(), name.version()).isPresent()) {
            throw alreadyPublished();
        }
        return rows.lock(by.authorityId(), name.id(), name.version()).orElseThrow(ProblemException::notFound);
    }

    private static ProblemException alreadyPublished() {
        return ProblemException.conflict("Versionen är redan publicerad.", "The version is already published.");
    }
}
