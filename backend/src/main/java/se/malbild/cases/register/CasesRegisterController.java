// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.register;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.authority.Authorities;
import se.malbild.access.authority.Authority;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.access.unit.Units;
import se.malbild.api.CasesRegisterApi;
import se.malbild.api.model.RegisterEntry;
import se.malbild.api.model.RegisterEntryPage;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.web.Cursors;

/** The public register. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
class CasesRegisterController implements CasesRegisterApi {
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9000, 1, 1);

    private final PublicRegisterRepository register;
    private final Authorities authorities;
    private final Callers callers;
    private final Clock clock;

    CasesRegisterController(PublicRegisterRepository register, Authorities authorities, Callers callers, Clock clock) {
        this.register = register;
        this.authorities = authorities;
        this.callers = callers;
        this.clock = clock;
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
        return entry;
    }
}
