// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Callers;
import se.malbild.api.FrictionApi;
import se.malbild.api.model.ActorView;
import se.malbild.api.model.CasePattern;
import se.malbild.api.model.FilterValues;
import se.malbild.api.model.FrictionFigures;
import se.malbild.api.model.FrictionList;
import se.malbild.api.model.LifecycleView;
import se.malbild.api.model.MinedCaseLine;
import se.malbild.api.model.MinedCasePage;
import se.malbild.api.model.MinedCaseSort;
import se.malbild.api.model.MonthSeries;
import se.malbild.api.model.PeriodOf;
import se.malbild.api.model.ProcessMap;
import se.malbild.api.model.VariantPage;
import se.malbild.friction.figure.CaseFilter;
import se.malbild.friction.figure.CaseOrder;
import se.malbild.friction.figure.Frictions;
import se.malbild.friction.figure.KeyFigures;
import se.malbild.friction.figure.Selected;
import se.malbild.friction.figure.Selections;
import se.malbild.platform.problem.ProblemException;

/** Friction: process map, figures, variants and the cases behind them. Each takes the same filter. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
class FrictionController implements FrictionApi {
    private static final int PAGE = 20;

    private final Selections selections;
    private final Callers callers;

    FrictionController(Selections selections, Callers callers) {
        this.selections = selections;
        this.callers = callers;
    }

    @Override
    public HttpResponse<ProcessMap> getProcessMap(
            UUID eventLogId,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable PeriodOf periodOf,
            @Nullable String attribute,
            @Nullable String attributeValue,
            @Nullable String unit,
            @Nullable List<String> activity,
            @Nullable List<String> withoutActivity,
            @Nullable List<String> eventClass,
            @Nullable Boolean closedOnly,
            @Nullable String variant,
            @Nullable String edgeFrom,
            @Nullable String edgeTo,
            @Nullable CasePattern pattern,
            @Nullable BigDecimal minDurationSeconds,
            @Nullable BigDecimal maxDurationSeconds,
            @Nullable ActorView actors,
            @Nullable LifecycleView lifecycle) {
        Selected s = selections.figures(
                callers.require(),
                eventLogId,
                FilterMapper.filter(
                        from,
                        to,
                        periodOf,
                        attribute,
                        attributeValue,
                        unit,
                        activity,
                        withoutActivity,
                        eventClass,
                        closedOnly,
                        variant,
                        edgeFrom,
                        edgeTo,
                        pattern,
                        minDurationSeconds,
                        maxDurationSeconds,
                        actors,
                        lifecycle));
        return HttpResponse.ok(FrictionMapper.map(s));
    }

    @Override
    public HttpResponse<FrictionFigures> getFrictionFigures(
            UUID eventLogId,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable PeriodOf periodOf,
            @Nullable String attribute,
            @Nullable String attributeValue,
            @Nullable String unit,
            @Nullable List<String> activity,
            @Nullable List<String> withoutActivity,
            @Nullable List<String> eventClass,
            @Nullable Boolean closedOnly,
            @Nullable String variant,
            @Nullable String edgeFrom,
            @Nullable String edgeTo,
            @Nullable CasePattern pattern,
            @Nullable BigDecimal minDurationSeconds,
            @Nullable BigDecimal maxDurationSeconds,
            @Nullable ActorView actors,
            @Nullable LifecycleView lifecycle) {
        Selected s = selections.figures(
                callers.require(),
                eventLogId,
                FilterMapper.filter(
                        from,
                        to,
                        periodOf,
                        attribute,
                        attributeValue,
                        unit,
                        activity,
                        withoutActivity,
                        eventClass,
                        closedOnly,
                        variant,
                        edgeFrom,
                        edgeTo,
                        pattern,
                        minDurationSeconds,
                        maxDurationSeconds,
                        actors,
                        lifecycle));
        return HttpResponse.ok(FiguresMapper.figures(KeyFigures.of(s)));
    }

    @Override
    public HttpResponse<FrictionList> getLargestFrictions(
            UUID eventLogId,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable PeriodOf periodOf,
            @Nullable String attribute,
            @Nullable String attributeValue,
            @Nullable String unit,
            @Nullable List<String> activity,
            @Nullable List<String> withoutActivity,
            @Nullable List<String> eventClass,
            @Nullable Boolean closedOnly,
            @Nullable String variant,
            @Nullable String edgeFrom,
            @Nullable String edgeTo,
            @Nullable CasePattern pattern,
            @Nullable BigDecimal minDurationSeconds,
            @Nullable BigDecimal maxDurationSeconds,
            @Nullable ActorView actors,
            @Nullable LifecycleView lifecycle) {
        Selected s = selections.figures(
                callers.require(),
                eventLogId,
                FilterMapper.filter(
                        from,
                        to,
                        periodOf,
                        attribute,
                        attributeValue,
                        unit,
                        activity,
                        withoutActivity,
                        eventClass,
                        closedOnly,
                        variant,
                        edgeFrom,
                        edgeTo,
                        pattern,
                        minDurationSeconds,
                        maxDurationSeconds,
                        actors,
                        lifecycle));
        return HttpResponse.ok(FrictionMapper.frictions(s, Frictions.of(s)));
    }

    @Override
    public HttpResponse<MonthSeries> getMonthSeries(
            UUID eventLogId,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable PeriodOf periodOf,
            @Nullable String attribute,
            @Nullable String attributeValue,
            @Nullable String unit,
            @Nullable List<String> activity,
            @Nullable List<String> withoutActivity,
            @Nullable List<String> eventClass,
            @Nullable Boolean closedOnly,
            @Nullable String variant,
            @Nullable String edgeFrom,
            @Nullable String edgeTo,
            @Nullable CasePattern pattern,
            @Nullable BigDecimal minDurationSeconds,
            @Nullable BigDecimal maxDurationSeconds,
            @Nullable ActorView actors,
            @Nullable LifecycleView lifecycle) {
        Selected s = selections.figures(
                callers.require(),
                eventLogId,
                FilterMapper.filter(
                        from,
                        to,
                        periodOf,
                        attribute,
                        attributeValue,
                        unit,
                        activity,
                        withoutActivity,
                        eventClass,
                        closedOnly,
                        variant,
                        edgeFrom,
                        edgeTo,
                        pattern,
                        minDurationSeconds,
                        maxDurationSeconds,
                        actors,
                        lifecycle));
        return HttpResponse.ok(FrictionMapper.months(s));
    }

    @Override
    public HttpResponse<FilterValues> listFilterValues(
            UUID eventLogId,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable PeriodOf periodOf,
            @Nullable String attribute,
            @Nullable String attributeValue,
            @Nullable String unit,
            @Nullable List<String> activity,
            @Nullable List<String> withoutActivity,
            @Nullable List<String> eventClass,
            @Nullable Boolean closedOnly,
            @Nullable String variant,
            @Nullable String edgeFrom,
            @Nullable String edgeTo,
            @Nullable CasePattern pattern,
            @Nullable BigDecimal minDurationSeconds,
            @Nullable BigDecimal maxDurationSeconds,
            @Nullable ActorView actors,
            @Nullable LifecycleView lifecycle) {
        Selected s = selections.figures(
                callers.require(),
                eventLogId,
                FilterMapper.filter(
                        from,
                        to,
                        periodOf,
                        attribute,
                        attributeValue,
                        unit,
                        activity,
                        withoutActivity,
                        eventClass,
                        closedOnly,
                        variant,
                        edgeFrom,
                        edgeTo,
                        pattern,
                        minDurationSeconds,
                        maxDurationSeconds,
                        actors,
                        lifecycle));
        return HttpResponse.ok(FrictionMapper.choices(s));
    }

    @Override
    public HttpResponse<VariantPage> listVariants(
            UUID eventLogId,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable PeriodOf periodOf,
            @Nullable String attribute,
            @Nullable String attributeValue,
            @Nullable String unit,
            @Nullable List<String> activity,
            @Nullable List<String> withoutActivity,
            @Nullable List<String> eventClass,
            @Nullable Boolean closedOnly,
            @Nullable String variant,
            @Nullable String edgeFrom,
            @Nullable String edgeTo,
            @Nullable CasePattern pattern,
            @Nullable BigDecimal minDurationSeconds,
            @Nullable BigDecimal maxDurationSeconds,
            @Nullable ActorView actors,
            @Nullable LifecycleView lifecycle,
            @Nullable Integer limit,
            @Nullable String cursor) {
        PageMapper.AfterVariant after = PageMapper.AfterVariant.of(cursor);
        Selected s = selections.figures(
                callers.require(),
                eventLogId,
                FilterMapper.filter(
                        from,
                        to,
                        periodOf,
                        attribute,
                        attributeValue,
                        unit,
                        activity,
                        withoutActivity,
                        eventClass,
                        closedOnly,
                        variant,
                        edgeFrom,
                        edgeTo,
                        pattern,
                        minDurationSeconds,
                        maxDurationSeconds,
                        actors,
                        lifecycle));
        return HttpResponse.ok(PageMapper.variants(s, limit == null ? PAGE : limit, after));
    }

    @Override
    public HttpResponse<MinedCasePage> listMinedCases(
            UUID eventLogId,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable PeriodOf periodOf,
            @Nullable String attribute,
            @Nullable String attributeValue,
            @Nullable String unit,
            @Nullable List<String> activity,
            @Nullable List<String> withoutActivity,
            @Nullable List<String> eventClass,
            @Nullable Boolean closedOnly,
            @Nullable String variant,
            @Nullable String edgeFrom,
            @Nullable String edgeTo,
            @Nullable CasePattern pattern,
            @Nullable BigDecimal minDurationSeconds,
            @Nullable BigDecimal maxDurationSeconds,
            @Nullable ActorView actors,
            @Nullable LifecycleView lifecycle,
            @Nullable Integer limit,
            @Nullable String cursor,
            @Nullable MinedCaseSort sort) {
        PageMapper.AfterCase after = PageMapper.AfterCase.of(cursor);
        Selected s = selections.cases(
                callers.require(),
                eventLogId,
                FilterMapper.filter(
                        from,
                        to,
                        periodOf,
                        attribute,
                        attributeValue,
                        unit,
                        activity,
                        withoutActivity,
                        eventClass,
                        closedOnly,
                        variant,
                        edgeFrom,
                        edgeTo,
                        pattern,
                        minDurationSeconds,
                        maxDurationSeconds,
                        actors,
                        lifecycle));
        return HttpResponse.ok(PageMapper.cases(
                s,
                sort == null ? CaseOrder.LONGEST : CaseOrder.valueOf(sort.name()),
                limit == null ? PAGE : limit,
                after));
    }

    @Override
    public HttpResponse<MinedCaseLine> getMinedCase(UUID eventLogId, String caseKey) {
        Selected s = selections.cases(callers.require(), eventLogId, CaseFilter.NOTHING);
        int c = CaseKeys.find(s.mined(), caseKey).orElseThrow(ProblemException::notFound);
        if (Arrays.binarySearch(s.kept().indexes(), c) < 0) {
            throw ProblemException.notFound();
        }
        return HttpResponse.ok(FrictionMapper.line(s, c));
    }
}
