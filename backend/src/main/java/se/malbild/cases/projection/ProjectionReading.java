// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.projection;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.cases.Act;
import se.malbild.cases.CaseDesk;
import se.malbild.cases.CaseEvents;
import se.malbild.cases.CaseFile;
import se.malbild.cases.CaseParty;
import se.malbild.cases.CaseReading;
import se.malbild.cases.CaseScope;
import se.malbild.cases.CaseView;
import se.malbild.cases.party.PartyRepository;
import se.malbild.cases.record.RecordStandings;
import se.malbild.cases.register.PublicRegisterRepository;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.problem.ProblemException;

/** Shows somebody who may open a case how others see it. */
@Singleton
class ProjectionReading {
    private final CaseReading reading;
    private final CaseDesk desk;
    private final PartyRepository parties;
    private final RecordStandings standings;
    private final PublicRegisterRepository register;
    private final Transactions transactions;
    private final EventWriter events;

    ProjectionReading(
            CaseReading reading,
            CaseDesk desk,
            PartyRepository parties,
            RecordStandings standings,
            PublicRegisterRepository register,
            Transactions transactions,
            EventWriter events) {
        this.reading = reading;
        this.desk = desk;
        this.parties = parties;
        this.standings = standings;
        this.register = register;
        this.transactions = transactions;
        this.events = events;
    }

    /** A projection and the version of the case it was made of. */
    record Shown(Projection projection, long version) {}

    /** The case as that reader sees it. That it was looked at for another authority, and on what ground, is an event. */
    Shown show(Caller caller, UUID caseId, Projection.Reader reader) {
        CaseView view = reading.view(CaseScope.of(caller), caseId);
        if (view.metadataOnly()) {
            throw ProblemException.notFound();
        }
        CaseParty party = partyOf(view, reader);
        if (reader.audience() == Audience.AUTHORITY) {
            keepBasis(caller, view.file(), reader.basis());
        }
        CaseFile file = view.file();
        Source source = new Source(
                view,
                parties.of(file),
                standings.of(file, view.records()),
                register.of(file.authorityId(), caseId, view.today()).orElse(null));
        return new Shown(Projections.of(source, reader, party), file.version());
    }

    private static @Nullable CaseParty partyOf(CaseView view, Projection.Reader reader) {
        if (reader.audience() != Audience.PARTY) {
            return null;
        }
        UUID wanted = reader.partyId();
        if (wanted == null) {
            throw ProblemException.invalid(
                    "query/party", "required", "Ange vilken part som läser.", "Say which party reads.");
        }
        return view.parties().stream()
                .filter(each -> each.id().equals(wanted))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    private void keepBasis(Caller caller, CaseFile file, @Nullable LegalBasis basis) {
        if (basis == null) {
            throw ProblemException.invalid(
                    "query/basis",
                    "required",
                    "Ange på vilken grund i lag den andra myndigheten får uppgifterna.",
                    "Say on what ground in law the other authority gets it.");
        }
        Act act = desk.acting(caller, "case:read");
        transactions.run(() -> {
            CaseFile locked = desk.own(file.authorityId(), file.id());
            events.append(CaseEvents.of(act, locked, "HarmTestDone")
                    .withReason(basis.code(), null)
                    .withAttributes(Map.of("audience", Audience.AUTHORITY.code(), "basis", basis.code())));
        });
    }
}
