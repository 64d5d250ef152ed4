// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.history;

import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.malbild.access.unit.Units;
import se.malbild.platform.Text;

/** The history of a criterion in words: "2 i mars 2025 → 3 i november 2026". */
final class HistoryWords {
    private static final Locale SWEDISH = Locale.of("sv");
    private static final String THEN = " → ";

    private HistoryWords() {}

    static Text of(History.OfCriterion criterion) {
        List<String> sv = new ArrayList<>();
        List<String> en = new ArrayList<>();
        for (History.Point point : criterion.points()) {
            ZonedDateTime when = point.decision().decidedAt().atZone(Units.STOCKHOLM);
            Integer level = point.level();
            sv.add("%s i %s %d"
                    .formatted(
                            level == null ? "ej tillämpligt" : level,
                            when.getMonth().getDisplayName(TextStyle.FULL, SWEDISH),
                            when.getYear()));
            en.add("%s in %s %d"
                    .formatted(
                            level == null ? "not applicable" : level,
                            when.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                            when.getYear()));
        }
        if (criterion.undecided()) {
            sv.add("inte beslutad än");
            en.add("not decided yet");
        }
        return new Text(String.join(THEN, sv), String.join(THEN, en));
    }
}
