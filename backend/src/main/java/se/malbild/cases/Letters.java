// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.malbild.access.authority.Authorities;
import se.malbild.access.user.Account;
import se.malbild.cases.decision.Decision;
import se.malbild.cases.decision.LetterText;
import se.malbild.cases.type.CaseType;
import se.malbild.cases.type.DecisionType;

/** The values that a case type's letters are filled with. */
@Singleton
class Letters {
    private final Colleagues colleagues;
    private final Authorities authorities;
    private final StandardLetters standard;

    Letters(Colleagues colleagues, Authorities authorities, StandardLetters standard) {
        this.colleagues = colleagues;
        this.authorities = authorities;
        this.standard = standard;
    }

    /** A letter drawn up: its title and its page. */
    record Drawn(String title, byte[] page) {}

    /** The letter of that key: the type's own, otherwise the product's. */
    CaseType.LetterTemplate template(CaseType type, String key) {
        return type.letter(key).orElseGet(() -> standard.get(key));
    }

    /** The letter of that key, filled. */
    Drawn draw(CaseType type, String key, Map<String, String> values) {
        CaseType.LetterTemplate letter = template(type, key);
        return drawn(letter.name().sv(), letter.body().sv(), values);
    }

    /** A request for supplement; an injunction carries its own name and says what follows otherwise (FL 20 §). */
    Drawn supplement(CaseType type, Map<String, String> values, @Nullable String consequence) {
        CaseType.LetterTemplate letter = template(type, "supplement_request");
        String body = LetterText.withoutInjunction(letter.body().sv());
        return consequence == null
                ? drawn(letter.name().sv(), body, values)
                : drawn(template(type, "injunction").name().sv(), body + "\n{{consequence}}", values);
    }

    private static Drawn drawn(String title, String body, Map<String, String> values) {
        return new Drawn(title, LetterText.page(title, LetterText.fill(body, values)));
    }

    /** Display names of people, for looking whether a text names them. */
    List<String> namesOf(CaseFile file, List<UUID> ids) {
        return colleagues.named(file.authorityId(), ids).values().stream()
                .map(Account::displayName)
                .toList();
    }

    /** The same values without the names of officials: the authority stands for them (FL 33 § fourth paragraph). */
    Map<String, String> withoutOfficials(CaseFile file, Map<String, String> values) {
        String authority = authorities.get(file.authorityId()).nameSv();
        Map<String, String> nameless = new HashMap<>(values);
        nameless.put("officerName", authority);
        nameless.put("officerPhone", authority);
        nameless.put("decisionMaker", authority);
        nameless.put("presenter", "");
        nameless.put("participants", "");
        return nameless;
    }

    /** What every letter of a case may name. */
    Map<String, String> common(Act act, CaseFile file) {
        String authority = authorities.get(file.authorityId()).nameSv();
        Map<String, String> values = new HashMap<>();
        values.put("caseNumber", file.number().display());
        values.put("publicSubject", file.publicSubject());
        values.put("subject", file.subject());
        values.put("arrivalDate", file.arrival().date().toString());
        values.put("authorityName", authority);
        values.put("authorityAddress", authority);
        values.put("authorityEmail", authority);
        values.put("replyChannel", authority);
        values.put("officerName", name(file, file.officerId() == null ? act.userId() : file.officerId()));
        values.put("officerPhone", authority);
        return values;
    }

    /** What the letter of a decision says besides; {@code onBehalfOf} is whom the decider stood in for. */
    Map<String, String> decision(
            Act act,
            CaseFile file,
            DecisionType kind,
            Decision.Content content,
            UUID decider,
            @Nullable UUID onBehalfOf,
            LocalDate day) {
        Map<String, String> values = common(act, file);
        values.put("decisionDate", day.toString());
        values.put("outcomeText", content.text());
        values.put(
                "outcome",
                kind.outcome(content.outcomeKey())
                        .map(outcome -> outcome.name().sv())
                        .orElse(""));
        values.put("background", content.background() == null ? file.subject() + "." : content.background());
        values.put(
                "reasons",
                content.reasons() == null ? "Skälen utelämnas med stöd av 32 § förvaltningslagen." : content.reasons());
        values.put("provisions", String.join("; ", content.appliedProvisions()));
        values.put("decisionMaker", decider(file, decider, onBehalfOf));
        values.put("presenter", names(file, content.presenterIds()));
        values.put("participants", names(file, content.participantIds()));
        return values;
    }

    /** Who decides, and for whom: a substitute's decision shows both names (CASES §10). */
    String decider(CaseFile file, UUID decider, @Nullable UUID onBehalfOf) {
        return onBehalfOf == null
                ? name(file, decider)
                : "%s, vikarie för %s".formatted(name(file, decider), name(file, onBehalfOf));
    }

    /** Somebody's name. */
    String name(CaseFile file, UUID id) {
        return names(file, List.of(id));
    }

    private String names(CaseFile file, List<UUID> ids) {
        Map<UUID, Account> named = colleagues.named(file.authorityId(), ids);
        return ids.stream()
                .map(named::get)
                .filter(java.util.Objects::nonNull)
                .map(Account::displayName)
                .collect(Collectors.joining(", "));
    }
}
