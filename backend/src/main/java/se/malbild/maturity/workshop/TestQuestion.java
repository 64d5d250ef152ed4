// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop;

import java.util.List;
import se.malbild.platform.Text;

/** The question about nothing that is tried in the lobby (testfråga). */
final class TestQuestion {
    static final Text QUESTION = new Text("Hur tog du dig hit i dag?", "How did you get here today?");

    static final List<Text> CHOICES = List.of(
            new Text("Till fots eller med cykel", "On foot or by bike"),
            new Text("Med buss, tåg eller båt", "By bus, train or boat"),
            new Text("Med bil", "By car"),
            new Text("Jag är med på distans", "I take part from afar"));

    private TestQuestion() {}
}
