// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static se.malbild.cases.GivenCases.act;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.testing.Answer;
import se.malbild.testing.Given;

/** A case outside somebody's scope is in no list, count or search and is answered as one that never existed. */
class CaseScopeTest {
    private final GivenCases given = new GivenCases().types(GivenCases.ANIMALS);

    @Test
    void aCaseOfAnotherUnitIsAnsweredAsOneThatNeverExisted() {
        Answer file = given.register(GivenCases.wholeItem());
        Given.Person other = given.authority.person(Role.OFFICER, given.animals);

        Answer theirs = other.api().get("/cases/" + file.id());
        Answer nobodys = other.api().get("/cases/" + UUID.randomUUID());

        theirs.isProblem(404, "not-found");
        assertThat(scrubbed(theirs)).isEqualTo(scrubbed(nobodys));
        act(other.api(), file, "notes", Map.of("text", "Nej.", "addsFacts", false))
                .isProblem(404, "not-found");
        other.api().get("/cases/" + file.id() + "/events").isProblem(404, "not-found");
        assertThat(other.api()
                        .get("/cases?query=" + file.text("/number"))
                        .json()
                        .at("/items"))
                .isEmpty();
        assertThat(new GivenCases().registrar.api().get("/cases/" + file.id()).status())
                .isEqualTo(404);
    }

    @Test
    void aRestrictedCaseIsSeenWholeOnlyByThoseItIsAssignedTo() {
        Map<String, Object> item = GivenCases.item(GivenCases.ANIMALS);
        Answer file = given.register(item);
        Given.Person officer = given.authority.person(Role.OFFICER, given.animals);
        Given.Person colleague = given.authority.another(Role.OFFICER, given.animals);
        assertThat(file.text("/secrecyLevel")).isEqualTo("restricted");
        assertThat(file.json().at("/metadataOnly").asBoolean()).isTrue();
        assertThat(file.json().at("/records")).isEmpty();

        act(given.registrar.api(), file, "assignment", Map.of("unitId", given.animals, "officerId", officer.id()))
                .hasStatus(200);

        assertThat(officer.api()
                        .get("/cases/" + file.id())
                        .hasStatus(200)
                        .json()
                        .at("/records"))
                .isNotEmpty();
        assertThat(given.registrar
                        .api()
                        .get("/cases/" + file.id() + "/events")
                        .json()
                        .at("/items"))
                .isEmpty();
        colleague.api().get("/cases/" + file.id()).isProblem(404, "not-found");
        assertThat(colleague.api().get("/cases").json().at("/items")).isEmpty();
        given.authority.as(Role.EXECUTIVE).get("/cases/" + file.id()).isProblem(404, "not-found");
    }

    @Test
    void aCaseIsFoundByItsNumberInAnyWritingAndByWords() {
        Answer file = given.register(GivenCases.wholeItem());
        String[] parts = file.text("/number").split("-");

        for (String query :
                new String[] {file.text("/number"), parts[1] + "-" + parts[2], parts[1] + "/" + parts[2], "kvarnback"
                }) {
            assertThat(given.officer
                            .api()
                            .get("/cases?query=" + query)
                            .hasStatus(200)
                            .json()
                            .at("/items")
                            .findValuesAsText("id"))
                    .as(query)
                    .contains(file.id());
        }
        assertThat(given.officer
                        .api()
                        .get("/cases?state=closed&state=decided")
                        .json()
                        .at("/items"))
                .isEmpty();
        assertThat(given.officer
                        .api()
                        .get("/cases?sort=due&openOnly=true&unit=" + given.water)
                        .json()
                        .at("/items"))
                .hasSize(1);
    }

    @Test
    void anArchivistSeesWhatIsClosed() {
        Answer open = given.underWay();
        given.authority.as(Role.ARCHIVIST).get("/cases/" + open.id()).isProblem(404, "not-found");

        act(given.officer.api(), open, "closing", Map.of("reason", "Anmälan återkallad."))
                .hasStatus(200);

        given.authority.as(Role.ARCHIVIST).get("/cases/" + open.id()).hasStatus(200);
    }

    private static String scrubbed(Answer answer) {
        return answer.text().replaceAll("\"(instance|traceId)\":\"[^\"]*\"", "");
    }
}
