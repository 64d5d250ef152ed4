// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.recommendation;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.improvement.assessed.Acts.Act;
import se.malbild.maturity.model.Criterion;
import se.malbild.maturity.model.MaturityModel;
import se.malbild.maturity.model.MaturityModels;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/** What an authority formulates itself beside the catalogue: added, changed and withdrawn by those who plan for all of it. */
@Singleton
public class OwnRecommendations {
    private static final String EDIT = "roadmap:edit";
    private static final int MOST = 100;

    private final OwnRecommendationRepository owns;
    private final Recommendations recommendations;
    private final MaturityModels models;
    private final Transactions transactions;
    private final EventWriter events;

    OwnRecommendations(
            OwnRecommendationRepository owns,
            Recommendations recommendations,
            MaturityModels models,
            Transactions transactions,
            EventWriter events) {
        this.owns = owns;
        this.recommendations = recommendations;
        this.models = models;
        this.transactions = transactions;
        this.events = events;
    }

    /** One of the authority's own, withdrawn or not. */
    public OwnRecommendation get(Caller caller, String code) {
        return owns.find(caller.authorityId(), code).orElseThrow(ProblemException::notFound);
    }

    /** Whether the caller may formulate advice: it is for the whole authority. */
    public static boolean mayWrite(Caller caller) {
        return caller.held(EDIT).filter(held -> held.wholeAuthority()).isPresent();
    }

    /** Adds one; gives its code, made where none was asked for. */
    public String add(Act act, @Nullable String asked, OwnRecommendation.Contents contents) {
        requireWrite(act.caller());
        UUID authorityId = act.caller().authorityId();
        return transactions.in(() -> {
            List<OwnRecommendation> all = owns.lockAll(authorityId);
            List<FieldFault> faults = new ArrayList<>();
            if (all.size() >= MOST) {
                throw ProblemException.conflict(
                        "Det finns redan hundra egna rekommendationer.",
                        "There are a hundred own recommendations already.");
            }
            if (asked != null
                    && (isOfCatalogue(asked)
                            || all.stream().anyMatch(each -> each.code().equals(asked)))) {
                faults.add(FieldFault.of("/code", "taken", "Koden används redan.", "The code is in use already."));
            }
            String code = asked == null ? nextCode(all) : asked;
            check(code, contents, all, faults);
            OwnRecommendation own = new OwnRecommendation(
                    authorityId, code, contents, null, act.caller().userId(), act.at(), 1);
            owns.insert(own);
            events.append(event(act, code, contents, "OwnRecommendationAdded"));
            return code;
        });
    }

    /** Changes what one says. */
    public void change(Act act, String code, long expected, OwnRecommendation.Contents contents) {
        requireWrite(act.caller());
        UUID authorityId = act.caller().authorityId();
        transactions.run(() -> {
            List<OwnRecommendation> all = owns.lockAll(authorityId);
            given(all, code, expected);
            check(code, contents, all, new ArrayList<>());
            owns.update(authorityId, code, contents);
            events.append(event(act, code, contents, "OwnRecommendationChanged"));
        });
    }

    /** Withdraws one: it is no longer ranked. What already stands on the roadmap stays. */
    public void withdraw(Act act, String code, long expected, String reason) {
        requireWrite(act.caller());
        UUID authorityId = act.caller().authorityId();
        transactions.run(() -> {
            List<OwnRecommendation> all = owns.lockAll(authorityId);
            OwnRecommendation own = given(all, code, expected);
            List<String> waiting = all.stream()
                    .filter(each ->
                            each.isGiven() && each.contents().prerequisites().contains(code))
                    .map(OwnRecommendation::code)
                    .toList();
            if (!waiting.isEmpty()) {
                String named = String.join(", ", waiting);
                throw ProblemException.conflict(
                        "Andra rekommendationer har den som förutsättning: %s.".formatted(named),
                        "Other recommendations have it as a prerequisite: %s.".formatted(named));
            }
            owns.withdraw(authorityId, code, reason);
            events.append(event(act, code, own.contents(), "OwnRecommendationWithdrawn")
                    .withReason(null, reason));
        });
    }

    private static OwnRecommendation given(List<OwnRecommendation> all, String code, long expected) {
        OwnRecommendation own = all.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        if (own.version() != expected) {
            throw ProblemException.stale(own.version());
        }
        if (!own.isGiven()) {
            throw ProblemException.conflict(
                    "Rekommendationen är tillbakadragen och ändras inte mer.",
                    "The recommendation is withdrawn and changes no more.");
        }
        return own;
    }

    private static void requireWrite(Caller caller) {
        caller.require(EDIT);
        if (!mayWrite(caller)) {
            throw ProblemException.of(
                    ProblemType.NOT_PERMITTED,
                    "Egna rekommendationer gäller hela myndigheten och formuleras av den som planerar för hela.",
                    "Own recommendations are for the whole authority and are formulated by those who plan for all of it.");
        }
    }

    private boolean isOfCatalogue(String code) {
        return recommendations.catalogue().find(code).isPresent();
    }

    private String nextCode(List<OwnRecommendation> all) {
        Set<String> taken = new HashSet<>();
        all.forEach(each -> taken.add(each.code()));
        int number = 1;
        while (taken.contains("E" + number) || isOfCatalogue("E" + number)) {
            number++;
        }
        return "E" + number;
    }

