// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.interview;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Callers;
import se.malbild.access.user.Users;
import se.malbild.api.MaturityQuotesApi;
import se.malbild.api.model.NewQuote;
import se.malbild.api.model.QuoteCoding;
import se.malbild.api.model.QuotePage;
import se.malbild.api.model.QuoteRef;
import se.malbild.api.model.QuoteText;
import se.malbild.api.model.ShownQuotePage;
import se.malbild.maturity.AssessmentAct;
import se.malbild.maturity.AssessmentActs;
import se.malbild.maturity.AssessmentScope;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.web.Cursors;
import se.malbild.platform.web.Versions;

/** Quotes: cut, coded, screened and shown. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class MaturityQuotesController implements MaturityQuotesApi {
    private static final int PAGE = 20;

    private final Quotes quotes;
    private final ShownQuotes shown;
    private final Users users;
    private final AssessmentActs acts;
    private final Callers callers;

    MaturityQuotesController(Quotes quotes, ShownQuotes shown, Users users, AssessmentActs acts, Callers callers) {
        this.quotes = quotes;
        this.shown = shown;
        this.users = users;
        this.acts = acts;
        this.callers = callers;
    }

    @Override
    public HttpResponse<QuoteRef> addQuote(UUID interviewId, String idempotencyKey, NewQuote sent) {
        Quote made = quotes.add(scope(), act(), interviewId, sent.getText(), sent.getQuestion());
        return HttpResponse.created(InterviewMapper.ref(made)).header("ETag", Versions.etag(made.version()));
    }

    @Override
    public HttpResponse<QuotePage> listQuotes(
            UUID assessmentId, @Nullable Integer limit, @Nullable String cursor, @Nullable UUID interview) {
        int wanted = limit == null ? PAGE : limit;
        List<Quotes.OfInterview> found = quotes.page(scope(), assessmentId, interview, after(cursor), wanted + 1);
        List<Quotes.OfInterview> page = found.subList(0, Math.min(wanted, found.size()));
        QuotePage mapped = new QuotePage(page.stream().map(this::quote).toList());
        if (found.size() > wanted) {
            mapped.setNext(Cursors.encode(page.getLast().quote().id()));
        }
        return HttpResponse.ok(mapped);
    }

    @Override
    public HttpResponse<se.malbild.api.model.Quote> changeQuote(UUID quoteId, String ifMatch, QuoteText sent) {
        return answer(quotes.change(scope(), act(), quoteId, Versions.expected(ifMatch), sent.getText()));
    }

    @Override
    public HttpResponse<Void> removeQuote(UUID quoteId, String ifMatch) {
        quotes.remove(scope(), act(), quoteId, Versions.expected(ifMatch));
        return HttpResponse.noContent();
    }

    @Override
    public HttpResponse<se.malbild.api.model.Quote> codeQuote(UUID quoteId, QuoteCoding sent) {
        return answer(quotes.code(scope(), act(), quoteId, InterviewMapper.wanted(sent)));
    }

    @Override
    public HttpResponse<QuoteRef> screenQuote(UUID quoteId, String idempotencyKey, String ifMatch) {
        Quote screened = quotes.screen(scope(), act(), quoteId, Versions.expected(ifMatch))
                .quote();
        return HttpResponse.ok(InterviewMapper.ref(screened)).header("ETag", Versions.etag(screened.version()));
    }

    @Override
    public HttpResponse<ShownQuotePage> listCriterionQuotes(
            UUID assessmentId, String criterion, @Nullable Integer limit, @Nullable String cursor) {
        int wanted = limit == null ? PAGE : limit;
        ShownQuotes.Page found = shown.of(scope(), assessmentId, criterion, after(cursor), wanted + 1);
        List<ShownQuotes.Shown> page =
                found.quotes().subList(0, Math.min(wanted, found.quotes().size()));
        ShownQuotePage mapped =
                new ShownQuotePage(page.stream().map(InterviewMapper::shown).toList());
        mapped.setWaiting(found.waiting());
        if (found.quotes().size() > wanted) {
            mapped.setNext(Cursors.encode(page.getLast().id()));
        }
        return HttpResponse.ok(mapped);
    }

    private static @Nullable UUID after(@Nullable String cursor) {
        List<String> last = Cursors.decode(cursor, 1);
        return last == null ? null : Cursors.uuid(last.getFirst());
    }

    private HttpResponse<se.malbild.api.model.Quote> answer(Quotes.OfInterview changed) {
        return HttpResponse.ok(quote(changed))
                .header("ETag", Versions.etag(changed.quote().version()));
    }

    private se.malbild.api.model.Quote quote(Quotes.OfInterview of) {
        UUID reader = callers.require().userId();
        return InterviewMapper.quote(of, reader, id -> users.get(of.quote().authorityId(), id));
    }

    private AssessmentScope scope() {
        return AssessmentScope.of(callers.require());
    }

    private AssessmentAct act() {
        return acts.now(callers.require(), AssessmentScope.LEAD);
    }
}
