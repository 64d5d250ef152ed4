// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report.paper;

import java.util.List;
import se.malbild.platform.paper.Paper;

/** Builds XHTML; every text that goes in is escaped. */
final class Html {
    private final StringBuilder out = new StringBuilder();

    Html open(String tag) {
        out.append('<').append(tag).append('>');
        return this;
    }

    Html close(String tag) {
        out.append("</").append(tag).append('>');
        return this;
    }

    Html text(String text) {
        out.append(Paper.escape(text));
        return this;
    }

    /** An element that holds a text alone; nothing where the text is empty. */
    Html element(String tag, String text) {
        return text.isEmpty() ? this : open(tag).text(text).close(tag.split(" ", 2)[0]);
    }

    /** A table whose first column names the rows. */
    Html table(List<String> heads, List<List<String>> rows) {
        open("table").open("thead").open("tr");
        heads.forEach(head -> element("th scope=\"col\"", head));
        close("tr").close("thead").open("tbody");
        for (List<String> row : rows) {
            open("tr").open("th scope=\"row\"").text(row.getFirst()).close("th");
            row.subList(1, row.size()).forEach(cell -> open("td").text(cell).close("td"));
            close("tr");
        }
        return close("tbody").close("table");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
