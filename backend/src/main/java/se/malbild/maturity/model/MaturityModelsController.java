// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.access.user.Account;
import se.malbild.access.user.UserRepository;
import se.malbild.api.MaturityModelsApi;
import se.malbild.api.model.MaturityModelAct;
import se.malbild.api.model.MaturityModelChangeList;
import se.malbild.api.model.MaturityModelDocument;
import se.malbild.api.model.MaturityModelFormat;
import se.malbild.api.model.MaturityModelImport;
import se.malbild.api.model.MaturityModelPossibleAct;
import se.malbild.api.model.MaturityModelVersionDetail;
import se.malbild.api.model.MaturityModelVersionList;
import se.malbild.api.model.MaturityModelVersionName;
import se.malbild.api.model.MaturityModelWithdrawal;
import se.malbild.api.model.NewMaturityModelDraft;
import se.malbild.maturity.model.change.Carry;
import se.malbild.maturity.model.change.ModelChange;
import se.malbild.maturity.model.change.ModelChanges;
import se.malbild.maturity.model.exchange.ModelFile;
import se.malbild.maturity.model.exchange.ModelFormat;
import se.malbild.platform.Sha256;
import se.malbild.platform.idempotency.CallerIdentity;
import se.malbild.platform.idempotency.Idempotency;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.web.Download;
import se.malbild.platform.web.Versions;

