// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.opening;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.AccessMapper;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.access.user.Account;
import se.malbild.api.CasesOpeningsApi;
import se.malbild.api.model.CaseOpening;
import se.malbild.api.model.CaseOpeningFinding;
import se.malbild.api.model.CaseOpeningPage;
import se.malbild.api.model.CaseOpeningReview;
import se.malbild.api.model.CaseReading;
import se.malbild.api.model.NewCaseOpening;
import se.malbild.api.model.NewCaseReading;
import se.malbild.cases.CaseMapper;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.web.Cursors;

/** Closed cases opened in an emergency (nödöppning) or for a stated reason. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class CasesOpeningsController implements CasesOpeningsApi {
    private static final int PAGE = 20;

    private final Openings openings;
    private final Callers callers;

    CasesOpeningsController(Openings openings, Callers callers) {
        this.openings = openings;
        this.callers = callers;
    }

    @Override
    public HttpResponse<CaseOpening> openCaseInEmergency(String idempotencyKey, NewCaseOpening wanted) {
        Caller caller = callers.require();
        Integer minutes = wanted.getMinutes();
        Openings.Shown made = openings.inEmergency(
                caller,
                wanted.getNumber(),
                wanted.getReason(),
                minutes == null ? Openings.LONGEST : Duration.ofMinutes(minutes));
        CaseOpening mapped = opening(made, Map.of());
        mapped.setOpenedBy(AccessMapper.userRef(caller.userId(), caller.displayName(), caller.title()));
        return HttpResponse.created(mapped);
    }

    @Override
    public HttpResponse<CaseOpeningPage> listCaseOpenings(
            @Nullable Integer limit, @Nullable String cursor, @Nullable Boolean all) {
        List<String> last = Cursors.decode(cursor, 2);
        Openings.Page found = openings.page(
                callers.require(),
                !Boolean.TRUE.equals(all),
                last == null ? null : Cursors.instant(last.get(0)),
                last == null ? null : Cursors.uuid(last.get(1)),
                limit == null ? PAGE : limit);
        CaseOpeningPage page = new CaseOpeningPage(found.shown().stream()
                .map(each -> opening(each, found.people()))
                .toList());
        page.setOverdue(found.overdue());
        Opening end = found.last();
        if (end != null) {
            page.setNext(Cursors.encode(end.openedAt(), end.id()));
        }
        return HttpResponse.ok(page);
    }

    @Override
    public HttpResponse<Void> reviewCaseOpening(UUID openingId, String idempotencyKey, CaseOpeningReview wanted) {
        openings.review(
                callers.require(),
                openingId,
                Opening.Finding.valueOf(wanted.getFinding().getValue().toUpperCase(Locale.ROOT)),
                wanted.getNote());
        return HttpResponse.noContent();
    }

    @Override
    public HttpResponse<CaseReading> readCaseForReason(String idempotencyKey, NewCaseReading wanted) {
        Openings.Shown made = openings.forReason(callers.require(), wanted.getNumber(), wanted.getReason());
        return HttpResponse.created(new CaseReading(
                made.opening().caseId(),
                made.number(),
                AccessMapper.time(made.opening().expiresAt())));
    }

    private static CaseOpening opening(Openings.Shown shown, Map<UUID, Account> people) {
        Opening opening = shown.opening();
        CaseOpening mapped = new CaseOpening(
                opening.id(),
                opening.caseId(),
                shown.number(),
                CaseMapper.person(people, opening.userId()),
                opening.reason(),
                AccessMapper.time(opening.openedAt()),
                AccessMapper.time(opening.expiresAt()),
                Objects.requireNonNull(opening.reviewDue()),
                shown.overdue(),
                shown.mayReview());
        UUID reviewer = opening.reviewedBy();
        mapped.setReviewedBy(reviewer == null ? null : CaseMapper.person(people, reviewer));
        Instant reviewed = opening.reviewedAt();
        mapped.setReviewedAt(reviewed == null ? null : AccessMapper.time(reviewed));
        Opening.Finding finding = opening.finding();
        mapped.setFinding(
                finding == null
                        ? null
                        : CaseOpeningFinding.fromValue(finding.name().toLowerCase(Locale.ROOT)));
        mapped.setReviewNote(opening.reviewNote());
        return mapped;
    }
}
