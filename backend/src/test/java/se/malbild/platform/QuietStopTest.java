// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import se.malbild.testing.TestService;

class QuietStopTest {
    /** A node that is stopped in the midst of its rounds: they run every 20 ms here. */
    @Test
    void aServiceThatIsStoppedHasNoFaultsToReport() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        try {
            TestService.anotherNode().close();
        } finally {
            root.detachAppender(log);
        }

        assertThat(log.list)
                .filteredOn(line -> line.getLevel().isGreaterOrEqual(Level.WARN))
                .isEmpty();
    }
}
