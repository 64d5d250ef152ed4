// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.access.substitution.Independence;
import se.malbild.access.unit.Units;
import se.malbild.access.user.Account;
import se.malbild.access.user.UserRepository;
import se.malbild.api.CasesTypeDraftsApi;
import se.malbild.api.model.CaseTypeAct;
import se.malbild.api.model.CaseTypeChangeList;
import se.malbild.api.model.CaseTypeClock;
import se.malbild.api.model.CaseTypeDefinition;
import se.malbild.api.model.CaseTypePossibleAct;
import se.malbild.api.model.CaseTypeRetirement;
import se.malbild.api.model.CaseTypeVersion;
import se.malbild.api.model.CaseTypeVersionDetail;
import se.malbild.api.model.CaseTypeVersionList;
import se.malbild.api.model.NewCaseTypeDraft;
import se.malbild.api.model.PeriodUnit;
import se.malbild.cases.deadline.Deadline;
import se.malbild.cases.deadline.PeriodLength;
import se.malbild.platform.Text;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.web.Versions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Versions of case types: read, drafted, changed, compared, retired. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class CasesTypeDraftsController implements CasesTypeDraftsApi {
    private static final String DRAFT = CaseTypeDrafts.DRAFT;
    private static final String PUBLISH = "case-type:publish";
    private static final int SHORTEST_NAME = 3;
    /** Days from which a due date is worked out: within the calendar's reach. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1950, 1, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(2150, 12, 31);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CaseTypes types;
    private final CaseTypeDrafts drafts;
    private final CaseTypePublication publication;
    private final Independence independence;
    private final UserRepository users;
    private final Callers callers;
    private final Clock clock;

    CasesTypeDraftsController(
            CaseTypes types,
            CaseTypeDrafts drafts,
            CaseTypePublication publication,
            Independence independence,
            UserRepository users,
            Callers callers,
            Clock clock) {
        this.types = types;
        this.drafts = drafts;
        this.publication = publication;
        this.independence = independence;
        this.users = users;
        this.callers = callers;
        this.clock = clock;
    }

    @Override
    public HttpResponse<CaseTypeVersionList> listCaseTypeVersions(UUID caseTypeId) {
        List<CaseTypes.Version> all = types.versions(callers.require().authorityId(), caseTypeId);
        return HttpResponse.ok(new CaseTypeVersionList(
                CaseTypeStanding.of(all, today()).stream().map(this::mapped).toList()));
    }

    @Override
    public HttpResponse<CaseTypeVersionDetail> getCaseTypeVersion(UUID caseTypeId, Integer version) {
        return detail(types.get(callers.require().authorityId(), caseTypeId, version, today()), false);
    }

    @Override
    public HttpResponse<CaseTypeVersionDetail> draftCaseTypeVersion(
            UUID caseTypeId, String idempotencyKey, NewCaseTypeDraft wanted) {
        return detail(drafts.begin(author(), reach(), caseTypeId, wanted.getFromVersion(), newType(wanted)), true);
    }

    private static CaseTypeDrafts.@Nullable NewType newType(NewCaseTypeDraft wanted) {
        List<FieldFault> faults = new ArrayList<>();
        String key = wanted.getNewKey();
        if (key == null) {
            return null;
        }
        String sv = wanted.getNameSv() == null ? "" : wanted.getNameSv().strip();
        String en = wanted.getNameEn() == null ? "" : wanted.getNameEn().strip();
        if (sv.length() < SHORTEST_NAME) {
            faults.add(FieldFault.of(
                    "/nameSv", "required", "Skriv typens svenska namn.", "Write the Swedish name of the type."));
        }
        if (en.length() < SHORTEST_NAME) {
            faults.add(FieldFault.of(
                    "/nameEn", "required", "Skriv typens engelska namn.", "Write the English name of the type."));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
        return new CaseTypeDrafts.NewType(key, new Text(sv, en));
    }

    @Override
    public HttpResponse<CaseTypeVersionDetail> changeCaseTypeDraft(
            UUID caseTypeId, Integer version, String ifMatch, CaseTypeDefinition wanted) {
        return detail(
                drafts.change(
                        author(),
                        reach(),
                        caseTypeId,
                        version,
                        Versions.expected(ifMatch),
                        JSON.writeValueAsString(wanted.getDefinition())),
                false);
    }

    @Override
    public HttpResponse<Void> discardCaseTypeDraft(UUID caseTypeId, Integer version, String ifMatch) {
        drafts.discard(author(), reach(), caseTypeId, version, Versions.expected(ifMatch));
        return HttpResponse.noContent();
    }

    @Override
    public HttpResponse<CaseTypeVersionDetail> retireCaseType(
            UUID caseTypeId, Integer version, String idempotencyKey, CaseTypeRetirement wanted) {
        return detail(
                publication.retire(
                        author(), caseTypeId, version, wanted.getReason().strip()),
                false);
    }

    @Override
    public HttpResponse<CaseTypeChangeList> listCaseTypeChanges(
            UUID caseTypeId, Integer version, @Nullable Integer against) {
        UUID authority = callers.require().authorityId();
        CaseTypeRow row = types.get(authority, caseTypeId, version, today()).row();
        CaseTypeRow other = against == null
                ? basedOn(row).orElse(null)
                : types.get(authority, caseTypeId, against, today()).row();
        JsonNode before = other == null ? JSON.createObjectNode() : JSON.readTree(other.configuration());
        List<CaseTypeDiff.Change> changes = CaseTypeDiff.between(before, JSON.readTree(row.configuration()));
        CaseTypeChangeList mapped = new CaseTypeChangeList(
                changes.stream()
                        .limit(CaseTypeDiff.MOST)
                        .map(CaseTypeVersionMapper::change)
                        .toList(),
                changes.size() <= CaseTypeDiff.MOST);
        if (other != null) {
            mapped.setAgainst(CaseTypeVersionMapper.ref(other));
        }
        return HttpResponse.ok(mapped);
    }

    @Override
    public HttpResponse<se.malbild.api.model.DueDateExample> getDueDateExample(
            @Nullable LocalDate startDate,
            @Nullable Integer length,
            @Nullable PeriodUnit unit,
            @Nullable CaseTypeClock clock,
            @Nullable String kind) {
        LocalDate start = startDate == null ? today() : startDate;
        if (start.isBefore(FIRST_DAY) || start.isAfter(LAST_DAY)) {
            throw ProblemException.ruleBroken(
                    "query/startDate",
                    "out_of_range",
                    "Ange en dag mellan 1950 och 2150.",
                    "Give a day between 1950 and 2150.");
        }
        DueDateExample example = DueDateExample.of(
                kind == null ? "example" : kind,
                new PeriodLength(
                        length == null ? 3 : length,
                        unit == null ? PeriodLength.Unit.WEEK : PeriodLength.Unit.of(unit.getValue())),
                clock == CaseTypeClock.GOAL ? Deadline.Clock.GOAL : Deadline.Clock.STATUTORY,
                start);
        return HttpResponse.ok(new se.malbild.api.model.DueDateExample(
                example.start(),
                example.counted(),
                example.due(),
                example.moved(),
                example.why().asMap()));
    }

    /** The version a draft began as a copy of, where it still is there. */
    private Optional<CaseTypeRow> basedOn(CaseTypeRow row) {
        UUID type = row.basedOnType();
        Integer version = row.basedOnVersion();
        if (type == null || version == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    types.get(row.authorityId(), type, version, today()).row());
        } catch (ProblemException gone) {
            return Optional.empty();
        }
    }

    private CaseTypeVersion mapped(CaseTypeStanding.Standing standing) {
        CaseTypeRow row = standing.version().row();
        List<UUID> authors = drafts.authors(standing.version());
        List<UUID> ids = Stream.concat(authors.stream(), Stream.of(row.draftedBy(), row.publishedBy(), row.retiredBy()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<UUID, Account> accounts = new HashMap<>();
        users.byIds(row.authorityId(), ids).forEach(account -> accounts.put(account.id(), account));
        return CaseTypeVersionMapper.version(standing, basedOn(row).orElse(null), authors, accounts);
    }

    private HttpResponse<CaseTypeVersionDetail> detail(CaseTypes.Version version, boolean created) {
        CaseTypeRow row = version.row();
        CaseTypeStanding.Standing standing =
                CaseTypeStanding.of(types.versions(row.authorityId(), row.typeId()), today()).stream()
                        .filter(each -> each.version().row().version() == row.version())
                        .findFirst()
                        .orElseThrow(ProblemException::notFound);
        List<FieldFault> faults = drafts.faults(version);
        CaseTypeVersionDetail mapped =
                CaseTypeVersionMapper.detail(row, mapped(standing), faults, acts(version, faults));
        return (created ? HttpResponse.created(mapped) : HttpResponse.ok(mapped))
                .header("ETag", Versions.etag(row.revision()));
    }

    private List<CaseTypePossibleAct> acts(CaseTypes.Version version, List<FieldFault> faults) {
        Caller caller = callers.require();
        CaseTypeRow row = version.row();
        List<CaseTypePossibleAct> acts = new ArrayList<>();
        boolean drafts = caller.may(DRAFT) && reach().covers(CaseTypeDrafts.unitOf(row));
        if (row.isDraft() && drafts) {
            acts.add(CaseTypeVersionMapper.act(CaseTypeAct.CHANGE, null));
            if (reach().mayDiscard(caller.userId(), row)) {
                acts.add(CaseTypeVersionMapper.act(CaseTypeAct.DISCARD, null));
            }
        }
        if (row.isDraft() && caller.may(PUBLISH)) {
            acts.add(CaseTypeVersionMapper.act(CaseTypeAct.PUBLISH, hindrance(caller, version, faults)));
        }
        if (row.status().equals(CaseTypeRow.PUBLISHED) && caller.may(PUBLISH)) {
            acts.add(CaseTypeVersionMapper.act(CaseTypeAct.RETIRE, null));
        }
        if (!row.isDraft() && drafts) {
            boolean draftExists = types.versions(row.authorityId(), row.typeId()).stream()
                    .anyMatch(each -> each.row().isDraft());
            acts.add(CaseTypeVersionMapper.act(
                    CaseTypeAct.DRAFT,
                    draftExists ? new Text("Typen har redan ett utkast.", "The type already has a draft.") : null));
        }
        return acts;
    }

    private @Nullable Text hindrance(Caller caller, CaseTypes.Version version, List<FieldFault> faults) {
        Set<UUID> bound = independence.boundTo(caller.authorityId(), caller.userId());
        if (drafts.authors(version).stream().anyMatch(bound::contains)) {
            return new Text(
                    "Någon annan än de som har skrivit utkastet ska publicera det, och ingen av er får vara vikarie för den andra.",
                    "Somebody other than those who wrote the draft must publish it, neither substituting for the other.");
        }
        return faults.isEmpty()
                ? null
                : new Text("Det finns kvar att rätta i utkastet.", "There still are things to mend in the draft.");
    }

    private CaseTypeReach reach() {
        return drafts.reach(callers.require());
    }

    private CaseTypeDrafts.Author author() {
        Caller caller = callers.require();
        return new CaseTypeDrafts.Author(caller.authorityId(), caller.userId(), caller.actor(), clock.instant());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM);
    }
}
