// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.accesslog;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.AccessMapper;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.access.permission.Held;
import se.malbild.access.unit.Unit;
import se.malbild.access.unit.Units;
import se.malbild.access.user.Account;
import se.malbild.access.user.UserRepository;
import se.malbild.api.CasesAccessLogApi;
import se.malbild.api.model.AccessLogCount;
import se.malbild.api.model.AccessLogLine;
import se.malbild.api.model.AccessLogPage;
import se.malbild.api.model.AccessLogSummary;
import se.malbild.api.model.SecrecyLevel;
import se.malbild.api.model.UserRef;
import se.malbild.cases.register.RegistrationNumber;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.web.Cursors;

/** The access log (åtkomstloggen): whole for auditors, one's own for oneself, counts for unit managers. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
class CasesAccessLogController implements CasesAccessLogApi {
    private static final int PAGE = 20;
    private static final int LONGEST = 366;
    private static final int ORDINARY = 30;
    private static final int COUNTS = 500;

    private final AccessLogRepository log;
    private final UserRepository users;
    private final Units units;
    private final Callers callers;
    private final Clock clock;

    CasesAccessLogController(AccessLogRepository log, UserRepository users, Units units, Callers callers, Clock clock) {
        this.log = log;
        this.users = users;
        this.units = units;
        this.callers = callers;
        this.clock = clock;
    }

    @Override
    public HttpResponse<AccessLogPage> listAccessLog(
            @Nullable Integer limit,
            @Nullable String cursor,
            @Nullable String number,
            @Nullable UUID reader,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        RegistrationNumber.Wanted wanted = null;
        if (number != null) {
            wanted = RegistrationNumber.parse(number)
                    .orElseThrow(() -> ProblemException.invalid(
                            "number",
                            "not_a_number",
                            "Skriv diarienumret, till exempel 551-1234-2026.",
                            "Write the registration number, such as 551-1234-2026."));
        }
        return page(limit, cursor, reader, wanted, from, to);
    }

    @Override
    public HttpResponse<AccessLogPage> listMyAccessLog(
            @Nullable Integer limit, @Nullable String cursor, @Nullable LocalDate from, @Nullable LocalDate to) {
        return page(limit, cursor, callers.require().userId(), null, from, to);
    }

    private HttpResponse<AccessLogPage> page(
            @Nullable Integer limit,
            @Nullable String cursor,
            @Nullable UUID reader,
            RegistrationNumber.@Nullable Wanted number,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        Caller caller = callers.require();
        int wanted = limit == null ? PAGE : limit;
        List<String> last = Cursors.decode(cursor, 2);
        List<AccessLogRepository.Line> found = log.page(
                caller.authorityId(),
                new AccessLogRepository.Filter(
                        reader, number, from == null ? null : start(from), to == null ? null : end(to)),
                last == null ? null : Cursors.instant(last.get(0)),
                last == null ? null : Cursors.uuid(last.get(1)),
                wanted + 1);
        List<AccessLogRepository.Line> shown = found.subList(0, Math.min(wanted, found.size()));
        Map<UUID, Account> people = people(
                caller,
                shown.stream()
                        .map(AccessLogRepository.Line::readerId)
                        .distinct()
                        .toList());
        AccessLogPage page =
                new AccessLogPage(shown.stream().map(each -> line(each, people)).toList());
        if (found.size() > wanted) {
            page.setNext(
                    Cursors.encode(shown.getLast().occurredAt(), shown.getLast().id()));
        }
        return HttpResponse.ok(page);
    }

    private static AccessLogLine line(AccessLogRepository.Line line, Map<UUID, Account> people) {
        AccessLogLine mapped = new AccessLogLine(
                line.id(),
                AccessMapper.time(line.occurredAt()),
                se.malbild.api.model.AccessKind.fromValue(
                        AccessKind.ofActivity(line.activity()).code()),
                named(people, line.readerId()),
                SecrecyLevel.fromValue(line.secrecyLevel()));
        mapped.setRole(line.role());
        mapped.setNumber(line.number());
        mapped.setCaseId(line.caseRef());
        mapped.setReason(line.reason());
        return mapped;
    }

    @Override
    public HttpResponse<AccessLogSummary> summariseAccessLog(@Nullable LocalDate from, @Nullable LocalDate to) {
        Caller caller = callers.require();
        Held held = caller.require("access-log:summary");
        LocalDate last = to == null ? LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM) : to;
        LocalDate first = from == null ? last.minusDays(ORDINARY - 1) : from;
        if (first.isAfter(last) || ChronoUnit.DAYS.between(first, last) >= LONGEST) {
            throw ProblemException.invalid(
                    "from",
                    "period",
                    "Perioden ska börja före den slutar och vara högst 366 dagar.",
                    "The period must begin before it ends and be at most 366 days.");
        }
        List<AccessLogRepository.Count> found =
                log.counts(caller.authorityId(), List.copyOf(held.unitIds()), start(first), end(last), COUNTS);
        Map<UUID, Account> people = people(
                caller,
                found.stream()
                        .map(AccessLogRepository.Count::readerId)
                        .distinct()
                        .toList());
        Map<UUID, Unit> named = units.byId(caller.authorityId());
        return HttpResponse.ok(new AccessLogSummary(
                first,
                last,
                found.stream()
                        .filter(each -> named.containsKey(each.unitId()))
                        .map(each -> count(each, people, java.util.Objects.requireNonNull(named.get(each.unitId()))))
                        .toList()));
    }

    private static AccessLogCount count(AccessLogRepository.Count count, Map<UUID, Account> people, Unit unit) {
        return new AccessLogCount(
                named(people, count.readerId()),
                count.unitId(),
                AccessMapper.text(unit.nameSv(), unit.nameEn()),
                count.readings(),
                count.cases());
    }

    private Map<UUID, Account> people(Caller caller, List<UUID> ids) {
        Map<UUID, Account> people = new HashMap<>();
        users.byIds(caller.authorityId(), ids).forEach(account -> people.put(account.id(), account));
        return people;
    }

    private static UserRef named(Map<UUID, Account> people, UUID id) {
        Account account = people.get(id);
        return account == null
                ? new UserRef(id, "–")
                : AccessMapper.userRef(id, account.displayName(), account.title());
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Units.STOCKHOLM).toInstant();
    }

    private static Instant end(LocalDate day) {
        return start(day.plusDays(1));
    }
}
