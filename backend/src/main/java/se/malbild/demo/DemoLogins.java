// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import java.util.List;

/** Whom one may sign in as in the demo: one of each role. */
public final class DemoLogins {
    /** Everybody's password. It opens nothing but the demo. */
    public static final String PASSWORD = "bara-for-demo";

    static final String OFFICER = "asa.figurgren@exempel.example";
    static final String DEVELOPER = "tuva.exempelberg@exempel.example";
    static final String EXECUTIVE = "alma.provgren@exempel.example";
    static final String ADMINISTRATOR = "gosta.utkastdal@exempel.example";
    static final String MANAGER = "vera.monsterholm@exempel.example";

    private DemoLogins() {}

    /** A sign-in name and what the person does. */
    public record Login(String role, String userName) {}

    /** The sign-in name of the one in that role, e.g. {@code registrator}. */
    public static String of(String role) {
        return all().stream()
                .filter(login -> login.role().equals(role))
                .findFirst()
                .orElseThrow()
                .userName();
    }

    /** In the order of the product's loop. */
    public static List<Login> all() {
        return List.of(
                new Login("registrator", "greta.malldal@exempel.example"),
                new Login("handläggare", OFFICER),
                new Login("beslutsfattare", "wilma.ovningslund@exempel.example"),
                new Login("enhetschef", MANAGER),
                new Login("ledning", EXECUTIVE),
                new Login("verksamhetsutvecklare", DEVELOPER),
                new Login("konsult", "majken.pahittstrom@exempel.example"),
                new Login("arkivarie", "love.monstergren@exempel.example"),
                new Login("revisor", "david.modellberg@exempel.example"),
                new Login("administratör", "gosta.utkastdal@exempel.example"));
    }
}