/** Maturity models: read, drafted, taken in, compared, published, withdrawn. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class MaturityModelsController implements MaturityModelsApi {
    private static final int MOST_CHANGES = 5000;

    private final MaturityModels models;
    private final ModelVersions versions;
    private final ModelDrafts drafts;
    private final ModelPublication publication;
    private final Idempotency idempotency;
    private final UserRepository users;
    private final Callers callers;
    private final Clock clock;

    MaturityModelsController(
            MaturityModels models,
            ModelVersions versions,
            ModelDrafts drafts,
            ModelPublication publication,
            Idempotency idempotency,
            UserRepository users,
            Callers callers,
            Clock clock) {
        this.models = models;
        this.versions = versions;
        this.drafts = drafts;
        this.publication = publication;
        this.idempotency = idempotency;
        this.users = users;
        this.callers = callers;
        this.clock = clock;
    }

    @Override
    public HttpResponse<se.malbild.api.model.MaturityModel> getMaturityModel(
            @Nullable String modelId, @Nullable String version) {
        return HttpResponse.ok(ModelMapper.model(models.asked(callers.require().authorityId(), modelId, version)));
    }

    @Override
    public HttpResponse<MaturityModelVersionList> listMaturityModels() {
        List<ModelVersions.Version> all = versions.all(callers.require());
        Map<UUID, Account> people = people(all);
        return HttpResponse.ok(new MaturityModelVersionList(all.stream()
                .map(each -> ModelVersionMapper.summary(each, people))
                .toList()));
    }

    @Override
    public HttpResponse<MaturityModelVersionDetail> draftMaturityModel(
            String idempotencyKey, NewMaturityModelDraft wanted) {
        ModelRow row = drafts.begin(
                author(),
                new ModelRow.Name(
                        wanted.getBasedOn().getId(), wanted.getBasedOn().getVersion()),
                new ModelRow.Name(wanted.getId(), wanted.getVersion()));
        return detail(row.modelId(), row.version(), true);
    }

    /** The key covers the file and whether it was only to be tried. */
    @Override
    public HttpResponse<MaturityModelImport> importMaturityModel(
            String idempotencyKey, @Body InputStream body, @Nullable Boolean dryRun) {
        byte[] file = read(body);
        boolean only = Boolean.TRUE.equals(dryRun);
        Caller caller = callers.require();
        @SuppressWarnings("unchecked")
        HttpResponse<MaturityModelImport> answer = (HttpResponse<MaturityModelImport>) idempotency.once(
                new CallerIdentity.Id(caller.authorityId(), caller.userId()),
                "importMaturityModel",
                idempotencyKey,
                hash(file, only),
                Set.of(),
                () -> HttpResponse.ok(ModelVersionMapper.imported(drafts.take(author(), file, only))));
        return answer;
    }

    private static byte[] read(InputStream body) {
        try {
            return body.readNBytes(ModelFile.LARGEST + 1);
        } catch (IOException e) {
            throw ProblemException.invalid(
                    "/",
                    "cut_off",
                    "Filen kom inte fram hel. Försök igen.",
                    "The file did not arrive whole. Try again.");
        }
    }

    private static byte[] hash(byte[] file, boolean only) {
        MessageDigest digest = Sha256.digest();
        digest.update((byte) (only ? 1 : 0));
        return digest.digest(file);
    }

    @Override
    public HttpResponse<MaturityModelVersionDetail> getMaturityModelVersion(String modelId, String modelVersion) {
        return detail(modelId, modelVersion, false);
    }

    @Override
    public HttpResponse<MaturityModelVersionDetail> changeMaturityModelDraft(
            String modelId, String modelVersion, String ifMatch, MaturityModelDocument wanted) {
        ModelRow row = drafts.change(
                author(), new ModelRow.Name(modelId, modelVersion), Versions.expected(ifMatch), wanted.getDocument());
        return detail(row.modelId(), row.version(), false);
    }

    @Override
    public HttpResponse<Void> discardMaturityModelDraft(String modelId, String modelVersion, String ifMatch) {
        drafts.discard(author(), new ModelRow.Name(modelId, modelVersion), Versions.expected(ifMatch));
        return HttpResponse.noContent();
    }

    @Override
    public HttpResponse<MaturityModelChangeList> listMaturityModelChanges(
            String modelId, String modelVersion, @Nullable String againstId, @Nullable String againstVersion) {
        Caller caller = callers.require();
        ModelVersions.Version version = versions.get(caller, new ModelRow.Name(modelId, modelVersion));
        ModelVersions.Version other = againstVersion == null
                ? versions.before(caller, version).orElse(null)
                : versions.get(caller, new ModelRow.Name(againstId == null ? modelId : againstId, againstVersion));
        MaturityModel before = other == null ? version.model() : other.model();
        List<ModelChange> changes = ModelChanges.between(before, version.model());
        MaturityModelChangeList mapped = new MaturityModelChangeList(
                ModelVersionMapper.step(ModelChanges.leastStep(changes)),
                changes.stream()
                        .limit(MOST_CHANGES)
                        .map(ModelVersionMapper::change)
                        .toList(),
                Carry.between(before, version.model()).stream()
                        .map(ModelVersionMapper::carry)
                        .toList());
        if (other != null) {
            mapped.setAgainst(new MaturityModelVersionName(before.id(), before.version()));
        }
        ModelRow row = version.row();
        if (row != null && row.state() == ModelState.DRAFT) {
            publication.lowest(row).map(ModelSemver::toString).ifPresent(mapped::setLeastVersion);
        }
        return HttpResponse.ok(mapped);
    }

    @Override
    public HttpResponse<MaturityModelVersionDetail> publishMaturityModel(
            String modelId, String modelVersion, String idempotencyKey, String ifMatch) {
        publication.publish(author(), new ModelRow.Name(modelId, modelVersion), Versions.expected(ifMatch));
        return detail(modelId, modelVersion, false);
    }

    @Override
    public HttpResponse<MaturityModelVersionDetail> withdrawMaturityModel(
            String modelId, String modelVersion, String idempotencyKey, MaturityModelWithdrawal wanted) {
        String reason = wanted.getReason().strip();
        if (reason.isEmpty()) {
            throw ProblemException.invalid("/reason", "required", "Skriv skälet.", "Write the reason.");
        }
        publication.withdraw(author(), new ModelRow.Name(modelId, modelVersion), reason);
        return detail(modelId, modelVersion, false);
    }

    @Override
    public HttpResponse<FileCustomizableResponseType> exportMaturityModel(
            String modelId, String modelVersion, @Nullable MaturityModelFormat format) {
        ModelVersions.Version version = versions.get(callers.require(), new ModelRow.Name(modelId, modelVersion));
        ModelFormat wanted = format == null ? ModelFormat.YAML : ModelFormat.of(format.getValue());
        return Download.of(
                wanted.write(version.document()),
                MediaType.APPLICATION_OCTET_STREAM_TYPE,
                "%s-%s.%s".formatted(modelId, modelVersion, wanted.code()));
    }

    private HttpResponse<MaturityModelVersionDetail> detail(String id, String versionName, boolean created) {
        Caller caller = callers.require();
        ModelVersions.Version version = versions.get(caller, new ModelRow.Name(id, versionName));
        MaturityModelVersionDetail mapped =
                ModelVersionMapper.detail(version, people(List.of(version)), acts(caller, version));
        return (created ? HttpResponse.created(mapped) : HttpResponse.ok(mapped))
                .header("ETag", Versions.etag(mapped.getRevision()));
    }

    private List<MaturityModelPossibleAct> acts(Caller caller, ModelVersions.Version version) {
        ModelRow row = version.row();
        List<MaturityModelPossibleAct> acts = new ArrayList<>();
        if (row != null && row.state() == ModelState.DRAFT) {
            if (caller.may(ModelDrafts.DRAFT)) {
                acts.add(ModelVersionMapper.act(MaturityModelAct.CHANGE, null));
                if (!byGrant(caller) || row.draftedBy().equals(caller.userId())) {
                    acts.add(ModelVersionMapper.act(MaturityModelAct.DISCARD, null));
                }
            }
            if (caller.may(ModelPublication.PUBLISH)) {
                acts.add(ModelVersionMapper.act(MaturityModelAct.PUBLISH, publication.hindrance(caller.userId(), row)));
            }
            return acts;
        }
        if (caller.may(ModelDrafts.DRAFT)) {
            acts.add(ModelVersionMapper.act(MaturityModelAct.DRAFT, null));
        }
        if (row != null && row.state() == ModelState.PUBLISHED && caller.may(ModelPublication.PUBLISH)) {
            acts.add(ModelVersionMapper.act(MaturityModelAct.WITHDRAW, null));
        }
        return acts;
    }

    private Map<UUID, Account> people(List<ModelVersions.Version> of) {
        Map<UUID, Account> people = new HashMap<>();
        List<UUID> ids = ModelVersions.people(of);
        if (!ids.isEmpty()) {
            users.byIds(callers.require().authorityId(), ids).forEach(each -> people.put(each.id(), each));
        }
        return people;
    }

    private static boolean byGrant(Caller caller) {
        return caller.held(ModelDrafts.DRAFT)
                .filter(held -> !held.wholeAuthority())
                .isPresent();
    }

    private ModelAuthor author() {
        Caller caller = callers.require();
        return new ModelAuthor(caller.authorityId(), caller.userId(), caller.actor(), clock.instant(), byGrant(caller));
    }
}
