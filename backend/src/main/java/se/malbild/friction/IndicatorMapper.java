// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction;

import se.malbild.api.model.LogIndicator;
import se.malbild.friction.figure.NotMeasured;
import se.malbild.friction.indicator.IndicatorValue;
import se.malbild.friction.indicator.Period;

/** An indicator → the contract's. */
final class IndicatorMapper {
    private IndicatorMapper() {}

    static LogIndicator map(IndicatorValue value) {
        LogIndicator mapped = new LogIndicator(value.code(), value.n());
        Double measured = value.value();
        mapped.setValue(measured == null ? null : FrictionMapper.share(measured));
        Period period = value.period();
        if (period != null) {
            mapped.setPeriodFrom(period.from());
            mapped.setPeriodTo(period.to());
        }
        String reason = value.notMeasuredReasonKey();
        mapped.setNotMeasured(
                reason == null ? null : FrictionMapper.notMeasured(new NotMeasured(reason, value.missingClasses())));
        return mapped;
    }
}
