// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.register;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.AccessMapper;
import se.malbild.access.authority.Authorities;
import se.malbild.access.authority.Authority;
import se.malbild.access.job.JobMapper;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.access.unit.Units;
import se.malbild.api.CasesRegisterApi;
import se.malbild.api.model.Job;
import se.malbild.api.model.NumberCheckCause;
import se.malbild.api.model.NumberSeries;
import se.malbild.api.model.NumberSeriesList;
import se.malbild.api.model.RegisterEntry;
import se.malbild.api.model.RegisterEntryPage;
import se.malbild.api.model.RegisterRow;
import se.malbild.api.model.RegisterRowPage;
import se.malbild.api.model.RegisterRowSearch;
import se.malbild.api.model.RegisterRowSearchPage;
import se.malbild.cases.CaseFace;
import se.malbild.cases.CaseScope;
import se.malbild.cases.CaseState;
import se.malbild.cases.SecrecyLevel;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.jobs.Jobs;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.web.Cursors;

/** The register: the public one, the statutory one for staff, and its series of numbers. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class CasesRegisterController implements CasesRegisterApi {
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9000, 1, 1);

    private static final String VOID = "case:void";

    private final PublicRegisterRepository register;
    private final RegisterRepository whole;
    private final NumberChecking numbers;
    private final Jobs jobs;
    private final ObjectMapper json;
    private final Authorities authorities;
    private final Callers callers;
    private final Clock clock;

    CasesRegisterController(
            PublicRegisterRepository register,
            RegisterRepository whole,
            NumberChecking numbers,
            Jobs jobs,
            ObjectMapper json,
            Authorities authorities,
            Callers callers,
            Clock clock) {
        this.register = register;
        this.whole = whole;
        this.numbers = numbers;
        this.jobs = jobs;
        this.json = json;
        this.authorities = authorities;
        this.callers = callers;
        this.clock = clock;
    }

    @Override
    public HttpResponse<RegisterRowPage> listRegisterRows(
            @Nullable Integer limit,
            @Nullable String cursor,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String query,
            @Nullable Boolean voidedOnly) {
        CaseScope scope = CaseScope.of(callers.require());
        int wanted = limit == null ? 20 : limit;
        List<String> last = Cursors.decode(cursor, 2);
        List<RegisterRepository.EntryRow> found = whole.page(
                scope,
                new RegisterRepository.Filter(
                        start(from == null ? FIRST : from),
                        start(to == null ? LAST : to.plusDays(1)),
                        query,
                        Boolean.TRUE.equals(voidedOnly)),
                last == null ? null : Cursors.instant(last.get(0)),
                last == null ? null : Cursors.uuid(last.get(1)),
                wanted + 1);
        List<RegisterRepository.EntryRow> shown = found.subList(0, Math.min(wanted, found.size()));
        RegisterRowPage page =
                new RegisterRowPage(shown.stream().map(row -> row(scope, row)).toList());
        if (found.size() > wanted) {
            page.setNext(Cursors.encode(
                    shown.getLast().registeredAt(), shown.getLast().face().id()));
        }
        return HttpResponse.ok(page);
    }

    @Override
    public HttpResponse<RegisterRowSearchPage> searchRegisterRows(RegisterRowSearch wanted) {
        if (wanted.getSender().isBlank()) {
            throw ProblemException.invalid("/sender", "required", "Ange avsändaren.", "Name the sender.");
        }
        CaseScope scope = CaseScope.of(callers.require());
        LocalDate from = wanted.getFrom();
        LocalDate to = wanted.getTo();
        int limit = wanted.getLimit() == null ? 20 : wanted.getLimit();
        List<String> last = Cursors.decode(wanted.getCursor(), 2);
        List<RegisterRepository.EntryRow> found = whole.bySender(
                scope,
                new RegisterRepository.Filter(
                        start(from == null ? FIRST : from),
                        start(to == null ? LAST : to.plusDays(1)),
                        wanted.getSender(),
                        Boolean.TRUE.equals(wanted.getVoidedOnly())),
                last == null ? null : new RegisterRepository.After(Cursors.uuid(last.get(0)), last.get(1)),
                limit + 1);
        List<RegisterRepository.EntryRow> shown = found.subList(0, Math.min(limit, found.size()));
        RegisterRowSearchPage page = new RegisterRowSearchPage(
                shown.stream().map(row -> row(scope, row)).toList());
        if (found.size() > limit) {
            RegisterRepository.EntryRow end = shown.getLast();
            page.setNext(Cursors.encode(end.face().id(), Objects.requireNonNull(end.correspondent())));
        }
        return HttpResponse.ok(page).header("Cache-Control", "private, no-store");
    }

    /** Date and number of every case; the rest of an open one, or of one the reader may know of. */
    private static RegisterRow row(CaseScope scope, RegisterRepository.EntryRow row) {
        CaseFace face = row.face();
        boolean known = scope.sees(face);
        boolean shown = known || face.secrecyLevel() == SecrecyLevel.OPEN && !scope.isKeptFrom(face);
        RegisterRow mapped = new RegisterRow(
                row.number().display(),
                row.arrivalDate(),
                LocalDate.ofInstant(row.registeredAt(), Units.STOCKHOLM),
                !shown,
                shown && face.state() == CaseState.VOIDED);
        if (shown) {
            mapped.setSubject(row.publicSubject());
            mapped.setCorrespondent(row.correspondent());
        }
        if (known) {
            mapped.setCaseId(face.id());
            mapped.setState(
                    se.malbild.api.model.CaseState.fromValue(face.state().code()));
            mapped.setCaseVersion(row.version());
            mapped.setMayVoid((face.state() == CaseState.REGISTERED || face.state() == CaseState.ASSIGNED)
                    && !scope.awaitsRuling(face)
                    && !scope.onlyReads(face)
                    && scope.coversUnit(VOID, face.unitId()));
        }
        return mapped;
    }

    @Override
    public HttpResponse<NumberSeriesList> listNumberSeries() {
        return HttpResponse.ok(
                new NumberSeriesList(numbers.series(callers.require().authorityId()).stream()
                        .map(CasesRegisterController::series)
                        .toList()));
    }

    private static NumberSeries series(NumberCheckRepository.SeriesRow row) {
        NumberSeries mapped = new NumberSeries(row.seriesKey(), row.year(), row.nextSerial());
        if (row.checkedAt() != null
                && row.cause() != null
                && row.caseCount() != null
                && row.highestSerial() != null
                && row.holeCount() != null) {
            mapped.setLastCheck(new se.malbild.api.model.NumberCheck(
                    AccessMapper.time(row.checkedAt()),
                    NumberCheckCause.fromValue(row.cause()),
                    row.caseCount(),
                    row.highestSerial(),
                    row.holeCount(),
                    row.firstHoles(),
                    row.holeCount() == 0,
                    Boolean.TRUE.equals(row.repaired())));
        }
        return mapped;
    }

    @Override
    public HttpResponse<Job> checkNumberSeries(String idempotencyKey) {
        Caller caller = callers.require();
        return HttpResponse.accepted()
                .body(JobMapper.map(
                        jobs.queue(caller.authorityId(), caller.userId(), CheckNumbersHandler.KIND, Map.of()), json));
    }

    @Override
    public HttpResponse<RegisterEntryPage> listRegisterEntries(
            @Nullable Integer limit,
            @Nullable String cursor,
            @Nullable UUID authority,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        int wanted = limit == null ? 20 : limit;
        List<String> last = Cursors.decode(cursor, 2);
        List<PublicRegisterRepository.EntryRow> found = register.page(
                whose(authority),
                LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM),
                start(from == null ? FIRST : from),
                start(to == null ? LAST : to.plusDays(1)),
                last == null ? null : Cursors.instant(last.get(0)),
                last == null ? null : Cursors.uuid(last.get(1)),
                wanted + 1);
        List<PublicRegisterRepository.EntryRow> shown = found.subList(0, Math.min(wanted, found.size()));
        RegisterEntryPage page = new RegisterEntryPage(
                shown.stream().map(CasesRegisterController::entry).toList());
        if (found.size() > wanted) {
            page.setNext(Cursors.encode(
                    shown.getLast().registeredAt(), shown.getLast().id()));
        }
        return HttpResponse.ok(page).header("X-Robots-Tag", "noindex");
    }

    private UUID whose(@Nullable UUID asked) {
        if (asked != null) {
            return authorities.get(asked).id();
        }
        List<Authority> all = authorities.all();
        return callers.find()
                .map(Caller::authorityId)
                .or(() -> all.size() == 1 ? all.stream().findFirst().map(Authority::id) : java.util.Optional.empty())
                .orElseThrow(() -> ProblemException.invalid(
                        "query/authority",
                        "required",
                        "Ange vilken myndighets diarium.",
                        "Say which authority's register."));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Units.STOCKHOLM).toInstant();
    }

    private static RegisterEntry entry(PublicRegisterRepository.EntryRow row) {
        RegisterEntry entry = new RegisterEntry(
                new RegistrationNumber(row.classCode(), row.serial(), row.year()).display(),
                row.arrivalDate(),
                LocalDate.ofInstant(row.registeredAt(), Units.STOCKHOLM),
                row.shown());
        entry.setSubject(row.subject());
        entry.setCorrespondent(row.correspondent());
        if (row.voided()) {
            entry.setVoided(true);
        }
        return entry;
    }
}
