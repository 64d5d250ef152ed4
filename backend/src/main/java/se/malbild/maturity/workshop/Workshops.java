// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.AssessmentAct;
import se.malbild.maturity.AssessmentScope;
import se.malbild.maturity.Assessments;
import se.malbild.maturity.RespondentGroup;
import se.malbild.maturity.model.MaturityModel;
import se.malbild.maturity.model.MaturityModels;
import se.malbild.maturity.survey.SurveyCode;
import se.malbild.maturity.workshop.flow.Countdown;
import se.malbild.maturity.workshop.flow.WorkshopState;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;

/** Planning workshops, and what is written down in them. */
@Singleton
public class Workshops {
    /** A short code: it is typed from a screen, wrong tries are counted, and it dies with the workshop. */
    private static final int CODE_LENGTH = 6;

    private static final int MOST_NOTES = 500;

    private final WorkshopRepository workshops;
    private final NoteRepository notes;
    private final BoardRepository boards;
    private final Assessments assessments;
    private final MaturityModels models;
    private final Transactions transactions;
    private final EventWriter events;

    Workshops(
            WorkshopRepository workshops,
            NoteRepository notes,
            BoardRepository boards,
            Assessments assessments,
            MaturityModels models,
            Transactions transactions,
            EventWriter events) {
        this.workshops = workshops;
        this.notes = notes;
        this.boards = boards;
        this.assessments = assessments;
        this.models = models;
        this.transactions = transactions;
        this.events = events;
    }

    /** What a workshop shall be. */
    public record Wanted(
            String name,
            Instant startsAt,
            List<RespondentGroup> groups,
            List<String> criteria,
            Duration vote,
            Duration talk) {}

    /** Plans a workshop on an assessment that is not decided: before its survey, beside it or after. Nothing of a survey is read in it. */
    public Workshop create(AssessmentScope scope, AssessmentAct act, UUID assessmentId, Wanted wanted) {
        return transactions.in(() -> {
            Assessment assessment = assessments.lock(scope, assessmentId, AssessmentScope.LEAD);
            if (!assessment.state().takesProposals()) {
                throw ProblemException.conflict(
                        "Nulägesbilden är beslutad. Arbetsmötet hör till nästa.",
                        "The assessment is decided. The workshop belongs to the next one.");
            }
            requireSound(wanted, assessment);
            Workshop made = new Workshop(
                    Ids.at(act.at().toEpochMilli()),
                    assessment.authorityId(),
                    assessment.id(),
                    wanted.name().strip(),
                    wanted.startsAt(),
                    freeCode(),
                    WorkshopState.LOBBY,
                    null,
                    0,
                    1,
                    new Workshop.Settings(false, false, false, false, wanted.vote(), wanted.talk()),
                    Countdown.NONE,
                    0,
                    act.userId(),
                    act.at(),
                    null,
                    Board.OFF,
                    wanted.groups(),
                    wanted.criteria().stream().map(Question::waiting).toList());
            workshops.insert(made);
            events.append(act.event(
                    assessment, "WorkshopPlanned", Map.of("workshop", made.id().toString())));
            return made;
        });
    }

    private String freeCode() {
        String code = SurveyCode.next(CODE_LENGTH);
        while (workshops.ofCode(code).isPresent()) {
            code = SurveyCode.next(CODE_LENGTH);
        }
        return code;
    }

