// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.access.unit.Units;
import se.malbild.api.CasesTypeMigrationApi;
import se.malbild.api.model.CaseMigrationDeadline;
import se.malbild.api.model.CaseMigrationDeadlineChange;
import se.malbild.api.model.CaseMigrationLoss;
import se.malbild.api.model.CaseMigrationLossWhy;
import se.malbild.api.model.CaseMigrationNeed;
import se.malbild.api.model.CaseTypeFault;
import se.malbild.api.model.CaseTypeMigrated;
import se.malbild.api.model.CaseTypeMigration;
import se.malbild.api.model.CaseTypeMigrationPreview;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.web.Versions;

/** A running case and the version of its type it follows: previewed, then changed. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class CasesTypeMigrationController implements CasesTypeMigrationApi {
    private static final int MOST = 200;

    private final TypeMigration migration;
    private final Acts acts;
    private final Callers callers;
    private final Clock clock;

    CasesTypeMigrationController(TypeMigration migration, Acts acts, Callers callers, Clock clock) {
        this.migration = migration;
        this.acts = acts;
        this.callers = callers;
        this.clock = clock;
    }

    @Override
    public HttpResponse<CaseTypeMigrationPreview> previewTypeMigration(UUID caseId, @Nullable Integer toVersion) {
        TypeMigration.Preview preview = migration.preview(
                CaseScope.of(callers.require()),
                caseId,
                toVersion,
                LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM));
        TypeChange change = preview.change();
        CaseTypeMigrationPreview mapped = new CaseTypeMigrationPreview(
                preview.file().caseTypeVersion(),
                preview.to().version(),
                preview.to().name().asMap(),
                change.losses().stream()
                        .limit(MOST)
                        .map(CasesTypeMigrationController::loss)
                        .toList(),
                needs(change.required()),
                needs(change.documents()),
                change.deadlines().stream()
                        .limit(MOST)
                        .map(CasesTypeMigrationController::deadline)
                        .toList(),
                preview.hindrances().stream()
                        .map(fault -> new CaseTypeFault(
                                fault.pointer(), fault.code(), fault.message().asMap()))
                        .toList(),
                preview.token(),
                preview.file().version());
        return HttpResponse.ok(mapped)
                .header("ETag", Versions.etag(preview.file().version()));
    }

    @Override
    public HttpResponse<CaseTypeMigrated> migrateCaseType(
            UUID caseId, String idempotencyKey, String ifMatch, CaseTypeMigration wanted) {
        Caller caller = callers.require();
        CaseFile file = migration.migrate(
                CaseScope.of(caller),
                acts.now(caller, "case:migrate-type"),
                caseId,
                Versions.expected(ifMatch),
                wanted.getToVersion(),
                wanted.getToken(),
                wanted.getReason().strip());
        return HttpResponse.ok(new CaseTypeMigrated(file.id(), file.caseTypeVersion(), file.version()))
                .header("ETag", Versions.etag(file.version()));
    }

    private static CaseMigrationLoss loss(TypeChange.Loss loss) {
        return new CaseMigrationLoss(
                loss.key(),
                loss.name().asMap(),
                loss.value(),
                loss.removed() ? CaseMigrationLossWhy.REMOVED : CaseMigrationLossWhy.NOT_TAKEN);
    }

    private static List<CaseMigrationNeed> needs(List<TypeChange.Need> needs) {
        return needs.stream()
                .limit(MOST)
                .map(each -> new CaseMigrationNeed(each.key(), each.name().asMap()))
                .toList();
    }

    private static CaseMigrationDeadline deadline(TypeChange.DeadlineChange change) {
        CaseMigrationDeadline mapped = new CaseMigrationDeadline(
                change.either().kind(),
                change.either().name().asMap(),
                CaseMigrationDeadlineChange.fromValue(change.kind().name().toLowerCase(Locale.ROOT)));
        mapped.setBefore(change.before() == null ? null : change.before().dueDate());
        mapped.setAfter(change.after() == null ? null : change.after().dueDate());
        return mapped;
    }
}
