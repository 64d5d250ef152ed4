// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.survey;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Callers;
import se.malbild.api.MaturityCommentsApi;
import se.malbild.api.model.ShownComment;
import se.malbild.api.model.ShownCommentPage;
import se.malbild.api.model.SurveyComment;
import se.malbild.api.model.SurveyCommentPage;
import se.malbild.api.model.SurveyCommentRef;
import se.malbild.api.model.SurveyCommentText;
import se.malbild.maturity.AssessmentAct;
import se.malbild.maturity.AssessmentActs;
import se.malbild.maturity.AssessmentMapper;
import se.malbild.maturity.AssessmentScope;
import se.malbild.maturity.answers.Comment;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.web.Cursors;
import se.malbild.platform.web.Versions;

/** Comments of a survey, screened and shown. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class MaturityCommentsController implements MaturityCommentsApi {
    private static final int PAGE = 20;

    private final SurveyComments comments;
    private final AssessmentActs acts;
    private final Callers callers;

    MaturityCommentsController(SurveyComments comments, AssessmentActs acts, Callers callers) {
        this.comments = comments;
        this.acts = acts;
        this.callers = callers;
    }

    @Override
    public HttpResponse<SurveyCommentPage> listSurveyComments(
            UUID assessmentId, @Nullable Integer limit, @Nullable String cursor) {
        int wanted = limit == null ? PAGE : limit;
        List<Comment> found = comments.page(scope(), assessmentId, after(cursor), wanted + 1);
        List<Comment> page = found.subList(0, Math.min(wanted, found.size()));
        SurveyCommentPage mapped = new SurveyCommentPage(
                page.stream().map(MaturityCommentsController::mapped).toList());
        if (found.size() > wanted) {
            mapped.setNext(Cursors.encode(page.getLast().id()));
        }
        return HttpResponse.ok(mapped);
    }

    @Override
    public HttpResponse<SurveyComment> changeSurveyComment(UUID commentId, String ifMatch, SurveyCommentText sent) {
        Comment changed = comments.change(scope(), act(), commentId, Versions.expected(ifMatch), sent.getText());
        return HttpResponse.ok(mapped(changed)).header("ETag", Versions.etag(changed.version()));
    }

    @Override
    public HttpResponse<Void> removeSurveyComment(UUID commentId, String ifMatch) {
        comments.remove(scope(), act(), commentId, Versions.expected(ifMatch));
        return HttpResponse.noContent();
    }

    @Override
    public HttpResponse<SurveyCommentRef> screenSurveyComment(UUID commentId, String idempotencyKey, String ifMatch) {
        Comment screened = comments.screen(scope(), act(), commentId, Versions.expected(ifMatch));
        return HttpResponse.ok(new SurveyCommentRef(screened.id(), screened.version()))
                .header("ETag", Versions.etag(screened.version()));
    }

    @Override
    public HttpResponse<ShownCommentPage> listCriterionComments(
            UUID assessmentId, String criterion, @Nullable Integer limit, @Nullable String cursor) {
        int wanted = limit == null ? PAGE : limit;
        SurveyComments.Page found = comments.shown(scope(), assessmentId, criterion, after(cursor), wanted + 1);
        List<Comment> page =
                found.comments().subList(0, Math.min(wanted, found.comments().size()));
        ShownCommentPage mapped = new ShownCommentPage(
                page.stream().map(MaturityCommentsController::shown).toList());
        mapped.setWaiting(found.waiting());
        if (found.comments().size() > wanted) {
            mapped.setNext(Cursors.encode(page.getLast().id()));
        }
        return HttpResponse.ok(mapped);
    }

    private static SurveyComment mapped(Comment comment) {
        SurveyComment mapped = new SurveyComment(
                comment.id(), comment.criterion(), comment.content(), comment.screened(), comment.version());
        mapped.setGroup(comment.group() == null ? null : AssessmentMapper.group(comment.group()));
        return mapped;
    }

    private static ShownComment shown(Comment comment) {
        ShownComment mapped = new ShownComment(comment.id(), comment.content());
        mapped.setGroup(comment.group() == null ? null : AssessmentMapper.group(comment.group()));
        return mapped;
    }

    private static @Nullable UUID after(@Nullable String cursor) {
        List<String> last = Cursors.decode(cursor, 1);
        return last == null ? null : Cursors.uuid(last.getFirst());
    }

    private AssessmentScope scope() {
        return AssessmentScope.of(callers.require());
    }

    private AssessmentAct act() {
        return acts.now(callers.require(), AssessmentScope.LEAD);
    }
}
