// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report.home;

import java.util.Map;
import java.util.UUID;
import se.malbild.access.user.Account;
import se.malbild.api.model.Home;
import se.malbild.api.model.HomeFigure;
import se.malbild.api.model.HomeLink;
import se.malbild.api.model.HomeLoop;
import se.malbild.api.model.HomeTarget;
import se.malbild.api.model.HomeTask;
import se.malbild.api.model.RecommendationRef;
import se.malbild.improvement.advice.AdviceMapper;
import se.malbild.improvement.assessed.AssessedMapper;

/** The start page ↔ the contract's. */
final class HomeMapper {
    private HomeMapper() {}

    static Home home(Homes.Home home) {
        Home mapped = new Home(
                home.today(),
                home.todo().stream().map(each -> task(each, home)).toList(),
                home.todoCount(),
                home.trends().stream().map(HomeMapper::figure).toList(),
                home.next().stream().map(each -> target(each, home.people())).toList(),
                home.targetCount());
        HomeLoop loop = new HomeLoop(home.standing().loop().step());
        if (home.standing().assessed() != null) {
            loop.setAssessmentId(home.standing().assessed().id());
            loop.setAssessmentTitle(home.standing().assessed().assessment().name());
        }
        mapped.setLoop(loop);
        return mapped;
    }

    private static HomeTask task(Task task, Homes.Home home) {
        HomeLink link = new HomeLink(task.page());
        link.setId(task.id());
        HomeTask mapped = new HomeTask(task.key(), task.urgency(home.today()), link);
        mapped.setDueDate(task.dueDate());
        mapped.setCount(task.count());
        mapped.setTotal(task.total());
        mapped.setSubject(task.subject());
        mapped.setTitle(task.title() == null ? null : task.title().asMap());
        return mapped;
    }

    private static HomeFigure figure(Trends.Trend trend) {
        HomeFigure mapped = new HomeFigure(
                trend.indicator().code(), trend.value(), trend.indicator().unit(), trend.direction());
        mapped.setName(trend.indicator().name());
        mapped.setN(trend.n());
        mapped.setPrevious(trend.previous());
        mapped.setComparedWith(trend.comparedWith());
        mapped.setPeriodFrom(trend.periodFrom());
        mapped.setPeriodTo(trend.periodTo());
        mapped.setEventLogId(trend.eventLogId());
        return mapped;
    }

    private static HomeTarget target(NextTargets.Step step, Map<UUID, Account> people) {
        NextTargets.Aim aim = step.aim();
        HomeTarget mapped = new HomeTarget(
                aim.assessed().id(),
                aim.criterion().code(),
                aim.criterion().name(),
                aim.revision().level(),
                aim.revision().weight(),
                AssessedMapper.person(people, aim.revision().ownerId()),
                aim.revision().dueDate());
        mapped.setLevel(aim.level());
        if (step.step() != null) {
            mapped.setFirstStep(new RecommendationRef(
                    step.step().code(), step.step().title().asMap()));
        }
        if (step.item() != null) {
            mapped.setRoadmapItem(AdviceMapper.roadmapRef(step.item()));
        }
        return mapped;
    }
}