    /** 422 with every fault. */
    private void check(
            String code, OwnRecommendation.Contents contents, List<OwnRecommendation> all, List<FieldFault> faults) {
        MaturityModel model = models.current();
        checkLifts(contents.lifts(), model, faults);
        for (int n = 0; n < contents.indicators().size(); n++) {
            String indicator = contents.indicators().get(n).indicator();
            boolean twice = contents.indicators().stream()
                            .filter(each -> each.indicator().equals(indicator))
                            .count()
                    > 1;
            if (twice
                    || model.indicators().stream().noneMatch(each -> each.code().equals(indicator))) {
                faults.add(FieldFault.of(
                        "/indicators/%d/indicator".formatted(n),
                        "not_found",
                        "Måttet finns inte i modellen, eller står två gånger.",
                        "The indicator is not in the model, or is there twice."));
            }
        }
        Map<String, List<String>> before = new TreeMap<>();
        recommendations.catalogue().recommendations().forEach(each -> before.put(each.code(), each.prerequisites()));
        all.stream()
                .filter(OwnRecommendation::isGiven)
                .forEach(each -> before.put(each.code(), each.contents().prerequisites()));
        before.put(code, contents.prerequisites());
        for (int n = 0; n < contents.prerequisites().size(); n++) {
            String needed = contents.prerequisites().get(n);
            if (!before.containsKey(needed) || contents.prerequisites().indexOf(needed) < n) {
                faults.add(FieldFault.of(
                        "/prerequisites/%d".formatted(n),
                        "not_found",
                        "Rekommendationen finns inte, eller står två gånger.",
                        "The recommendation does not exist, or is there twice."));
            } else if (comesBack(needed, code, before, new HashSet<>())) {
                faults.add(FieldFault.of(
                        "/prerequisites/%d".formatted(n),
                        "cycle",
                        "De två skulle vänta på varandra.",
                        "The two would wait for each other."));
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
    }

    private static void checkLifts(List<Lift> lifts, MaturityModel model, List<FieldFault> faults) {
        for (int n = 0; n < lifts.size(); n++) {
            Lift lift = lifts.get(n);
            boolean twice = lifts.stream()
                            .filter(each -> each.criterion().equals(lift.criterion()))
                            .count()
                    > 1;
            if (twice || model.criterion(lift.criterion()).isEmpty()) {
                faults.add(FieldFault.of(
                        "/lifts/%d/criterion".formatted(n),
                        "not_found",
                        "Kriteriet finns inte i modellen, eller står två gånger.",
                        "The criterion is not in the model, or is there twice."));
            }
            if (lift.to() <= lift.from()) {
                faults.add(FieldFault.of(
                        "/lifts/%d/to".formatted(n),
                        "not_above",
                        "Den ska lyfta till en högre nivå än den börjar på.",
                        "It must lift to a higher level than it begins at."));
            }
        }
    }

    private static boolean comesBack(String from, String to, Map<String, List<String>> before, Set<String> seen) {
        return from.equals(to)
                || seen.add(from)
                        && before.getOrDefault(from, List.of()).stream()
                                .anyMatch(next -> comesBack(next, to, before, seen));
    }

    /** The catalogue with what the authority gives itself, for a model. */
    public Catalogue catalogue(UUID authorityId, MaturityModel model) {
        Catalogue shipped = recommendations.catalogue();
        List<OwnRecommendation> given = owns.all(authorityId).stream()
                .filter(OwnRecommendation::isGiven)
                .toList();
        if (given.isEmpty()) {
            return shipped;
        }
        Set<String> known = new HashSet<>();
        shipped.recommendations().forEach(each -> known.add(each.code()));
        given.forEach(each -> known.add(each.code()));
        List<Recommendation> all = Stream.concat(
                        shipped.recommendations().stream()
                                .map(each -> each.unlocking(opened(each.unlocks(), each.code(), given))),
                        given.stream()
                                .map(each -> each.asAdvice(
                                        perspective(each, model), known, opened(List.of(), each.code(), given))))
                .toList();
        return new Catalogue(shipped.id(), shipped.version(), shipped.modelId(), all);
    }

    private static List<String> opened(List<String> already, String code, List<OwnRecommendation> given) {
        return Stream.concat(
                        already.stream(),
                        given.stream()
                                .filter(each -> each.contents().prerequisites().contains(code))
                                .map(OwnRecommendation::code))
                .toList();
    }

    private static String perspective(OwnRecommendation own, MaturityModel model) {
        return own.contents().lifts().stream()
                .findFirst()
                .flatMap(lift -> model.criterion(lift.criterion()))
                .map(Criterion::perspective)
                .orElse("");
    }

    private static NewEvent event(Act act, String code, OwnRecommendation.Contents contents, String activity) {
        return NewEvent.inAuthority(act.caller().authorityId(), activity, act.at(), act.actor())
                .withObjects("recommendation:" + code)
                .withAttributes(Map.of(
                        "title",
                        contents.title().sv(),
                        "effort",
                        contents.effort(),
                        "lifts",
                        contents.lifts().stream()
                                .map(lift -> "%s %d–%d".formatted(lift.criterion(), lift.from(), lift.to()))
                                .toList()));
    }
}
