// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.user.Account;
import se.malbild.api.model.MaturityModelAct;
import se.malbild.api.model.MaturityModelCarry;
import se.malbild.api.model.MaturityModelChange;
import se.malbild.api.model.MaturityModelChangeKind;
import se.malbild.api.model.MaturityModelImport;
import se.malbild.api.model.MaturityModelImportOutcome;
import se.malbild.api.model.MaturityModelMapping;
import se.malbild.api.model.MaturityModelOwner;
import se.malbild.api.model.MaturityModelPart;
import se.malbild.api.model.MaturityModelPossibleAct;
import se.malbild.api.model.MaturityModelProblem;
import se.malbild.api.model.MaturityModelState;
import se.malbild.api.model.MaturityModelStep;
import se.malbild.api.model.MaturityModelVersionDetail;
import se.malbild.api.model.MaturityModelVersionName;
import se.malbild.api.model.MaturityModelVersionSummary;
import se.malbild.api.model.UserRef;
import se.malbild.maturity.model.change.Carry;
import se.malbild.maturity.model.change.ModelChange;
import se.malbild.maturity.model.change.ModelStep;
import se.malbild.maturity.model.exchange.Fault;
import se.malbild.platform.Text;

/** Versions of models, what differs between them, and what was found in a file → the contract's. */
final class ModelVersionMapper {
    private static final int LONGEST = 4000;
    private static final int LONGEST_PATH = 300;

    private ModelVersionMapper() {}

    static MaturityModelVersionSummary summary(ModelVersions.Version version, Map<UUID, Account> people) {
        MaturityModel model = version.model();
        MaturityModelVersionSummary summary = new MaturityModelVersionSummary(
                model.id(),
                model.version(),
                model.title(),
                MaturityModelState.fromValue(version.state().code()),
                version.row() == null ? MaturityModelOwner.PRODUCT : MaturityModelOwner.AUTHORITY,
                version.current(),
                model.locales(),
                model.criteria().size(),
                version.shared());
        ModelRow row = version.row();
        if (row != null) {
            row.basedOn().map(ModelVersionMapper::name).ifPresent(summary::setBasedOn);
            summary.setDraftedBy(person(row.draftedBy(), people));
            summary.setDraftedAt(time(row.draftedAt()));
            summary.setPublishedBy(person(row.publishedBy(), people));
            summary.setPublishedAt(time(row.publishedAt()));
            summary.setWithdrawnBy(person(row.withdrawnBy(), people));
            summary.setWithdrawnAt(time(row.withdrawnAt()));
            summary.setWithdrawnReason(row.withdrawnReason());
        }
        return summary;
    }

    private static @Nullable UserRef person(@Nullable UUID id, Map<UUID, Account> people) {
        if (id == null) {
            return null;
        }
        Account account = people.get(id);
        return new UserRef(id, account == null ? "–" : account.displayName());
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    static MaturityModelVersionName name(ModelRow.Name name) {
        return new MaturityModelVersionName(name.id(), name.version());
    }

    static MaturityModelVersionDetail detail(
            ModelVersions.Version version, Map<UUID, Account> people, List<MaturityModelPossibleAct> acts) {
        ModelRow row = version.row();
        return new MaturityModelVersionDetail(
                summary(version, people),
                ModelMapper.model(version.model()),
                version.document(),
                acts,
                row == null ? 0L : row.revision());
    }

    static MaturityModelPossibleAct act(MaturityModelAct act, @Nullable Text hindrance) {
        MaturityModelPossibleAct mapped = new MaturityModelPossibleAct(act, hindrance == null);
        if (hindrance != null) {
            mapped.setHindrance(hindrance.asMap());
        }
        return mapped;
    }

    static MaturityModelStep step(ModelStep step) {
        return MaturityModelStep.fromValue(lower(step));
    }

    static MaturityModelChange change(ModelChange change) {
        MaturityModelChange mapped = new MaturityModelChange(
                MaturityModelPart.fromValue(lower(change.part())),
                change.code(),
                MaturityModelChangeKind.fromValue(lower(change.kind())),
                change.field(),
                step(change.step()));
        if (!change.name().isEmpty()) {
            mapped.setName(change.name());
        }
        mapped.setLocale(change.locale());
        mapped.setBefore(shortened(change.before(), LONGEST));
        mapped.setAfter(shortened(change.after(), LONGEST));
        return mapped;
    }

    static MaturityModelMapping carry(Carry carry) {
        return new MaturityModelMapping(carry.code(), carry.name(), MaturityModelCarry.fromValue(lower(carry.how())));
    }

    static MaturityModelImport imported(ModelDrafts.Imported found) {
        List<MaturityModelProblem> problems = new ArrayList<>();
        found.faults().forEach(fault -> problems.add(problem(fault)));
        MaturityModelImport mapped =
                new MaturityModelImport(MaturityModelImportOutcome.fromValue(lower(found.outcome())), problems);
        MaturityModel model = found.model();
        if (model != null) {
            mapped.setModel(ModelMapper.ref(model));
            mapped.setCriteriaCount(model.criteria().size());
            mapped.setIndicatorCount(model.indicators().size());
        }
        return mapped;
    }

    private static MaturityModelProblem problem(Fault fault) {
        MaturityModelProblem problem = new MaturityModelProblem(
                fault.code().written(),
                fault.warning(),
                String.valueOf(shortened(fault.path(), LONGEST_PATH)),
                new Text(fault.sv(), fault.en()).asMap());
        problem.setLine(fault.line());
        problem.setColumn(fault.column());
        problem.setCell(fault.cell());
        return problem;
    }

    private static @Nullable String shortened(@Nullable String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
