// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.inbox;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.malbild.access.AccessMapper;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.access.unit.Unit;
import se.malbild.access.unit.Units;
import se.malbild.access.user.Account;
import se.malbild.access.user.UserRepository;
import se.malbild.api.CasesInboxApi;
import se.malbild.api.model.CaseChannel;
import se.malbild.api.model.InboxArrival;
import se.malbild.api.model.InboxBatch;
import se.malbild.api.model.InboxBatchResult;
import se.malbild.api.model.InboxCase;
import se.malbild.api.model.InboxLink;
import se.malbild.api.model.InboxLinked;
import se.malbild.api.model.InboxOutcome;
import se.malbild.api.model.InboxPage;
import se.malbild.api.model.InboxRegistered;
import se.malbild.api.model.InboxReopening;
import se.malbild.api.model.InboxSettlement;
import se.malbild.api.model.NewInboxItem;
import se.malbild.cases.Act;
import se.malbild.cases.Acts;
import se.malbild.cases.CaseReading;
import se.malbild.cases.CaseScope;
import se.malbild.cases.deadline.Channel;
import se.malbild.cases.record.AttachedFileMapper;
import se.malbild.cases.type.CaseType;
import se.malbild.cases.type.CaseTypes;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.web.Cursors;
import se.malbild.platform.web.ProblemWriter;
import se.malbild.platform.web.Versions;

