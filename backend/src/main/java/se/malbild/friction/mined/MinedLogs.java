// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.mined;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import se.malbild.friction.log.EventClass;
import se.malbild.friction.log.EventLog;
import se.malbild.friction.log.LogColumns;
import se.malbild.friction.mapping.LogProfile;
import se.malbild.platform.Text;
import tools.jackson.databind.json.JsonMapper;

/** Logs ready for figures, kept in memory by weight; a quarter of the heap at most. */
@Singleton
class MinedLogs {
    private final EventLogRepository logs;
    private final OwnLogs ownLogs;
    private final LogProfiles profiles;
    private final JsonMapper json = new JsonMapper();
    private final Cache<Key, MinedLog> cache = Caffeine.newBuilder()
            .maximumWeight(Runtime.getRuntime().maxMemory() / 4 / 1024)
            .weigher((Key key, MinedLog log) -> log.weight())
            .build();

    MinedLogs(EventLogRepository logs, OwnLogs ownLogs, LogProfiles profiles) {
        this.logs = logs;
        this.ownLogs = ownLogs;
        this.profiles = profiles;
    }

    private record Key(UUID id, long profile, boolean completeOnly) {}

    /** The log, every event or only those that complete an activity. Own events have no transitions and are always all there. */
    MinedLog open(LogRow row, boolean completeOnly) {
        if (row.own()) {
            return ownLogs.current(row);
        }
        LogProfile profile = profiles.of(row);
        MinedLog log =
                cache.get(new Key(row.id(), profile.version(), completeOnly), key -> load(row, profile, completeOnly));
        return log.identity().title().equals(row.title()) ? log : log.titled(row.title());
    }

    /** Forgets a log that is gone. */
    void forget(UUID id) {
        cache.asMap().keySet().removeIf(key -> key.id().equals(id));
    }

    private MinedLog load(LogRow row, LogProfile profile, boolean completeOnly) {
        QualityNote note = json.readValue(row.quality(), QualityNote.class);
        LogColumns.Nameless nameless = LogColumns.unpack(logs.columns(row.authorityId(), row.id()), note.reading());
        EventLog log = nameless.log();
        int[] caseNumber = new int[log.cases()];
        Arrays.setAll(caseNumber, c -> c);
        if (completeOnly) {
            log = log.keeping(complete(log), caseNumber);
        }
        byte[] ofActivity = new byte[log.activities().length];
        boolean[] ends = new boolean[ofActivity.length];
        for (int a = 0; a < ofActivity.length; a++) {
            EventClass known = profile.classes().get(log.activities()[a]);
            ofActivity[a] = known == null ? EventClass.NONE : known.number();
            ends[a] = profile.endActivities().contains(log.activities()[a]);
        }
        byte[] classes = new byte[log.events()];
        for (int e = 0; e < classes.length; e++) {
            classes[e] = ofActivity[log.activity()[e]];
        }
        List<MinedLog.UnitName> units = new ArrayList<>();
        for (String group : log.groups()) {
            units.add(new MinedLog.UnitName(group, new Text(group, group)));
        }
        return MinedLog.of(
                new MinedLog.Identity(row.id(), row.authorityId(), false, row.title(), row.unitId(), row.createdAt()),
                log,
                nameless.systemResource(),
                classes,
                profile.confirmed() ? profile.mapped() : Set.of(),
                profile.confirmed(),
                ends,
                caseNumber,
                List.of(),
                List.of(),
                List.copyOf(units),
                Map.of());
    }

    /** Events that complete an activity, in any letter case. */
    private static BitSet complete(EventLog log) {
        BitSet kept = new BitSet(log.events());
        boolean[] completes = new boolean[log.lifecycles().length];
        for (int i = 0; i < completes.length; i++) {
            completes[i] = log.lifecycles()[i].toLowerCase(Locale.ROOT).equals("complete");
        }
        for (int e = 0; e < log.events(); e++) {
            kept.set(e, log.lifecycle()[e] >= 0 && completes[log.lifecycle()[e]]);
        }
        return kept;
    }
}
