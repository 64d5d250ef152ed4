// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.deadline.ArrivalRule;
import se.malbild.cases.deadline.Channel;
import se.malbild.cases.decision.Decision;
import se.malbild.cases.decision.DecisionRepository;
import se.malbild.cases.decision.Dissent;
import se.malbild.cases.decision.DissentRepository;
import se.malbild.cases.party.ProtectedContacts;
import se.malbild.cases.type.CaseType;
import se.malbild.cases.type.CaseTypes;
import se.malbild.cases.type.DecisionType;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;

/** Sends signed decisions with what belongs to them: how to appeal, and dissents (expediera; FL 30, 33 §§). */
@Singleton
public class Dispatching {
    private static final String DISPATCH = "case:dispatch";
    private static final String DISSENT = "case:dissent";
    /** Ways that tell nobody where somebody protected lives; post is forwarded by the tax agency (Skatteverkets förmedlingsuppdrag). */
    private static final Set<Channel> TO_PROTECTED = EnumSet.of(Channel.POST, Channel.COUNTER, Channel.ESERVICE);

    private final CaseRepository cases;
    private final CaseContentRepository content;
    private final DecisionRepository decisions;
    private final DissentRepository dissents;
    private final Deadlines deadlines;
    private final Records records;
    private final Letters letters;
    private final ProtectedContacts contacts;
    private final CaseTypes types;
    private final Transactions transactions;
    private final EventWriter events;

