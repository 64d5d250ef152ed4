// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.decision;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the placeholders of a case type's letters. Linear in the length of the template; takes no code from it. */
public final class LetterText {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([A-Za-z0-9]{1,60})}}");
    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\[\\]]{0,4000})]");
    private static final Pattern INJUNCTION_ONLY =
            Pattern.compile("\\[(?:Endast vid föreläggande|Formal injunction only):[^\\[\\]]{0,4000}]");
    private static final Pattern HEADING = Pattern.compile("(?:^|\\s)(\\p{Lu}[\\p{Lu} ]{4,60}):\\s");

    private LetterText() {}

    /** The letter with its values; a [part] whose placeholder has no value is dropped, other brackets only lose their marks. */
    public static String fill(String template, Map<String, String> values) {
        String kept = OPTIONAL.matcher(template).replaceAll(part -> {
            Matcher inside = PLACEHOLDER.matcher(part.group(1));
            while (inside.find()) {
                if (values.getOrDefault(inside.group(1), "").isBlank()) {
                    return "";
                }
            }
            return Matcher.quoteReplacement(part.group(1));
        });
        return PLACEHOLDER
                .matcher(kept)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")))
                .strip();
    }

    /** The template without what only an injunction says by the type's own words: those stand in the injunction itself. */
    public static String withoutInjunction(String template) {
        return INJUNCTION_ONLY.matcher(template).replaceAll("").strip();
    }

    /** The letter as a small web page that reads well by itself; a word group in capitals before a colon becomes a heading. */
    public static byte[] page(String title, String letter) {
        StringBuilder html = new StringBuilder(
                        "<!doctype html>\n<html lang=\"sv\"><head><meta charset=\"utf-8\"><title>")
                .append(escape(title))
                .append("</title></head><body>\n<h1>")
                .append(escape(title))
                .append("</h1>\n");
        for (String[] section : sections(letter)) {
            if (!section[0].isEmpty()) {
                html.append("<h2>").append(escape(section[0])).append("</h2>\n");
            }
            section[1]
                    .strip()
                    .lines()
                    .filter(line -> !line.isBlank())
                    .forEach(line ->
                            html.append("<p>").append(escape(line.strip())).append("</p>\n"));
        }
        return html.append("</body></html>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String[]> sections(String letter) {
        List<String[]> sections = new ArrayList<>();
        Matcher heading = HEADING.matcher(letter);
        String title = "";
        int from = 0;
        while (heading.find()) {
            sections.add(new String[] {title, letter.substring(from, heading.start())});
            String capitals = heading.group(1);
            title = capitals.charAt(0) + capitals.substring(1).toLowerCase(java.util.Locale.of("sv"));
            from = heading.end();
        }
        sections.add(new String[] {title, letter.substring(from)});
        return sections;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
