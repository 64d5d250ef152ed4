// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.unit.Unit;
import se.malbild.maturity.answers.Answers;
import se.malbild.maturity.model.Criterion;
import se.malbild.maturity.model.MaturityModel;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;

/** Holds a participant's answers to the questions: each answered once, by a level that it has or by "vet inte". */
final class AnswerSheet {
    private static final int RANDOM_VERSION = 4;

    private AnswerSheet() {}

    /**
     * The answers as they are counted: criterion → level or {@link Answers#DONT_KNOW}.
     *
     * @throws ProblemException 422 with every fault
     */
    static Map<String, Integer> check(
            MaturityModel model,
            List<Unit> parts,
            UUID submissionId,
            @Nullable UUID unitId,
            List<Participation.Answer> given) {
        List<FieldFault> faults = new ArrayList<>();
        if (submissionId.version() != RANDOM_VERSION) {
            faults.add(FieldFault.of(
                    "/submissionId",
                    "not_random",
                    "Numret ska vara slumpat (UUID version 4).",
                    "The identity must be random (UUID version 4)."));
        }
        if (unitId != null && parts.stream().noneMatch(unit -> unit.id().equals(unitId))) {
            faults.add(FieldFault.of(
                    "/unitId",
                    "not_found",
                    "Välj en av enheterna i frågeformuläret.",
                    "Choose one of the units offered."));
        }
        Map<String, Integer> levels = new HashMap<>();
        for (int i = 0; i < given.size(); i++) {
            read(model, given.get(i), "/answers/" + i, levels, faults);
        }
        model.criteria().stream()
                .filter(each -> !levels.containsKey(each.code()))
                .forEach(each -> faults.add(FieldFault.of(
                        "/answers",
                        "missing",
                        "Frågan %s är inte besvarad.".formatted(each.code()),
                        "The question %s is not answered.".formatted(each.code()))));
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
        return levels;
    }

    /** What was written, by criterion; blanks are nothing. */
    static Map<String, String> comments(List<Participation.Answer> given) {
        Map<String, String> written = new HashMap<>();
        for (Participation.Answer each : given) {
            String comment = each.comment();
            if (comment != null && !comment.isBlank()) {
                written.put(each.criterion(), comment.strip());
            }
        }
        return written;
    }

    private static void read(
            MaturityModel model,
            Participation.Answer answer,
            String pointer,
            Map<String, Integer> levels,
            List<FieldFault> faults) {
        Optional<Criterion> criterion = model.criterion(answer.criterion());
        if (criterion.isEmpty()) {
            faults.add(FieldFault.of(
                    pointer + "/criterion", "not_found", "Frågan finns inte.", "There is no such question."));
            return;
        }
        Integer level = answer.level();
        boolean clear = answer.dontKnow()
                ? level == null
                : level != null && criterion.get().defines(level);
        if (!clear) {
            faults.add(FieldFault.of(
                    pointer + "/level",
                    "not_a_level",
                    "Välj en av nivåerna, eller Vet inte.",
                    "Choose one of the levels, or do not know."));
        }
        if (levels.put(answer.criterion(), level == null ? Answers.DONT_KNOW : level) != null) {
            faults.add(FieldFault.of(
                    pointer + "/criterion",
                    "repeated",
                    "Frågan är besvarad två gånger.",
                    "The question is answered twice."));
        }
    }
}
