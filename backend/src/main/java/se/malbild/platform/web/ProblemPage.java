// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import se.malbild.platform.Text;
import se.malbild.platform.problem.ProblemType;

/** The page that explains every kind of problem, its cause and its remedy, made of {@link ProblemType} itself. */
final class ProblemPage {
    private static final Text TITLE = new Text("Felmeddelanden", "Problems");
    private static final Text LEAD = new Text(
            "Varje fel från Målbilds API har en typ med en fast adress. Här står vad den betyder och vad man gör åt den.",
            "Every error of the Målbild API has a type with a stable address. This is what each means and what to do about it.");
    private static final Text REFERENCE = new Text("Beskrivning av gränssnittet", "Reference pages of the API");

    private static final String PAGE = """
        <!doctype html>
        <html lang="%1$s">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%2$s – Målbild</title>
        <style>
        :root { --ink: #1b1f24; --muted: #56606b; --line: #d6dbe1; --paper: #fff; --accent: #0b5e8a }
        @media (prefers-color-scheme: dark) { :root { --ink: #e8ebee; --muted: #aeb7c0; --line: #3a424b; --paper: #14181c; --accent: #7fc4ea } }
        body { margin: 0 auto; max-width: 70ch; padding: 1.5rem 1rem 6rem; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper) }
        a { color: var(--accent) } h1 { font-size: 36px; line-height: 1.2 } h2 { font-size: 22px; margin: 0 } p { margin: .25rem 0 }
        section { border-top: 1px solid var(--line); padding: 1.25rem 0 } section:target { border-left: 4px solid var(--accent); padding-left: 1rem }
        .type { color: var(--muted); font-size: 14px } :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
        </style>
        </head>
        <body>
        <main>
        <h1>%2$s</h1>
        <p>%3$s</p>
        <p><a href="/api/v1/docs">%4$s</a> · <a href="/problems?lang=%5$s" lang="%5$s" hreflang="%5$s">%6$s</a></p>
        %7$s
        </main>
        </body>
        </html>
        """;

    private ProblemPage() {}

    static String in(Locale locale) {
        boolean swedish = "sv".equals(locale.getLanguage());
        String problems = Arrays.stream(ProblemType.values())
                .map(type -> section(type, locale))
                .collect(Collectors.joining("\n"));
        return PAGE.formatted(
                locale.getLanguage(),
                TITLE.in(locale),
                LEAD.in(locale),
                REFERENCE.in(locale),
                swedish ? "en" : "sv",
                swedish ? "In English" : "På svenska",
                problems);
    }

    private static String section(ProblemType type, Locale locale) {
        return """
            <section id="%1$s">
            <h2>%2$s</h2>
            <p class="type"><code>%3$s</code> · %4$d</p>
            <p>%5$s</p>
            </section>""".formatted(
                        type.code(),
                        escaped(type.title().in(locale)),
                        type.uri(),
                        type.status(),
                        escaped(type.remedy().in(locale)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