    Dispatching(
            CaseRepository cases,
            CaseContentRepository content,
            DecisionRepository decisions,
            DissentRepository dissents,
            Deadlines deadlines,
            Records records,
            Letters letters,
            ProtectedContacts contacts,
            CaseTypes types,
            Transactions transactions,
            EventWriter events) {
        this.cases = cases;
        this.content = content;
        this.decisions = decisions;
        this.dissents = dissents;
        this.deadlines = deadlines;
        this.records = records;
        this.letters = letters;
        this.contacts = contacts;
        this.types = types;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * How it is to be sent.
     *
     * @param channel the way for every party that has none of its own in {@code byParty}
     * @param officialsOmittedReason the threat for which the notice leaves out the names of officials; absent where it does not
     */
    public record Wanted(
            @Nullable Channel channel,
            Map<UUID, Channel> byParty,
            @Nullable String officialsOmittedReason) {}

    /** Notes a dissent of somebody who decides, presents or takes part, before the decision is sent. */
    public void dissent(CaseScope scope, Act act, UUID id, long expected, UUID decisionId, String text) {
        transactions.run(() -> {
            CaseFile file = cases.lock(scope, id).requireVersion(expected);
            scope.require(DISSENT, file);
            Decision decision = find(file, decisionId);
            if (decision.state() != Decision.State.PROPOSED) {
                decision.requireState(Decision.State.SIGNED);
            }
            if (!takesPart(file, decision, act.userId())) {
                throw ProblemException.ruleBroken(
                        "",
                        "not_taking_part",
                        "Bara den som beslutar, föredrar eller deltar i handläggningen kan anmäla avvikande mening (30 § förvaltningslagen).",
                        "Only whoever decides, presents or takes part can note a dissent (section 30).");
            }
            Dissent noted = new Dissent(Ids.at(act.at().toEpochMilli()), decisionId, act.userId(), text, act.at());
            dissents.insert(file.authorityId(), id, noted);
            events.append(CaseEvents.of(act, file, "DissentNoted", "decision", decisionId));
            cases.update(file.touched(), null);
        });
    }

    /** Whether somebody decides it, presents it or takes part in it. */
    static boolean takesPart(CaseFile file, Decision decision, UUID user) {
        Decision.Signature by = decision.signature();
        return Stream.concat(decision.content().presenterIds().stream(), decision.content().participantIds().stream())
                        .anyMatch(user::equals)
                || (by == null ? user.equals(file.decisionMakerId()) : user.equals(by.decidedBy()));
    }

    /** Sends a signed decision to every party, with the instruction on how to appeal if and only if one can (FL 33 §). */
    public void dispatch(CaseScope scope, Act act, UUID id, long expected, UUID decisionId, Wanted wanted) {
        transactions.run(() -> {
            CaseFile file = cases.lock(scope, id).requireVersion(expected);
            scope.require(DISPATCH, file);
            Decision signed = find(file, decisionId);
            signed.requireState(Decision.State.SIGNED);
            DecisionType kind = typeOf(file)
                    .decisionType(signed.content().decisionTypeKey())
                    .orElseThrow();
            List<FieldFault> faults = new ArrayList<>();
            List<Decision.SentTo> to = recipients(file, wanted, faults);
            instructionFaults(file, kind, faults);
            Decision.Content said = signed.content();
            faults.addAll(contacts.faults(
                    file,
                    to.stream().map(Decision.SentTo::partyId).toList(),
                    "",
                    Stream.of(said.text(), said.background(), said.reasons())));
            if (!faults.isEmpty()) {
                throw ProblemException.ruleBroken(faults);
            }
            Channel first = wanted.channel() == null ? to.getFirst().channel() : wanted.channel();
            boolean nameless = wanted.officialsOmittedReason() != null;
            UUID notice = nameless ? notice(act, file, kind, signed, first) : null;
            UUID instruction = instruction(act, file, kind, first, nameless);
            int attached = dissents(act, file, signed, first, nameless);
            decisions.update(
                    file.authorityId(), signed.dispatched(new Decision.Sending(act.at(), instruction, notice, to)));
            boolean last = kind.kind() == DecisionType.Kind.FINAL;
            CaseFile next = last ? file.dispatchedAt(act.at()) : file.touched();
            events.append(CaseEvents.of(act, next, "DecisionDispatched", "decision", decisionId)
                    .withChannel(first.code())
                    .withReason(null, wanted.officialsOmittedReason())
                    .withStates(file.state().code(), next.state().code())
                    .withAttributes(
                            Map.of("recipients", to.size(), "dissents", attached, "officialsOmitted", nameless)));
            if (last) {
                deadlines.settleAll(act, next);
            }
            cases.update(deadlines.withNextDue(next), null);
        });
    }

    private List<Decision.SentTo> recipients(CaseFile file, Wanted wanted, List<FieldFault> faults) {
        List<CaseParty> parties = content.parties(file);
        if (!parties.stream()
                .map(CaseParty::id)
                .toList()
                .containsAll(wanted.byParty().keySet())) {
            faults.add(FieldFault.of(
                    "/recipients", "not_found", "Alla ska vara parter i ärendet.", "All must be parties of the case."));
        }
        if (parties.isEmpty() && wanted.channel() == null) {
            faults.add(FieldFault.of(
                    "/channel", "required", "Ange hur beslutet skickas.", "Say how the decision is sent."));
        }
        List<Decision.SentTo> to = new ArrayList<>();
        for (CaseParty each : parties) {
            Channel way = wayOf(each, wanted);
            if (each.protection().hides() && !TO_PROTECTED.contains(way)) {
                faults.add(
                        FieldFault.of(
                                "/recipients",
                                "forwarded_only",
                                "Den som har skyddade personuppgifter får beslutet genom Skatteverkets förmedlingsuppdrag, över disk eller i e-tjänst.",
                                "Somebody with protected personal data gets the decision by the tax agency's forwarding, over the counter or in the e-service."));
            } else if (way == null) {
                faults.add(FieldFault.of(
                        "/recipients",
                        "no_channel",
                        "Ange hur %s får beslutet (33 § förvaltningslagen).".formatted(each.name()),
                        "Say how %s gets the decision (section 33, Administrative Procedure Act)."
                                .formatted(each.name())));
            } else {
                Boolean forwarded = each.protection().hides() && way == Channel.POST ? true : null;
                to.add(new Decision.SentTo(each.id(), each.name(), way, forwarded));
            }
        }
        return to;
    }

    /** As chosen for the party; otherwise forwarded where it is protected, the way for all, or the way the party itself wants. */
    private static @Nullable Channel wayOf(CaseParty party, Wanted wanted) {
        Channel own = wanted.byParty().get(party.id());
        if (own != null) {
            return own;
        }
        if (party.protection().hides()) {
            return Channel.POST;
        }
        return wanted.channel() == null ? party.channel() : wanted.channel();
    }

    private void instructionFaults(CaseFile file, DecisionType kind, List<FieldFault> faults) {
        if (kind.appealable()
                && (kind.appealInstance() == null
                        || typeOf(file).letter(kind.appealTemplate()).isEmpty())) {
            faults.add(FieldFault.of(
                    "",
                    "no_instruction",
                    "Ärendetypen saknar text om hur man överklagar (33 § förvaltningslagen).",
                    "The case type lacks the text on how to appeal (section 33, Administrative Procedure Act)."));
        }
    }

    /** The instruction, where it can be appealed; a note that it cannot is sent as well but is no instruction. */
    private @Nullable UUID instruction(Act act, CaseFile file, DecisionType kind, Channel channel, boolean nameless) {
        CaseType.LetterTemplate letter =
                typeOf(file).letter(kind.appealTemplate()).orElse(null);
        if (letter == null) {
            return null;
        }
        Map<String, String> values = new HashMap<>(letters.common(act, file));
        Letters.Drawn drawn =
                letters.draw(typeOf(file), letter.key(), nameless ? letters.withoutOfficials(file, values) : values);
        UUID record = out(act, file, drawn, channel).id();
        return kind.appealable() ? record : null;
    }

    /** The notice in which the authority stands for its officials; 422 if the text itself names one of them. */
    private UUID notice(Act act, CaseFile file, DecisionType kind, Decision signed, Channel channel) {
        Decision.Signature by = Objects.requireNonNull(signed.signature());
        LocalDate day = LocalDate.ofInstant(by.decidedAt(), ArrivalRule.STOCKHOLM);
        Map<String, String> values = letters.withoutOfficials(
                file, letters.decision(act, file, kind, signed.content(), by.decidedBy(), by.onBehalfOf(), day));
        Letters.Drawn decision = letters.draw(
                typeOf(file), typeOf(file).letter(kind.template()).isPresent() ? kind.template() : "decision", values);
        String title = letters.template(typeOf(file), "notice").name().sv();
        String page =
                new String(decision.page(), java.nio.charset.StandardCharsets.UTF_8).replace(decision.title(), title);
        List<UUID> officials = new ArrayList<>(signed.content().presenterIds());
        officials.addAll(signed.content().participantIds());
        officials.add(by.decidedBy());
        if (by.onBehalfOf() != null) {
            officials.add(by.onBehalfOf());
        }
        officials.add(signed.proposedBy());
        if (file.officerId() != null) {
            officials.add(file.officerId());
        }
        if (letters.namesOf(file, officials).stream().anyMatch(page::contains)) {
            throw ProblemException.ruleBroken(
                    "/officialsOmittedReason",
                    "named_in_text",
                    "Beslutets egen text nämner en tjänsteman vid namn. Återta beslutet och skriv om texten.",
                    "The text of the decision itself names an official. Withdraw the decision and rewrite the text.");
        }
        return out(act, file, new Letters.Drawn(title, page.getBytes(java.nio.charset.StandardCharsets.UTF_8)), channel)
                .id();
    }

    private int dissents(Act act, CaseFile file, Decision signed, Channel channel, boolean nameless) {
        List<Dissent> noted = dissents.of(file.authorityId(), file.id()).stream()
                .filter(each -> each.decisionId().equals(signed.id()))
                .toList();
        for (Dissent each : noted) {
            Map<String, String> values = new HashMap<>(letters.common(act, file));
            values.put(
                    "date",
                    LocalDate.ofInstant(each.notedAt(), ArrivalRule.STOCKHOLM).toString());
            values.put("by", nameless ? "en tjänsteman" : letters.name(file, each.userId()));
            values.put("text", each.text());
            out(act, file, letters.draw(typeOf(file), "dissent", values), channel);
        }
        return noted.size();
    }

    private CaseRecord out(Act act, CaseFile file, Letters.Drawn drawn, Channel channel) {
        return records.addText(
                act,
                file,
                new Records.Wanted(CaseRecord.Direction.OUT, drawn.title(), null, act.day(), channel, null),
                Records.HTML,
                drawn.page());
    }

    private Decision find(CaseFile file, UUID decisionId) {
        return decisions.find(file.authorityId(), file.id(), decisionId).orElseThrow(ProblemException::notFound);
    }

    private CaseType typeOf(CaseFile file) {
        return types.of(file.authorityId(), file.caseTypeId(), file.caseTypeVersion());
    }
}
