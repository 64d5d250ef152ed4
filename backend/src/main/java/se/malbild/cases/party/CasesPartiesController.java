// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.party;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import se.malbild.access.permission.Callers;
import se.malbild.access.unit.Units;
import se.malbild.api.CasesPartiesApi;
import se.malbild.api.model.NewParty;
import se.malbild.api.model.PartyChange;
import se.malbild.api.model.PartyEnd;
import se.malbild.api.model.PartyIdentity;
import se.malbild.api.model.PartyList;
import se.malbild.api.model.PartySearch;
import se.malbild.api.model.PartySearchResult;
import se.malbild.cases.CaseScope;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.web.Versions;

/** Parties in full. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class CasesPartiesController implements CasesPartiesApi {
    private final Parties parties;
    private final Callers callers;
    private final Clock clock;

    CasesPartiesController(Parties parties, Callers callers, Clock clock) {
        this.parties = parties;
        this.callers = callers;
        this.clock = clock;
    }

    @Override
    public HttpResponse<PartyList> listCaseParties(UUID caseId) {
        return answer(HttpResponse.ok(), caseId);
    }

    @Override
    public HttpResponse<PartyList> addCaseParty(UUID caseId, String idempotencyKey, String ifMatch, NewParty wanted) {
        parties.add(callers.require(), caseId, Versions.expected(ifMatch), PartyMapper.wanted(wanted));
        return answer(HttpResponse.created(""), caseId);
    }

    @Override
    public HttpResponse<PartyList> changeCaseParty(UUID caseId, UUID partyId, String ifMatch, PartyChange wanted) {
        parties.change(callers.require(), caseId, partyId, Versions.expected(ifMatch), PartyMapper.wanted(wanted));
        return answer(HttpResponse.ok(), caseId);
    }

    @Override
    public HttpResponse<PartyList> endCaseParty(
            UUID caseId, UUID partyId, String idempotencyKey, String ifMatch, PartyEnd wanted) {
        parties.end(
                callers.require(),
                caseId,
                partyId,
                Versions.expected(ifMatch),
                EndReason.of(wanted.getReason().getValue()));
        return answer(HttpResponse.ok(), caseId);
    }

    @Override
    public HttpResponse<PartyIdentity> readPartyIdentity(UUID caseId, UUID partyId) {
        Party party = parties.read(callers.require(), caseId, partyId);
        return HttpResponse.ok(PartyMapper.identity(party, LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM)))
                .header("Cache-Control", "private, no-store");
    }

    @Override
    public HttpResponse<PartySearchResult> searchParties(PartySearch wanted) {
        Parties.Identity identity = Objects.requireNonNull(PartyMapper.identity(wanted.getIdentity()));
        return HttpResponse.ok(PartyMapper.found(parties.search(callers.require(), identity)))
                .header("Cache-Control", "private, no-store");
    }

    private HttpResponse<PartyList> answer(io.micronaut.http.MutableHttpResponse<?> made, UUID caseId) {
        Parties.Shown shown = parties.list(CaseScope.of(callers.require()), caseId);
        return made.body(PartyMapper.list(shown))
                .header("ETag", Versions.etag(shown.file().version()));
    }
}