    private void requireSound(Wanted wanted, Assessment assessment) {
        MaturityModel model = assessment.model(models);
        List<FieldFault> faults = new ArrayList<>();
        if (wanted.name().isBlank()) {
            faults.add(FieldFault.of("/name", "required", "Fyll i namnet.", "Fill in the name."));
        }
        Set<RespondentGroup> groups = new HashSet<>();
        for (int i = 0; i < wanted.groups().size(); i++) {
            RespondentGroup group = wanted.groups().get(i);
            if (!groups.add(group)) {
                faults.add(repeated("/groups/" + i));
            } else if (group.isOwn()
                            && assessment.asked().stream()
                                    .noneMatch(each -> each.group().equals(group))
                    || group.equals(RespondentGroup.GEMENSAM)) {
                faults.add(FieldFault.of(
                        "/groups/" + i,
                        "not_invited",
                        "Gruppen hör inte till dem som svarar i nulägesbilden.",
                        "The group is not one of those that answer in the assessment."));
            }
        }
        Set<String> criteria = new HashSet<>();
        for (int i = 0; i < wanted.criteria().size(); i++) {
            String code = wanted.criteria().get(i);
            if (model.criterion(code).isEmpty()) {
                faults.add(FieldFault.of(
                        "/criteria/" + i,
                        "unknown",
                        "Kriteriet finns inte i modellen.",
                        "The criterion is not in the model."));
            } else if (!criteria.add(code)) {
                faults.add(repeated("/criteria/" + i));
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
    }

    private static FieldFault repeated(String pointer) {
        return FieldFault.of(pointer, "repeated", "Finns redan i listan.", "Is already in the list.");
    }

    /** Something to write down. */
    public record WantedNote(
            Note.Kind kind,
            String text,
            @Nullable String criterion,
            @Nullable String owner,
            @Nullable LocalDate dueOn,
            @Nullable UUID themeId) {}

    /** Writes something down, until the workshop has ended. */
    public Note write(AssessmentScope scope, AssessmentAct act, UUID id, WantedNote wanted) {
        return transactions.in(() -> {
            Workshop workshop = led(scope, id);
            requireSound(workshop, wanted);
            if (notes.of(workshop.authorityId(), id).size() >= MOST_NOTES) {
                throw ProblemException.conflict("Det finns redan 500 anteckningar.", "There are 500 notes already.");
            }
            Note note = new Note(
                    Ids.at(act.at().toEpochMilli()),
                    wanted.kind(),
                    wanted.text().strip(),
                    wanted.criterion(),
                    wanted.owner() == null ? null : wanted.owner().strip(),
                    wanted.dueOn(),
                    false,
                    wanted.themeId());
            notes.insert(workshop, note);
            record(scope, act, workshop, "WorkshopNoteWritten", note.id());
            return note;
        });
    }

    /** Marks it as taken up or done. */
    public Note settle(AssessmentScope scope, AssessmentAct act, UUID id, UUID noteId) {
        return transactions.in(() -> {
            Workshop workshop = led(scope, id);
            Note note = notes.of(workshop.authorityId(), id).stream()
                    .filter(each -> each.id().equals(noteId))
                    .findFirst()
                    .orElseThrow(ProblemException::notFound);
            if (!note.settled()) {
                notes.settle(workshop, noteId);
                record(scope, act, workshop, "WorkshopNoteSettled", noteId);
            }
            return new Note(
                    note.id(),
                    note.kind(),
                    note.text(),
                    note.criterion(),
                    note.owner(),
                    note.dueOn(),
                    true,
                    note.themeId());
        });
    }

    private void record(AssessmentScope scope, AssessmentAct act, Workshop workshop, String activity, UUID note) {
        // The next version, so that everybody who shows the workshop reads it anew.
        workshops.update(workshop);
        events.append(act.event(
                assessments.get(scope, workshop.assessmentId()),
                activity,
                Map.of("workshop", workshop.id().toString(), "note", note.toString())));
    }

    private Workshop led(AssessmentScope scope, UUID id) {
        Workshop workshop = workshops.lock(scope.authorityId(), id).orElseThrow(ProblemException::notFound);
        scope.require(AssessmentScope.LEAD, assessments.get(scope, workshop.assessmentId()));
        if (workshop.state() == WorkshopState.ENDED) {
            throw ProblemException.conflict("Arbetsmötet är avslutat.", "The workshop has ended.");
        }
        return workshop;
    }

    private void requireSound(Workshop workshop, WantedNote wanted) {
        List<FieldFault> faults = new ArrayList<>();
        if (wanted.text().isBlank()) {
            faults.add(FieldFault.of("/text", "required", "Skriv något.", "Write something."));
        }
        boolean action = wanted.kind() == Note.Kind.ACTION;
        if (action && (wanted.owner() == null || wanted.owner().isBlank())) {
            faults.add(FieldFault.of("/owner", "required", "Skriv vem som gör det.", "Write who does it."));
        }
        if (action && wanted.dueOn() == null) {
            faults.add(FieldFault.of("/dueOn", "required", "Ange senast vilken dag.", "State by which day."));
        }
        if (wanted.criterion() != null
                && workshop.questions().stream()
                        .noneMatch(each -> each.criterion().equals(wanted.criterion()))) {
            faults.add(FieldFault.of(
                    "/criterion",
                    "unknown",
                    "Frågan hör inte till arbetsmötet.",
                    "The question does not belong to the workshop."));
        }
        UUID theme = wanted.themeId();
        if (theme != null
                && boards.themes(workshop.authorityId(), workshop.id()).stream()
                        .noneMatch(each -> each.id().equals(theme))) {
            faults.add(FieldFault.of(
                    "/themeId",
                    "unknown",
                    "Rubriken hör inte till arbetsmötet.",
                    "The heading does not belong to the workshop."));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
    }
}
