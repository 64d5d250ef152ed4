// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.malbild.friction.kernel.Waits;
import se.malbild.friction.log.EventClass;
import se.malbild.friction.log.EventLog;
import se.malbild.friction.log.LogQuality;

class WaitsTest {

    /** Whom each gap of one case waits for; events a second apart, "-" for one without class. */
    private static List<String> parties(String... codes) {
        int n = codes.length;
        byte[] classes = new byte[n];
        for (int e = 0; e < n; e++) {
            classes[e] = codes[e].equals("-")
                    ? EventClass.NONE
                    : EventClass.of(codes[e]).orElseThrow().number();
        }
        int[] none = new int[n];
        Arrays.fill(none, -1);
        EventLog log = new EventLog(
                new String[] {"1"},
                new int[] {0, n},
                new int[n],
                new String[] {"A"},
                IntStream.range(0, n).mapToLong(e -> e * 1_000_000L).toArray(),
                none,
                new String[0],
                none,
                new String[0],
                none,
                new String[0],
                Map.of(),
                new LogQuality(1, 0, 0, 0, "UTC", 0, 0, 0, 0, List.of(), 0));
        byte[] found = Waits.of(log, classes);
        return IntStream.range(0, n - 1)
                .mapToObj(e -> Waits.Party.values()[found[e]].code())
                .toList();
    }

    @Test
    void theApplicantIsWaitedForFromTheRequestToTheAnswerWhateverHappensBetween() {
        assertThat(parties("work", "request_info", "-", "status_question", "info_received", "decide"))
                .containsExactly("unknown", "applicant", "applicant", "applicant", "queue");
    }

    @Test
    void anotherBodyIsWaitedForWhileAReferralIsOut() {
        assertThat(parties("work", "refer", "-", "statement_received", "draft"))
                .containsExactly("unknown", "other_body", "other_body", "queue");
        assertThat(parties("refer", "request_info", "info_received", "statement_received"))
                .as("the applicant comes first while both are waited for")
                .containsExactly("other_body", "applicant", "other_body");
    }

    @Test
    void aCaseThatIsReadyQueuesUntilSomebodyTakesItUp() {
        assertThat(parties("receive", "register", "allocate", "work")).containsExactly("unknown", "unknown", "queue");
        assertThat(parties("draft", "decide", "dispatch_digital")).containsExactly("queue", "unknown");
    }

    @Test
    void workIsNeverGuessed() {
        assertThat(parties("work", "draft")).containsExactly("unknown");
        assertThat(parties("work", "-", "decide")).containsExactly("unknown", "unknown");
        assertThat(parties("-", "-")).containsExactly("unknown");
    }

    @Test
    void aDecisionEndsEveryWait() {
        assertThat(parties("request_info", "decide", "dispatch_post", "close"))
                .containsExactly("applicant", "unknown", "unknown");
    }
}
