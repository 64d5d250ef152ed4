// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.picture.version;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.access.unit.Unit;
import se.malbild.access.unit.Units;
import se.malbild.access.user.Account;
import se.malbild.api.ImprovementPictureApi;
import se.malbild.api.model.NewTargetPictureVersion;
import se.malbild.api.model.TargetPictureSignature;
import se.malbild.api.model.TargetPictureState;
import se.malbild.api.model.TargetPictureVersion;
import se.malbild.api.model.TargetPictureVersionChange;
import se.malbild.api.model.TargetPictureVersionPage;
import se.malbild.improvement.assessed.Acts;
import se.malbild.improvement.assessed.AssessedReading;
import se.malbild.improvement.assessed.Owners;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.web.Cursors;
import se.malbild.platform.web.Versions;

/** Versions of the target picture: begin, say why, sign and read. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class ImprovementPictureController implements ImprovementPictureApi {
    private static final int PAGE = 20;

    private final PictureVersions versions;
    private final PictureVersionMapper mapper;
    private final AssessedReading assessments;
    private final Owners people;
    private final Units units;
    private final Acts acts;
    private final Callers callers;

    ImprovementPictureController(
            PictureVersions versions,
            PictureVersionMapper mapper,
            AssessedReading assessments,
            Owners people,
            Units units,
            Acts acts,
            Callers callers) {
        this.versions = versions;
        this.mapper = mapper;
        this.assessments = assessments;
        this.people = people;
        this.units = units;
        this.acts = acts;
        this.callers = callers;
    }

    @Override
    public HttpResponse<TargetPictureVersionPage> listTargetPictureVersions(
            @Nullable Integer limit,
            @Nullable String cursor,
            @Nullable UUID assessment,
            @Nullable TargetPictureState state) {
        Caller caller = callers.require();
        int wanted = limit == null ? PAGE : limit;
        List<String> last = Cursors.decode(cursor, 2);
        PictureVersions.After after = last == null
                ? null
                : new PictureVersions.After(Cursors.instant(last.get(0)), Cursors.uuid(last.get(1)));
        List<PictureVersion> found = versions.page(
                caller,
                new PictureVersions.Wanted(
                        assessment, state == null ? null : PictureVersion.State.of(state.getValue())),
                after,
                wanted + 1);
        List<PictureVersion> shown = found.subList(0, Math.min(wanted, found.size()));
        Map<UUID, Unit> named = units.byId(caller.authorityId());
        Map<UUID, Account> accounts = people(caller, shown);
        Map<UUID, String> titles = assessments.titles(
                caller.authorityId(),
                shown.stream().map(PictureVersion::assessmentId).collect(Collectors.toSet()));
        TargetPictureVersionPage page = new TargetPictureVersionPage(shown.stream()
                .map(each -> PictureVersionMapper.head(
                        each, titles.getOrDefault(each.assessmentId(), "–"), named.get(each.unitId()), accounts))
                .toList());
        if (found.size() > wanted) {
            page.setNext(
                    Cursors.encode(shown.getLast().createdAt(), shown.getLast().id()));
        }
        return HttpResponse.ok(page);
    }

    private Map<UUID, Account> people(Caller caller, List<PictureVersion> shown) {
        List<@Nullable UUID> ids = new ArrayList<>();
        shown.forEach(each -> {
            PictureVersion.Signature signature = each.signature();
            ids.add(each.createdBy());
            ids.add(signature == null ? null : signature.by());
        });
        return people.named(caller.authorityId(), ids);
    }

    @Override
    public HttpResponse<TargetPictureVersion> beginTargetPictureVersion(
            String idempotencyKey, NewTargetPictureVersion wanted) {
        UUID id = versions.begin(
                acts.now(callers.require(), PictureVersions.WRITE), wanted.getAssessmentId(), wanted.getReason());
        TargetPictureVersion made = read(id);
        return HttpResponse.created(made)
                .header("ETag", Versions.etag(made.getVersion()))
                .header("Location", "/api/v1/target-picture-versions/" + id);
    }

    @Override
    public HttpResponse<TargetPictureVersion> getTargetPictureVersion(UUID versionId) {
        return answer(versionId);
    }

    @Override
    public HttpResponse<TargetPictureVersion> changeTargetPictureVersion(
            UUID versionId, String ifMatch, TargetPictureVersionChange wanted) {
        versions.change(
                acts.now(callers.require(), PictureVersions.WRITE),
                versionId,
                Versions.expected(ifMatch),
                wanted.getReason());
        return answer(versionId);
    }

    @Override
    public HttpResponse<TargetPictureVersion> signTargetPictureVersion(
            UUID versionId, String idempotencyKey, String ifMatch, TargetPictureSignature wanted) {
        versions.sign(
                acts.now(callers.require(), PictureVersions.SIGN),
                versionId,
                Versions.expected(ifMatch),
                wanted.getContentHash());
        return answer(versionId);
    }

    private TargetPictureVersion read(UUID id) {
        Caller caller = callers.require();
        PictureVersions.Read read = versions.get(caller, id);
        return mapper.version(read, people(caller, List.of(read.version())));
    }

    private HttpResponse<TargetPictureVersion> answer(UUID id) {
        TargetPictureVersion version = read(id);
        return HttpResponse.ok(version).header("ETag", Versions.etag(version.getVersion()));
    }
}
