// SPDX-License-Identifier: EUPL-1.2
package se.malbild;

import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.malbild.demo.Demo;
import se.malbild.demo.DemoLogins;

/** What {@code run --demo} does before the service opens: fills the demo or keeps it, and never goes on with half of one. */
final class DemoRun {
    /** What became of it. */
    enum Outcome {
        GO_ON,
        REFUSED,
        START_OVER
    }

    private static final Logger LOG = LoggerFactory.getLogger(DemoRun.class);

    private final Demo demo;
    /** Group → code that lets its people answer the survey that is open. */
    private final Map<String, String> links = new LinkedHashMap<>();

    private final long started = System.nanoTime();

    DemoRun(Demo demo) {
        this.demo = demo;
    }

    /**
     * Looks at what the installation holds.
     *
     * @param wanted whether {@code --demo} was given
     * @param disposable whether the data directory may be emptied: the database in it is our own
     */
    Outcome prepare(boolean wanted, boolean disposable) {
        return switch (demo.state()) {
            case EMPTY -> wanted ? fill() : Outcome.GO_ON;
            case FILLED -> {
                if (wanted) {
                    links.putAll(demo.newLinks());
                }
                yield Outcome.GO_ON;
            }
            case OF_OTHERS ->
                wanted
                        ? refuse(
                                "This installation already has an authority of its own, so the demo is not put beside it. "
                                        + "Set MALBILD_DATA to another folder and run again.")
                        : Outcome.GO_ON;
            case HALF_FILLED -> halfFilled(wanted, disposable);
        };
    }

    private Outcome fill() {
        System.out.println("Filling the demo. This takes about a minute, once.");
        try {
            links.putAll(demo.fill(this::tell));
        } catch (RuntimeException failed) {
            LOG.error("The demo could not be filled", failed);
            return refuse(
                    "The demo could not be filled; the log above says why. What was filled is thrown away by the next ./malbild run --demo.");
        }
        System.out.printf("The demo is filled (%d s).%n", seconds());
        return Outcome.GO_ON;
    }

    private Outcome halfFilled(boolean wanted, boolean disposable) {
        if (wanted && disposable && demo.alone()) {
            System.out.println("The demo was not filled to the end last time. Starting it over.");
            return Outcome.START_OVER;
        }
        return refuse("The demo here was not filled to the end. "
                + (disposable && demo.alone()
                        ? "Run ./malbild run --demo to start it over."
                        : "Give the service an empty database and run again."));
    }

    private static Outcome refuse(String why) {
        System.err.println(why);
        return Outcome.REFUSED;
    }

    private void tell(String what, int done, int total) {
        System.out.printf("  %d of %d %s (%d s)%n", done, total, what, seconds());
    }

    private long seconds() {
        return (System.nanoTime() - started) / 1_000_000_000;
    }

    /** Prints whom one may sign in as, if the demo is here, and where the survey that is open is answered. */
    void printWaysIn(String root) {
        if (demo.state() != Demo.State.FILLED) {
            return;
        }
        System.out.printf("Demo: sign in as one of these, all with the password %s%n", DemoLogins.PASSWORD);
        DemoLogins.all().forEach(login -> System.out.printf("  %-24s %s%n", login.role(), login.userName()));
        if (!links.isEmpty()) {
            System.out.println(
                    "A survey is open. Answer it without an account, as one of the group (MALBILD_HOST=0.0.0.0 lets phones in too):");
            links.forEach((group, code) -> System.out.printf("  %-24s %s/survey#%s%n", group, root, code));
        }
    }
}