/** The inbox. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class InboxController implements CasesInboxApi {
    private static final int PAGE = 20;

    private final Inbox inbox;
    private final InboxRegistering registering;
    private final InboxHints hints;
    private final CaseReading cases;
    private final CaseTypes types;
    private final Units units;
    private final UserRepository users;
    private final Acts acts;
    private final Callers callers;

    InboxController(
            Inbox inbox,
            InboxRegistering registering,
            InboxHints hints,
            CaseReading cases,
            CaseTypes types,
            Units units,
            UserRepository users,
            Acts acts,
            Callers callers) {
        this.inbox = inbox;
        this.registering = registering;
        this.hints = hints;
        this.cases = cases;
        this.types = types;
        this.units = units;
        this.users = users;
        this.acts = acts;
        this.callers = callers;
    }

    @Override
    public HttpResponse<InboxPage> listInboxItems(
            @Nullable Integer limit,
            @Nullable String cursor,
            @Nullable InboxOutcome outcome,
            @Nullable CaseChannel channel,
            @Nullable Boolean lateOnly) {
        CaseScope scope = scope();
        int wanted = limit == null ? PAGE : limit;
        List<String> last = Cursors.decode(cursor, 2);
        InboxRepository.After after = last == null
                ? null
                : new InboxRepository.After(Cursors.instant(last.get(0)), Cursors.uuid(last.get(1)));
        InboxRepository.Filter filter = new InboxRepository.Filter(
                outcome == null ? Outcome.WAITING : Outcome.of(outcome.getValue()),
                channel == null ? null : Channel.of(channel.getValue()),
                Boolean.TRUE.equals(lateOnly),
                inbox.today());
        List<InboxItem> found = inbox.page(scope, filter, after, wanted + 1);
        List<InboxItem> shown = found.subList(0, Math.min(wanted, found.size()));
        InboxMapper.Names names = names(scope, shown, List.of());
        Inbox.Standing standing = inbox.standing(scope);
        InboxPage page = new InboxPage(
                shown.stream().map(item -> InboxMapper.summary(item, names)).toList(),
                standing.waiting(),
                standing.late(),
                standing.today());
        page.setOldestReceivedAt(standing.oldest() == null ? null : AccessMapper.time(standing.oldest()));
        if (found.size() > wanted) {
            InboxItem end = shown.getLast();
            Instant at = filter.outcome() == Outcome.WAITING
                    ? end.arrival().receivedAt()
                    : Objects.requireNonNull(end.handledAt());
            page.setNext(Cursors.encode(at, end.id()));
        }
        return HttpResponse.ok(page);
    }

    @Override
    public HttpResponse<se.malbild.api.model.InboxItem> receiveInboxItem(String idempotencyKey, NewInboxItem wanted) {
        Act act = act();
        InboxItem item = inbox.receive(
                scope(),
                act,
                InboxMapper.wanted(wanted, act.at()),
                wanted.getUploadIds() == null ? List.of() : wanted.getUploadIds());
        return HttpResponse.created(shown(item))
                .header("ETag", Versions.etag(item.version()))
                .header("Location", "/api/v1/inbox-items/" + item.id());
    }

    @Override
    public HttpResponse<se.malbild.api.model.InboxItem> getInboxItem(UUID itemId) {
        return answer(itemId);
    }

    @Override
    public HttpResponse<FileCustomizableResponseType> downloadInboxFile(UUID itemId, UUID fileId) {
        return inbox.open(scope(), itemId, fileId).response();
    }

    @Override
    public HttpResponse<se.malbild.api.model.InboxItem> changeInboxArrival(
            UUID itemId, String idempotencyKey, String ifMatch, InboxArrival wanted) {
        inbox.changeArrival(
                scope(), act(), itemId, Versions.expected(ifMatch), wanted.getArrivalDate(), wanted.getReason());
        return answer(itemId);
    }

    @Override
    public HttpResponse<InboxRegistered> registerInboxItem(
            UUID itemId, String idempotencyKey, String ifMatch, InboxCase wanted) {
        InboxRegistering.Registered done =
                registering.register(scope(), act(), itemId, Versions.expected(ifMatch), InboxMapper.wanted(wanted));
        return HttpResponse.created(InboxMapper.registered(done)).header("Location", "/api/v1/cases/" + done.caseId());
    }

    @Override
    public HttpResponse<InboxLinked> linkInboxItem(
            UUID itemId, String idempotencyKey, String ifMatch, InboxLink wanted) {
        return HttpResponse.ok(InboxMapper.linked(
                itemId,
                registering.link(
                        scope(),
                        act(),
                        itemId,
                        Versions.expected(ifMatch),
                        wanted.getCaseId(),
                        wanted.getTitle(),
                        wanted.getDocumentKey())));
    }

    @Override
    public HttpResponse<se.malbild.api.model.InboxItem> settleInboxItem(
            UUID itemId, String idempotencyKey, String ifMatch, InboxSettlement wanted) {
        inbox.settle(
                scope(),
                act(),
                itemId,
                Versions.expected(ifMatch),
                Outcome.of(wanted.getOutcome().getValue()),
                wanted.getReason());
        return answer(itemId);
    }

    @Override
    public HttpResponse<se.malbild.api.model.InboxItem> reopenInboxItem(
            UUID itemId, String idempotencyKey, String ifMatch, InboxReopening wanted) {
        inbox.reopen(scope(), act(), itemId, Versions.expected(ifMatch), wanted.getReason());
        return answer(itemId);
    }

    @Override
    public HttpResponse<InboxBatchResult> registerInboxItems(String idempotencyKey, InboxBatch wanted) {
        List<InboxRegistering.One> ones = wanted.getItems().stream()
                .map(one -> new InboxRegistering.One(one.getItemId(), one.getVersion(), one.getSubject()))
                .toList();
        Locale locale = ServerRequestContext.currentRequest()
                .map((HttpRequest<?> request) -> ProblemWriter.locale(request))
                .orElse(Locale.forLanguageTag("sv"));
        return HttpResponse.ok(InboxMapper.result(
                registering.registerAll(scope(), act(), ones, InboxMapper.shared(wanted.getShared())), locale));
    }

    private CaseScope scope() {
        return CaseScope.of(callers.require());
    }

    private Act act() {
        Caller caller = callers.require();
        return acts.now(caller, Inbox.PERMISSION);
    }

    private HttpResponse<se.malbild.api.model.InboxItem> answer(UUID itemId) {
        InboxItem item = inbox.get(scope(), itemId);
        return HttpResponse.ok(shown(item)).header("ETag", Versions.etag(item.version()));
    }

    private se.malbild.api.model.InboxItem shown(InboxItem item) {
        CaseScope scope = scope();
        List<InboxAct> history = inbox.history(item);
        se.malbild.api.model.InboxItem mapped =
                InboxMapper.item(item, history, hints.of(scope, item), names(scope, List.of(item), history));
        mapped.setFiles(inbox.files(item).stream()
                .map(file -> AttachedFileMapper.file(file, inbox.givesOut(file)))
                .toList());
        return mapped;
    }

    private InboxMapper.Names names(CaseScope scope, List<InboxItem> shown, Collection<InboxAct> history) {
        Map<UUID, Unit> named = units.byId(scope.authorityId());
        List<UUID> people = Stream.concat(
                        shown.stream().map(InboxItem::receivedBy),
                        history.stream().map(act -> act.actor().id()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<UUID, Account> accounts = new HashMap<>();
        users.byIds(scope.authorityId(), people).forEach(account -> accounts.put(account.id(), account));
        Map<String, CaseType> known = new HashMap<>();
        shown.stream()
                .map(item -> item.content().typeKey())
                .filter(Objects::nonNull)
                .distinct()
                .forEach(key ->
                        types.inForce(scope.authorityId(), key, inbox.today()).ifPresent(type -> known.put(key, type)));
        Map<UUID, String> numbers = new HashMap<>();
        shown.stream()
                .map(InboxItem::caseId)
                .filter(Objects::nonNull)
                .forEach(id -> numbers.put(id, cases.get(scope, id).number().display()));
        return new InboxMapper.Names(named, accounts, known, numbers, inbox.today());
    }
}
