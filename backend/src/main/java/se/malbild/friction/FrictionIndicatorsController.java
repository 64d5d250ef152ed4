// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Callers;
import se.malbild.api.FrictionIndicatorsApi;
import se.malbild.api.model.IndicatorList;
import se.malbild.friction.indicator.Indicators;

/** Indicators measured from events. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
class FrictionIndicatorsController implements FrictionIndicatorsApi {
    private final Indicators indicators;
    private final Callers callers;

    FrictionIndicatorsController(Indicators indicators, Callers callers) {
        this.indicators = indicators;
        this.callers = callers;
    }

    @Override
    public HttpResponse<IndicatorList> listIndicators(UUID eventLogId, @Nullable UUID unit) {
        Indicators.Measured measured = indicators.measure(callers.require(), eventLogId, unit);
        return HttpResponse.ok(new IndicatorList(
                FrictionMapper.selection(measured.selected()),
                measured.values().stream().map(IndicatorMapper::map).toList()));
    }
}
