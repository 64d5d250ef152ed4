// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.malbild.platform.db.Transactions;
import se.malbild.testing.TestService;

class NumberSeriesTest {
    private final NumberSeriesRepository series = TestService.bean(NumberSeriesRepository.class);
    private final Transactions transactions = TestService.bean(Transactions.class);
    private final UUID authority = UUID.randomUUID();

    private static final class ForcedRollback extends RuntimeException {}

    @Test
    void parallelRegistrationsOfWhichManyFailLeaveNoHoleAndNoDouble() throws Exception {
        List<Callable<Integer>> registrations = new ArrayList<>();
        IntStream.range(0, 50)
                .forEach(n -> registrations.add(() -> {
                    try {
                        return transactions.in(() -> {
                            int serial = series.next(authority, "main", 2026);
                            if (n % 5 == 0) {
                                throw new ForcedRollback();
                            }
                            return serial;
                        });
                    } catch (ForcedRollback rolledBack) {
                        return 0;
                    }
                }));

        List<Integer> drawn = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> each : pool.invokeAll(registrations)) {
                drawn.add(each.get());
            }
        }

        assertThat(drawn.stream().filter(serial -> serial > 0).sorted())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 40).boxed().toList());
    }

    @Test
    void eachYearAndAuthorityCountsFromOne() {
        assertThat(transactions.in(() -> series.next(authority, "main", 2026))).isEqualTo(1);
        assertThat(transactions.in(() -> series.next(authority, "main", 2026))).isEqualTo(2);
        assertThat(transactions.in(() -> series.next(authority, "main", 2027))).isEqualTo(1);
        assertThat(transactions.in(() -> series.next(UUID.randomUUID(), "main", 2026)))
                .isEqualTo(1);
    }
}
